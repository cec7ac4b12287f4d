import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Language, languages } from '#domain/course/closed-lists.ts';
import { theRealCourse } from '#test/support/a-quiz-course.ts';
import { expectAccessible } from '#test/support/axe.ts';
import { openBrowser } from '#test/support/browser.ts';
import { keyboardOn } from '#test/support/keyboard.ts';
import { expectFitsNarrow } from '#test/support/narrow.ts';
import { type StartedServer, startServer } from '#test/support/start-server.ts';
import { openPage } from '#test/support/watched-page.ts';

const real = theRealCourse();
let browser: Browser;
let server: StartedServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer({ course: 'real' })]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

const locales = { en: 'en-US', es: 'es-SV' };
const otherOf = (language: Language) => (language === 'en' ? 'es' : 'en');
const wordsIn = (language: Language) => real.text[language].community;
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test.each(languages)(
  'with script off, a resident reads, watches and switches the language, all from here (%s)',
  async (language) => {
    const { page, requests, expectClean, close } = await openPage(browser, server.url, {
      locale: locales[language],
      javaScriptEnabled: false,
    });
    const words = wordsIn(language);
    const other = otherOf(language);
    await page.goto('/community');
    expect(new URL(page.url()).pathname).toBe(`/community/${language}`);
    expect(await heading(page).textContent()).toBe(words.title);
    await page.getByText(words.sample.mark, { exact: true }).waitFor();
    await page.getByText(words.notAdvice).first().waitFor();
    for (const { question } of [...words.questions.list, words.questions.complain]) {
      await page.getByRole('heading', { name: question, exact: true }).waitFor();
    }
    for (const { text } of real.policy[language].blocks) await page.getByText(text, { exact: true }).waitFor();

    // The browser's own player has both films ready, and captions in both languages.
    const films = page.locator('video');
    expect(await films.count()).toBe(2);
    for (const film of await films.all()) {
      await film.scrollIntoViewIfNeeded();
      const duration = () => film.evaluate((video: HTMLVideoElement) => Math.round(video.duration));
      await expect.poll(duration, { timeout: 60_000 }).toBe(Math.round(real.film.durationSeconds));
      const shown = () =>
        film.evaluate((video: HTMLVideoElement) =>
          [...video.textTracks]
            .filter((each) => each.mode === 'showing')
            .map((each) => [each.language, each.cues?.length ?? 0]),
        );
      await expect.poll(async () => (await shown())[0]?.[1], { timeout: 60_000 }).toBeGreaterThan(20);
      expect((await shown()).map(([shownIn]) => shownIn)).toEqual([language]);
      const tracks = await film
        .locator('track')
        .evaluateAll((all) => all.map((each) => (each as HTMLTrackElement).src));
      expect(tracks).toHaveLength(2);
      for (const track of tracks) {
        const answer = await page.request.get(track);
        expect([answer.status(), (await answer.text()).slice(0, 6)]).toEqual([200, 'WEBVTT']);
      }
    }
    expect(requests.filter((each) => each.includes('.mp4')).length).toBeGreaterThan(1);

    const transcript = page.locator('.transcript').first();
    const firstCue = transcript.getByText(real.film.cues[0]?.says[language] ?? '');
    expect(await firstCue.isVisible()).toBe(false);
    await transcript.locator('summary').click();
    await firstCue.waitFor();
    expect(await firstCue.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))).toBe(language);

    await page.getByRole('link', { name: words.language[other], exact: true }).click();
    expect(new URL(page.url()).pathname).toBe(`/community/${other}`);
    expect(await heading(page).textContent()).toBe(wordsIn(other).title);
    expect(await page.locator('html').getAttribute('lang')).toBe(other);
    expect(await page.context().cookies()).toEqual([]);
    await expectClean();
    await close();
  },
);

