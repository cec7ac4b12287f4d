import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clock } from '#app/ui/clock.ts';
import { type Language, languages } from '#domain/course/closed-lists.ts';
import { openBrowser } from '#test/support/browser.ts';
import { courseOf, startServer } from '#test/support/start-server.ts';
import { storyIn } from '#test/support/story.ts';
import { openPage } from '#test/support/watched-page.ts';
import { shownCaptions } from './shown-captions.ts';

const { pack, media } = courseOf('real');
const lookEveryMilliseconds = 7_000;
/** A caption may be read a moment after it changed. */
const slackSeconds = 0.4;
/**
 * The latest that a page may notice a caption while six films share the cores of one machine: 0.63 s was measured on two
 * cores that had other work as well.
 */
const latestSeconds = 1;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

type Block = { id: string; fromSeconds: number; toSeconds: number; lines: string[] };

/** The captions of a file as it lies on disk. */
function blocksOf(file: string): Block[] {
  const seconds = (clock: string) => clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  const [, ...blocks] = readFileSync(join(media, file), 'utf8').trim().split(/\n\n+/);
  return blocks.map((block) => {
    const [id = '', times = '', ...lines] = block.split('\n');
    const [from = '', to = ''] = times.split(' --> ');
    return { id, fromSeconds: seconds(from), toSeconds: seconds(to), lines };
  });
}

/** Notes each caption when the browser brings it, against where the film is then. */
const noteCaptions = (page: Page) =>
  page.evaluate(() => {
    const noted: [id: string, lateSeconds: number][] = [];
    Object.assign(window, { noted });
    const video = document.querySelector('video');
    const listen = (track: TextTrack) =>
      track.addEventListener('cuechange', () => {
        for (const cue of track.activeCues ?? [])
          if (!noted.some(([id]) => id === cue.id)) noted.push([cue.id, (video?.currentTime ?? 0) - cue.startTime]);
      });
    for (const track of video?.textTracks ?? []) listen(track);
    video?.textTracks.addEventListener('addtrack', ({ track }) => track && listen(track));
  });

async function watchToItsEnd(voice: Language, words: Language | 'off') {
  const server = await startServer({ course: 'real' });
  const { page, expectClean, close } = await openPage(browser, server.url, {
    locale: voice === 'en' ? 'en-US' : 'es-US',
    viewport: { width: 1024, height: 768 },
  });
  await page.addInitScript(
    ([narration, captions]) => {
      localStorage.setItem('muster.narration', narration);
      localStorage.setItem('muster.captions', captions);
      localStorage.setItem('muster.picture', 'small');
    },
    [voice, words === 'off' ? '' : words] as const,
  );
  const { t, press, signIn } = storyIn(page, voice);
  await signIn('/', server.demo.officer);
  await press(t('officer:start.begin'));
  const play = page.getByRole('button', { name: t('officer:film.play'), exact: true });
  await expect.poll(() => play.isEnabled(), { timeout: 60_000 }).toBe(true);
  await noteCaptions(page);
  await play.click();

  const expected = words === 'off' ? [] : blocksOf(pack.film.files[voice].captions[words]);
  const drawn = await page.context().newCDPSession(page);
  const faults: string[] = [];
  let looks = 0;
  const hasEnded = () => page.evaluate(() => document.querySelector('video')?.ended ?? false);
  while (!(await hasEnded())) {
    await page.waitForTimeout(lookEveryMilliseconds);
    const shown = await shownCaptions(page, drawn);
    if (!shown) continue;
    looks += 1;
    const { fromSeconds, toSeconds, lines, isInside } = shown;
    const possible = expected.filter(
      (block) => block.fromSeconds <= toSeconds + slackSeconds && block.toSeconds >= fromSeconds - slackSeconds,
    );
    const isDue = expected.some(
      (block) => block.fromSeconds + slackSeconds <= fromSeconds && block.toSeconds > toSeconds,
    );
    const says = lines.join('\n');
    const isRight = lines.length === 0 ? !isDue : possible.some((block) => block.lines.join('\n') === says);
    if (!isRight || !isInside || lines.length > 2)
      faults.push(`${fromSeconds.toFixed(1)} s: “${lines.join(' / ')}”${isInside ? '' : ', outside the picture'}`);
  }
  const { noted, quality, source } = await page.evaluate(() => {
    const video = document.querySelector('video') as HTMLVideoElement;
    const { droppedVideoFrames: dropped, totalVideoFrames: all } = video.getVideoPlaybackQuality();
    const { noted } = window as unknown as { noted: [string, number][] };
    return { noted, quality: { dropped, all }, source: video.currentSrc };
  });
  const length = clock(Math.floor(pack.film.durationSeconds));
  await page.getByText(t('officer:film.watchedAll', { length })).waitFor();
  await page.getByRole('button', { name: t('officer:film.toPolicy') }).click();
  await page.getByRole('checkbox', { name: t('officer:policy.sentence') }).waitFor();
  const { watchedShare } = await (await page.request.get('/api/training')).json();
  await expectClean();
  await close();
  await server.close();
  const late = noted.map(([, seconds]) => Math.abs(seconds));
  const told = {
    film: `${voice} with ${words} captions`,
    source: new URL(source).pathname.split('/').at(-1),
    seen: noted.map(([id]) => id),
    expected: expected.map(({ id }) => id),
    latest: late.length ? Math.max(...late) : 0,
    looks,
    faults,
    ...quality,
    watchedShare,
  };
  const { film, seen, latest } = told;
  console.log(
    `${film}, ${told.source}: ${seen.length} of ${expected.length} captions, at most ${latest.toFixed(3)} s from their time; ` +
      `${looks} looks, ${faults.length} faults; ${quality.dropped} of ${quality.all} frames dropped`,
  );
  return told;
}

test('both films, played to their end with captions in either language and none, show every caption when it is said', async () => {
  const chosen = languages.flatMap((voice) => (['en', 'es', 'off'] as const).map((words) => ({ voice, words })));
  const told = await Promise.all(chosen.map(({ voice, words }) => watchToItsEnd(voice, words)));
  for (const { film, seen, expected, latest, looks, faults, watchedShare } of told) {
    expect(watchedShare, film).toBe(1);
    expect(faults, film).toEqual([]);
    expect(seen, film).toEqual(expected);
    expect(latest, film).toBeLessThan(latestSeconds);
    expect(looks, film).toBeGreaterThan(20);
  }
});
