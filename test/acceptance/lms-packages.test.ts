import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { PackageChoices, Standard } from '#packaging/package-choices.ts';
import { packageFiles } from '#packaging/package-files.ts';
import { zipped } from '#packaging/zip.ts';
import { opaqueId } from '#recording/lms/opaque-id.ts';
import { noProgress } from '#recording/lms/progress.ts';
import { lineOf } from '#recording/lms/progress-line.ts';
import { builtScreens, choices, sources } from '#test/support/a-package.ts';
import { theShortCourse } from '#test/support/a-quiz-course.ts';
import { openBrowser } from '#test/support/browser.ts';
import { aPackageSite } from '#test/support/lms/a-package-site.ts';
import { anLmsSite } from '#test/support/lms/an-lms-site.ts';
import { storyIn } from '#test/support/story.ts';

const pack = theShortCourse();
const media = path.resolve(import.meta.dirname, '../support/short-course/media/short-course');
const readMedia = (name: string) => readFileSync(path.join(media, name));
/** As an earlier launch left it two seconds before the end of the film. */
const almostWatched = lineOf(
  { pack, learnerId: opaqueId('1042'), part: 'whole' },
  { ...noProgress, opened: true, covered: [{ fromSeconds: 0, toSeconds: pack.film.durationSeconds - 2 }] },
);

let browser: Browser;
let lms: Awaited<ReturnType<typeof anLmsSite>>;
beforeAll(async () => {
  [browser, lms] = await Promise.all([openBrowser(), anLmsSite(pack, media)]);
});
afterAll(async () => {
  await browser.close();
  await lms.close();
});

/** A package as it is made, unpacked where an LMS puts it: below its own pages, under a name with a space. */
async function unpacked(standard: Standard, changes: Partial<PackageChoices> = {}) {
  const screens = builtScreens();
  if (!screens) throw new Error('The screens for LMSs are not built.');
  const files = unzipSync(zipped(packageFiles(standard, sources({ pack, screens, readMedia }), choices(changes))));
  const site = await aPackageSite(async (file) => {
    const [, inPackage] = /^content\/no 7\/(.*)$/.exec(file) ?? [];
    if (inPackage) return files[inPackage];
    return /^lms\.(html|js)$/.test(file)
      ? new Uint8Array(await (await fetch(`${lms.url}/${file}`)).arrayBuffer())
      : undefined;
  });
  onTestFinished(site.close);
  return site;
}

async function aPage(): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-US' });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

async function launch(standard: Exclude<Standard, 'cmi5'>, site: { url: string }) {
  const page = await aPage();
  const preset = {
    'cmi.suspend_data': almostWatched,
    [standard === 'scorm12' ? 'cmi.core.lesson_status' : 'cmi.completion_status']: 'incomplete',
  };
  const address = new URLSearchParams({
    standard,
    preset: JSON.stringify(preset),
    package: 'content/no%207/index.html',
  });
  await page.goto(`${site.url}lms.html?${address}`);
  const frame = page.frame('training');
  if (!frame) throw new Error('The LMS opened no frame.');
  return { frame, ...storyIn(frame as unknown as Page, 'en') };
}

/** How many lines each language has in the captions that show. */
const captionsIn = (frame: Frame) =>
  frame.evaluate(() =>
    Object.fromEntries(
      [...(document.querySelector('video')?.textTracks ?? [])].map(({ language, mode, cues }) => [
        language,
        mode === 'showing' ? (cues?.length ?? 0) : mode,
      ]),
    ),
  );

describe.each(['scorm12', 'scorm2004'] as const)('a package of %s as it is made', (standard) => {
  test('finds everything that it asks for in itself, and plays the film to its end', async () => {
    const site = await unpacked(standard);
    const { frame, press, t } = await launch(standard, site);
    await press(t('officer:film.play'));
    await expect.poll(async () => (await captionsIn(frame)).en).toBeGreaterThan(0);
    expect(await frame.getByRole('button', { name: t('officer:film.voice') }).count()).toBe(1);
    await press(t('officer:film.toPolicy'));
    expect(site.missed.filter((file) => file !== 'favicon.ico')).toEqual([]);
    expect(site.asked).toEqual(expect.arrayContaining(['content/no 7/course.json', 'content/no 7/media/video.en.mp4']));
  });

  test('with one film, on a plain web server elsewhere, keeps the captions of both languages', async () => {
    const elsewhere = await aPackageSite(async (file) => readMedia(path.basename(file)));
    onTestFinished(elsewhere.close);
    const site = await unpacked(standard, { languages: ['es'], media: `${elsewhere.url}muster/` });
    const { frame, press, t } = await launch(standard, site);
    await press(t('officer:film.play'));
    await expect.poll(async () => (await captionsIn(frame)).en).toBeGreaterThan(0);
    expect(await captionsIn(frame)).toMatchObject({ es: 'disabled' });
    expect(await frame.getByRole('button', { name: t('officer:film.voice') }).count()).toBe(0);
    await press(t('officer:film.toPolicy'));
    expect(site.missed.filter((file) => file !== 'favicon.ico')).toEqual([]);
    expect(new Set(elsewhere.asked)).toEqual(new Set(['muster/video.es.mp4']));
    expect(site.asked.filter((file) => file.endsWith('.mp4'))).toEqual([]);
  });
});

test('a package of cmi5 that nobody launched says so, and misses nothing', async () => {
  const site = await unpacked('cmi5');
  const page = await aPage();
  await page.goto(`${site.url}content/no%207/index.html`);
  const { t } = storyIn(page, 'en');
  await page.getByRole('heading', { name: t('lms:nobody.title') }).waitFor();
  expect(site.missed.filter((file) => file !== 'favicon.ico')).toEqual([]);
});
