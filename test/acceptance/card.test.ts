import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Language, languages } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { theRealCourse } from '#test/support/a-quiz-course.ts';
import { aWire, type Wire } from '#test/support/a-wire.ts';
import { expectAccessible } from '#test/support/axe.ts';
import { openBrowser } from '#test/support/browser.ts';
import { expectFitsNarrow } from '#test/support/narrow.ts';
import { type StartedServer, startServer } from '#test/support/start-server.ts';
import { storyIn } from '#test/support/story.ts';
import { openPage } from '#test/support/watched-page.ts';
import { wordsIn } from '#test/support/words.ts';

const real = theRealCourse();
let browser: Browser;
let server: StartedServer;
let wire: Wire;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  [server, wire] = await Promise.all([startServer({ course: real }), aWire()]);
  wire.joinTo(server.url);
});
afterEach(() => Promise.all([server.close(), wire.close()]));

/** The same server, with another course: what an agency does when its policy changes. */
async function restartWith(pack: CoursePack) {
  await server.close();
  server = await startServer({ course: pack });
  wire.joinTo(server.url);
}

/** The next edition, which words one answer in another way. */
function nextEdition(): CoursePack {
  const pack = structuredClone(real);
  pack.editionHash = 'e'.repeat(64);
  pack.course.edition = '2027-01';
  for (const language of languages) {
    const civil = pack.text[language].card.outcomes.civil;
    if (civil) civil.headline = `2027: ${civil.headline}`;
  }
  return pack;
}

const openCard = (locale: string, url = wire.url) =>
  openPage(browser, url, { locale, viewport: { width: 320, height: 640 } });
/** Two busy cores open pages in their own time. */
const soon = (look: () => Promise<unknown>) => expect.poll(look, { timeout: 30_000 });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const kept = (page: Page, language: Language) => page.getByText(wordsIn(language)('card:keeping.kept')).waitFor();

test.each(languages)(
  'two taps lead from what came back to what to do, by finger, by key and by address (%s)',
  async (language) => {
    const { page, expectClean, close } = await openCard(language);
    const t = wordsIn(language);
    const { card: words, clauses } = real.text[language];
    const answers = (id: string) => words.questions[id]?.answers ?? {};
    const tap = (question: string, answer: string) =>
      page.getByRole('link', { name: answers(question)[answer] ?? '', exact: true }).click();
    const reads = async (title: string | undefined) => soon(() => heading(page).textContent()).toBe(title);

    await page.goto('/card');
    await reads(words.questions['came-back']?.question);
    await page.getByText(t('card:sample'), { exact: true }).first().waitFor();
    expect(await page.locator('.sign-in').count()).toBe(0);
    for (const target of await page.locator('.card-answers a').all()) {
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(56);
    }
    await expectFitsNarrow(page, language);

    await tap('came-back', 'administrative');
    await reads(words.outcomes.civil?.headline);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.locator('.card-outcome').getByText(t('common:basis.civil'), { exact: true }).waitFor();
    await page
      .getByText(clauses.R5?.name ?? '')
      .first()
      .waitFor();
    await expectFitsNarrow(page, language);

    await page.getByRole('link', { name: t('card:startAgain') }).click();
    await tap('came-back', 'wanted');
    await reads(words.questions.dispatch?.question);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await reads(words.outcomes.act?.headline);
    await page.reload();
    await reads(words.outcomes.act?.headline);
    await page.goBack();
    await reads(words.questions.dispatch?.question);
    await page.getByRole('link', { name: t('card:back'), exact: true }).click();
    await reads(words.questions['came-back']?.question);

    await page.goto('/card?taps=gone.by-now');
    await reads(words.questions['came-back']?.question);
    await page.getByRole('button', { name: t('card:look.dark') }).click();
    await expectAccessible(page);
    await page.reload();
    await page.locator('.shell.night').waitFor();
    await expectClean();
    await close();
  },
);

test.each(languages)(
  'opened once, the card opens without a network, and says since when it was not checked (%s)',
  async (language) => {
    const { page, expectClean, close } = await openCard(language);
    const t = wordsIn(language);
    const { card: words } = real.text[language];
    await page.goto('/card');
    await kept(page, language);

    wire.cut();
    await page.goto('/card?taps=wanted');
    await soon(() => heading(page).textContent()).toBe(words.questions.dispatch?.question);
    await page.getByRole('link', { name: words.questions.dispatch?.answers['no-answer'] ?? '', exact: true }).click();
    await soon(() => heading(page).textContent()).toBe(words.outcomes.waiting?.headline);
    await page.getByText(t('card:banner.unchecked', { moment: '§' }).split('§')[0] ?? '').waitFor();
    // Whose card it is, and in both languages, with nobody to ask.
    await page.getByText('Demo County Police').first().waitFor();
    const other = language === 'en' ? 'es' : 'en';
    await page.getByRole('button', { name: wordsIn(other)(`common:language.${other}`) }).click();
    await soon(() => heading(page).textContent()).toBe(real.text[other].card.outcomes.waiting?.headline);
    await expectFitsNarrow(page, language);

    // Only the card: no other page is answered from this device.
    const besides = await page.context().newPage();
    for (const path of ['/', '/roll-call', '/commander']) await expect(besides.goto(path)).rejects.toThrow('net::');

    wire.joinTo(server.url);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page
      .getByText(wordsIn(other)('card:banner.unchecked', { moment: '§' }).split('§')[0] ?? '')
      .waitFor({ state: 'detached' });
    await expectClean();
    await close();
  },
);

