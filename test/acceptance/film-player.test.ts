import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser } from '#test/support/browser.ts';
import { type StartedServer, startServer } from '#test/support/start-server.ts';
import { filmAt, storyIn } from '#test/support/story.ts';
import { openPage, type WatchedPage } from '#test/support/watched-page.ts';

let server: StartedServer;
let browser: Browser;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  server = await startServer();
  watched = await openPage(browser, server.url, { locale: 'en-US' });
  page = watched.page;
});
afterEach(async () => {
  await watched.close();
  await server.close();
});
afterAll(() => browser.close());

const { t } = storyIn(null as never, 'en');

async function beginFilm() {
  const story = storyIn(page, 'en');
  await story.signIn('/', server.demo.officer);
  await story.press(t('officer:start.begin'));
  await play();
}
async function play() {
  await page.getByRole('button', { name: t('officer:film.play'), exact: true }).click();
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0);
}
const film = () =>
  page.evaluate(() => {
    const video = document.querySelector('video') as HTMLVideoElement;
    const tracks = [...video.textTracks].map(({ language, mode, cues }) => ({
      language,
      mode,
      cues: cues?.length ?? 0,
    }));
    const { currentTime: at, paused, playbackRate: rate, currentSrc: source } = video;
    return { at, paused, rate, source, tracks };
  });
const untilAt = (seconds: number) =>
  page.waitForFunction((at) => (document.querySelector('video')?.currentTime ?? 0) >= at, seconds);

/** How far the film may be, having played since the first look; a refused jump is at least eight seconds. */
const slackSeconds = 3;

describe('the guard', () => {
  const ways: [string, () => Promise<unknown>][] = [
    [
      'a script',
      () =>
        page.evaluate(() => {
          (document.querySelector('video') as HTMLVideoElement).currentTime = 20;
        }),
    ],
    [
      'the arrow keys',
      async () => {
        await page.getByRole('button', { name: t('officer:film.pause'), exact: true }).focus();
        for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
      },
    ],
    ['the slider', () => page.getByRole('slider').fill('20')],
    [
      'a chapter',
      async () => {
        await page.getByText(t('officer:film.chapters'), { exact: true }).click();
        await page.getByRole('button', { name: /Never/ }).first().click();
      },
    ],
    ['the transcript', () => page.getByRole('button', { name: /we do not help/ }).click()],
  ];
  test.each(ways)('refuses to go forward by %s, says why, and goes back freely', async (_way, tryIt) => {
    await beginFilm();
    await untilAt(1);
    const before = (await film()).at;
    await tryIt();
    await page.waitForTimeout(400);
    expect((await film()).at).toBeLessThan(before + slackSeconds);
    await page.getByText(t('officer:film.refused')).waitFor();
    await page.getByRole('slider').fill('0');
    await page.waitForTimeout(200);
    expect((await film()).at).toBeLessThan(1);
    await watched.expectClean();
  });

  test('puts a rate above 1.25 back', async () => {
    await beginFilm();
    await page.evaluate(() => {
      (document.querySelector('video') as HTMLVideoElement).playbackRate = 4;
    });
    await page.waitForFunction(() => document.querySelector('video')?.playbackRate === 1.25);
  });
});

describe('the film', () => {
  test('shows the captions asked for and no others, and changes the voice without losing place, play or captions', async () => {
    await beginFilm();
    await untilAt(1);
    expect((await film()).tracks.map(({ language, mode }) => [language, mode])).toEqual([
      ['en', 'showing'],
      ['es', 'disabled'],
    ]);
    await page.getByRole('button', { name: /CC Español/ }).click();
    await untilAt(2);
    await page.waitForFunction(() =>
      [...(document.querySelector('video')?.textTracks ?? [])].every((track) => (track.cues?.length ?? 0) > 0),
    );
    const before = await film();
    expect(before.tracks.map(({ language, mode }) => [language, mode])).toEqual([
      ['en', 'showing'],
      ['es', 'showing'],
    ]);
    await page.getByRole('button', { name: /^Voice: English/ }).click();
    await page.waitForFunction(() => document.querySelector('video')?.currentSrc.includes('video.es.mp4'));
    await untilAt(before.at);
    const after = await film();
    expect(after.paused).toBe(false);
    expect(after.at).toBeLessThan(before.at + slackSeconds);
    expect(after.tracks.map(({ language, mode }) => [language, mode])).toEqual([
      ['en', 'showing'],
      ['es', 'showing'],
    ]);
    await page.getByRole('button', { name: /CC English/ }).click();
    expect((await film()).tracks[0]?.mode).toBe('disabled');
    await watched.expectClean();
  });

  test('pauses when the tab is hidden', async () => {
    await beginFilm();
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.waitForFunction(() => document.querySelector('video')?.paused);
  });

  test('obeys space, m and c while the focus is on it, and no letter typed elsewhere', async () => {
    await beginFilm();
    await page.getByRole('slider').focus();
    await page.keyboard.press('Space');
    expect((await film()).paused).toBe(true);
    await page.keyboard.press('m');
    expect(await page.evaluate(() => document.querySelector('video')?.muted)).toBe(true);
    await page.keyboard.press('c');
    expect((await film()).tracks.every(({ mode }) => mode === 'disabled')).toBe(true);
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('m');
    expect(await page.evaluate(() => document.querySelector('video')?.muted)).toBe(true);
  });

  test('goes on after a reload where it was, with what was watched', async () => {
    await beginFilm();
    await untilAt(4);
    const left = (await film()).at;
    await page.reload();
    await page.getByText(filmAt(4)).waitFor();
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) >= 3);
    // Some frames more were shown before the page went.
    expect(Math.abs((await film()).at - left)).toBeLessThan(slackSeconds);
  });

  test('keeps the place when the voice is changed on a network that has brought nothing of the film yet', async () => {
    await beginFilm();
    await untilAt(4);
    await page.route(/video\.en.*\.mp4/, () => undefined);
    await page.reload();
    await page.getByText(filmAt(4)).waitFor();
    await page.waitForFunction(() => document.querySelector('video')?.currentSrc.includes('video.en'));
    await page.getByRole('button', { name: /^Voice: English/ }).click();
    await page.waitForFunction(() => document.querySelector('video')?.currentSrc.includes('video.es'));
    await untilAt(3);
    await page.getByText(filmAt(4)).waitFor();
  });

  test('goes on without a network, says what is not yet sent, and sends it when the network is back', async () => {
    await beginFilm();
    await untilAt(1);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: t('officer:film.pause'), exact: true }).click();
    await page.getByText(/1 item saved on this device, not yet sent/).waitFor();
    await page.context().setOffline(false);
    await page.getByText(/not yet sent/).waitFor({ state: 'detached' });
    const answer = await page.evaluate(async () => (await fetch('/api/training')).json());
    expect(answer.covered[0].toSeconds).toBeGreaterThan(0.5);
  });
});