test.each(languages)('a resident without a mouse reaches everything, and sees where (%s)', async (language) => {
  const { page, expectClean, close } = await openPage(browser, server.url, { locale: locales[language] });
  const { tabTo, use, press, expectAt } = keyboardOn(page);
  const words = wordsIn(language);
  await page.goto(`/community/${language}`);
  await press('Tab');
  await expectAt(page.getByRole('link', { name: words.skip }));
  await press('Enter');
  await expectAt(page.locator('main'));
  await use(page.getByRole('link', { name: words.questions.title, exact: true }));
  expect(new URL(page.url()).hash).toBe('#questions');
  await use(page.locator('#question-hold').getByRole('link', { name: 'R10', exact: true }));
  const rule = page.locator('#rule-R10');
  expect(await rule.evaluate((element) => element.matches(':target'))).toBe(true);
  await expect.poll(() => rule.evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true);

  await page.goto(`/community/${language}`);
  await tabTo(page.locator('video').first());
  const summary = page.locator('summary').first();
  await use(summary);
  expect(await page.locator('details').first().getAttribute('open')).not.toBeNull();
  await tabTo(page.getByRole('link', { name: words.film.download[language], exact: true }));

  await page.goto(`/community/${language}`);
  await use(page.getByRole('link', { name: words.language[otherOf(language)], exact: true }));
  await expect.poll(() => new URL(page.url()).pathname).toBe(`/community/${otherOf(language)}`);
  await expectClean();
  await close();
});

test.each(languages)('reads at 320 px, at 400 %, in chosen colors, and is sound HTML (%s)', async (language) => {
  const { page, expectClean, close } = await openPage(browser, server.url, {
    locale: locales[language],
    viewport: { width: 1280, height: 900 },
  });
  await page.goto(`/community/${language}`);
  await expectAccessible(page);
  for (const summary of await page.locator('summary').all()) await summary.click();
  await expectFitsNarrow(page, language);

  const sound = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((each) => each.id);
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map((each) => Number(each.tagName.slice(1)));
    const named = [...document.querySelectorAll('a[href^="#"], [aria-labelledby]')].map(
      (each) => each.getAttribute('aria-labelledby') ?? each.getAttribute('href')?.slice(1) ?? '',
    );
    return {
      twice: ids.filter((id, index) => ids.indexOf(id) !== index),
      nowhere: named.filter((id) => !ids.includes(id)),
      skipped: levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1),
      ofAnotherLanguage: [...document.querySelectorAll('main [lang]')].map((each) => each.getAttribute('lang')),
    };
  });
  expect(sound).toEqual({ twice: [], nowhere: [], skipped: [], ofAnotherLanguage: [language, otherOf(language)] });

  await page.goto(`/community/nowhere`);
  expect(await heading(page).textContent()).toBe(wordsIn(language).missing.title);
  await expectFitsNarrow(page, language);
  await page.getByRole('link', { name: wordsIn(language).missing.back }).click();
  expect(await heading(page).textContent()).toBe(wordsIn(language).title);
  await expectClean();
  await close();
});

test.each(languages)('prints questions, policy and where they come from, without the film (%s)', async (language) => {
  const { page, close } = await openPage(browser, server.url, { locale: locales[language] });
  await page.goto(`/community/${language}`);
  const words = wordsIn(language);
  const printed = (await page.pdf({ format: 'Letter' })).toString('latin1');
  expect(printed.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(5);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('video').first().isVisible()).toBe(false);
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
  for (const said of [words.sample.mark, words.notAdvice, real.text[language].source]) {
    expect(await page.getByText(said, { exact: true }).first().isVisible(), said).toBe(true);
  }
  for (const { title } of [words.questions, words.policy, words.about]) {
    expect(await page.getByRole('heading', { name: title, exact: true }).isVisible(), title).toBe(true);
  }
  // A transcript that was opened is wanted on paper.
  await page.emulateMedia({ media: 'screen' });
  await page.locator('summary').first().click();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText(real.film.cues[0]?.says[language] ?? '').isVisible()).toBe(true);
  await close();
});