test.each(languages)(
  'a newer edition takes the place of the kept one, and where it cannot come the card says so (%s)',
  async (language) => {
    const { page, expectClean, close } = await openCard(language);
    const t = wordsIn(language);
    const next = nextEdition();
    const civil = '/card?taps=administrative';
    const outOfDate = page.getByText(t('card:banner.outOfDate', { edition: real.course.edition }));
    const reads = (pack: CoursePack) =>
      soon(() => heading(page).textContent()).toBe(pack.text[language].card.outcomes.civil?.headline);
    await page.goto(civil);
    await kept(page, language);

    await restartWith(next);
    wire.block(/^\/course\//);
    await page.goto(civil);
    await outOfDate.waitFor();
    await page.getByText(t('card:banner.notLoaded')).waitFor();
    await reads(real);
    await expectFitsNarrow(page, language);

    // In the dead zone it still knows that it is out of date.
    wire.cut();
    await page.reload();
    await outOfDate.waitFor();
    await reads(real);

    wire.joinTo(server.url);
    wire.block(null);
    await page.getByRole('button', { name: t('card:banner.again') }).click();
    await page.getByText(t('card:banner.renewed', { edition: next.course.edition })).waitFor();
    await reads(next);
    expect(await outOfDate.count()).toBe(0);
    await kept(page, language);

    // The newer one is the one kept now, and the older one is gone.
    wire.cut();
    await page.reload();
    await reads(next);
    expect(
      await page.evaluate(async () =>
        (await (await caches.open('muster-course')).keys()).map(({ url }) => new URL(url).pathname),
      ),
    ).toEqual([`/course/${next.editionHash}.json`]);
    await expectClean();
    await close();
  },
);

test('people who are online get every other page, and every answer of the server, from the server', async () => {
  const { page, close } = await openCard('en');
  await page.goto('/card');
  await kept(page, 'en');
  await page.reload();
  await kept(page, 'en');
  wire.arrived();
  const fromWorker: string[] = [];
  page.on('response', (response) => {
    if (response.fromServiceWorker()) fromWorker.push(new URL(response.url()).pathname);
  });
  for (const path of ['/', '/roll-call', '/commander']) {
    await page.goto(path);
    await page.getByRole('heading', { name: wordsIn('en')('common:signIn.title') }).waitFor();
  }
  const arrived = wire.arrived();
  expect(arrived).toEqual(expect.arrayContaining(['GET /', 'GET /roll-call', 'GET /commander', 'GET /api/agency']));
  // A page passes through the worker, which asks the network for it: it has arrived above.
  const pages = ['/', '/roll-call'];
  expect(fromWorker.filter((path) => !path.startsWith('/assets/') && !pages.includes(path))).toEqual([]);

  await page.goto('/card');
  await page.getByRole('link', { name: wordsIn('en')('card:foot.toTraining') }).click();
  await page.getByRole('heading', { name: wordsIn('en')('common:signIn.title') }).waitFor();
  expect(wire.arrived()).toContain('GET /');
  await close();
});

test('the card keeps nothing of the person who opened it, and nothing of the film', async () => {
  const { page, close } = await openCard('en');
  const { signIn } = storyIn(page, 'en');
  await signIn('/', server.demo.officer);
  await page.goto('/card');
  await kept(page, 'en');
  const keptHere = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return { urls: requests.flat().map(({ url }) => new URL(url).pathname), card: localStorage.getItem('muster.card') };
  });
  expect(keptHere.urls.filter((path) => !/^\/(card$|assets\/|course\/)/.test(path))).toEqual([]);
  expect(keptHere.urls.filter((path) => /film|video|commander|roll-call/.test(path))).toEqual([]);
  expect(Object.keys(JSON.parse(keptHere.card ?? '{}')).sort()).toEqual([
    'agency',
    'checkedAt',
    'editionHash',
    'newestHash',
  ]);
  expect(keptHere.card).not.toContain(server.demo.officer.officerId);
  await close();
});

test.each(languages)(
  'on plain http from another machine it says that it cannot be kept, and offers print (%s)',
  async (language) => {
    // Not the loopback address by name, so that the browser does not take it for a secure one.
    const { page, close } = await openCard(language, wire.url.replace('127.0.0.1', '0.0.0.0'));
    const t = wordsIn(language);
    await page.goto('/card');
    await page.getByText(t('card:keeping.impossible')).waitFor();
    await page.getByRole('button', { name: t('card:print.button') }).waitFor();
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    await expectAccessible(page);
    await close();
  },
);

test.each(languages)('prints on one side of a 5 × 8 inch card, marked as a sample (%s)', async (language) => {
  const { page, close } = await openCard(language);
  const t = wordsIn(language);
  await page.goto('/card');
  await kept(page, language);
  const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(printed.match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
  expect(printed.match(/\/MediaBox\s*\[[^\]]*\]/g)).toEqual([expect.stringMatching(/\[0 0 576(\.\d+)? 360(\.\d+)?\]/)]);

  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.card-sheet');
  const { card: words, disclaimer } = real.text[language];
  const text = (await sheet.textContent()) ?? '';
  for (const { headline, steps, never = '' } of Object.values(words.outcomes)) {
    for (const sentence of [headline, ...steps, never]) expect(text).toContain(sentence);
  }
  for (const { id } of real.card.questions) {
    for (const answer of Object.values(words.questions[id]?.answers ?? {})) expect(text).toContain(answer);
  }
  for (const sentence of [t('card:sample'), disclaimer, real.course.edition]) expect(text).toContain(sentence);
  expect(await heading(page).isVisible()).toBe(false);
  expect(await page.getByRole('banner').isVisible()).toBe(false);
  await close();
});
