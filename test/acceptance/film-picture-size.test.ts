import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { languages } from '#domain/course/closed-lists.ts';
import { frame } from '#rendering/scenes/look.ts';
import { openBrowser } from '#test/support/browser.ts';
import { type StartedServer, startServer } from '#test/support/start-server.ts';
import { storyIn } from '#test/support/story.ts';
import { openPage } from '#test/support/watched-page.ts';
import { shownCaptions } from '../full/shown-captions.ts';

let server: StartedServer;
let browser: Browser;
beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer({ course: 'real' })]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

const film = (page: Page) =>
  page.evaluate(() => {
    const { currentTime: at = 0, currentSrc = '', paused = true } = document.querySelector('video') ?? {};
    return { at, paused, file: currentSrc.split('/').at(-1)?.split('?')[0] };
  });
const plays = (page: Page, file: string) =>
  expect.poll(() => film(page), { timeout: 60_000 }).toMatchObject({ file, paused: false });

test('a phone gets the small picture; whoever chooses the sharp one keeps it, and the film goes on where it was', async () => {
  const phone = { width: 390, height: 844 };
  const { page, expectClean, close } = await openPage(browser, server.url, {
    locale: 'en-US',
    viewport: phone,
    screen: phone,
  });
  const { t, press, signIn } = storyIn(page, 'en');
  await signIn('/', server.demo.officer);
  await press(t('officer:start.begin'));
  await press(t('officer:film.play'));
  await plays(page, 'video.en.small.mp4');
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 4);

  await press(t('officer:film.settings'));
  const { at: before } = await film(page);
  await page.getByLabel(t('officer:film.picture')).selectOption('large');
  await plays(page, 'video.en.mp4');
  await page.waitForFunction((at) => (document.querySelector('video')?.currentTime ?? 0) > at, before);
  expect((await film(page)).at - before).toBeLessThan(4);
  await page.keyboard.press('Escape');
  await page.getByLabel(t('officer:film.picture')).waitFor({ state: 'hidden' });

  await page.reload();
  await page.getByRole('button', { name: t('officer:film.play'), exact: true }).click();
  await plays(page, 'video.en.mp4');
  await expectClean();
  await close();
});

test.each(languages)('on a desk all controls stand in one row, large enough to hit (%s)', async (language) => {
  const { page, close } = await openPage(browser, server.url, {
    locale: language,
    viewport: { width: 1280, height: 800 },
  });
  const { t, press, signIn } = storyIn(page, language);
  await signIn('/', language === 'en' ? server.demo.sergeant : server.demo.captain);
  await press(t('officer:start.begin'));
  await page.locator('.film-controls').waitFor();
  for (const width of [1024, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const buttons = await page.locator('.film-controls button').evaluateAll((all) =>
      all.map((each) => {
        const { top, width, height } = each.getBoundingClientRect();
        return { top: Math.round(top), isLarge: Math.min(width, height) >= 44 };
      }),
    );
    expect(buttons).toHaveLength(7);
    expect(new Set(buttons.map(({ top }) => top)).size, `${width} px`).toBe(1);
    expect(buttons.every(({ isLarge }) => isLarge)).toBe(true);
  }
  await close();
});

test('on a phone captions cover nothing that the film shows, also two languages at once', async () => {
  const { page, close } = await openPage(browser, server.url, {
    locale: 'en-US',
    viewport: { width: 320, height: 844 },
  });
  const { t, press, signIn } = storyIn(page, 'en');
  await signIn('/', server.demo.training);
  await press(t('officer:start.begin'));
  const film = await page.context().newCDPSession(page);
  // Both languages have two lines then.
  const twoLinesAt = 8;
  await press(t('officer:film.play'));
  await page.waitForFunction((at) => (document.querySelector('video')?.currentTime ?? 0) >= at, twoLinesAt);
  await press(t('officer:film.pause'));
  for (const lines of [2, 4]) {
    if (lines === 4) await page.getByRole('button', { name: 'CC Español' }).click();
    for (const width of [320, 390, 640]) {
      await page.setViewportSize({ width, height: 844 });
      const linesShown = async () => (await shownCaptions(page, film))?.lines.length;
      await expect.poll(linesShown, { timeout: 20_000 }).toBe(lines);
      const shown = await shownCaptions(page, film);
      expect(shown?.isInside, `${lines} lines at ${width} px`).toBe(true);
      expect(shown?.beginsAt, `${lines} lines at ${width} px`).toBeGreaterThan(frame.captionsFrom / frame.height);
    }
  }
  await close();
});
