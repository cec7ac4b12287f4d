import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStudio, type Studio } from '#rendering/browser.ts';
import { checkInk } from '#rendering/check-ink.ts';
import { still, UnknownDrawing } from '#rendering/draw.ts';
import type { FilmWork } from '#rendering/film-making.ts';
import { measureRecordings, readFilmSources } from '#rendering/film-sources.ts';
import { picturesOf } from '#rendering/media-lock.ts';
import { planSegments } from '#rendering/segments.ts';
import { staged } from '#rendering/staging.ts';
import { layOut } from '#rendering/timeline.ts';
import { readPauses } from '#rendering/voice-pauses.ts';
import { picturesDrawn } from '../rendering/pictures-drawn.tsx';

const videoFolder = 'content/civil-criminal-warrants/video';
const read = readFilmSources(videoFolder);
if (!read.ok) throw new Error(JSON.stringify(read.error));
const { storyboard, narration } = read.value;
const laidOut = layOut(storyboard, measureRecordings(videoFolder, storyboard));
if (!laidOut.ok) throw new Error(JSON.stringify(laidOut.error));
const staging = { timeline: laidOut.value, narration, heard: readPauses(videoFolder) };

let studio: Studio;
let keptIn: string;
let work: FilmWork;
beforeAll(async () => {
  studio = await openStudio();
  keptIn = mkdtempSync(join(tmpdir(), 'muster-kept-'));
  work = { ...staging, videoFolder, keptIn, say: () => {} };
}, 60_000);
afterAll(async () => {
  await studio.close();
  rmSync(keptIn, { recursive: true });
});

test.each(['en', 'es'] as const)(
  'every %s word stands in its place, 4.5 to 1 on what is behind it, and can be read on 480 lines',
  async (language) => {
    expect((await checkInk(studio, work, language)).filter(({ isFine }) => !isFine)).toEqual([]);
  },
  120_000,
);

test('a scene is drawn again when a word of it changes, and kept when nothing did', async () => {
  const page = await studio.openPage(360);
  const [scene] = staged(staging, 'en');
  if (!scene) throw new Error('no scene');
  const plan = async (words: Record<string, string>) => {
    const wanted = { id: scene.id, language: 'en', scene: { ...scene, words }, frames: 300 } as const;
    const [segment] = await planSegments(page, [wanted], keptIn);
    if (!segment) throw new Error('no segment');
    return segment;
  };
  const first = await plan(scene.words);
  expect(first.isKept).toBe(false);
  writeFileSync(first.files.large, '');
  expect((await plan(scene.words)).isKept, 'the small file is still missing').toBe(false);
  writeFileSync(first.files.small, '');
  expect((await plan(scene.words)).isKept).toBe(true);
  expect((await plan({ ...scene.words, stop: 'A stop at night' })).isKept).toBe(false);
  await page.close();
}, 60_000);

test('the browser that renders and the test that watches over the film draw the same pictures', async () => {
  const page = await studio.openPage(360);
  const titles = { en: 'Civil or criminal? Reading a warrant', es: '¿Civil o penal? Cómo leer una orden' };
  expect(await picturesOf(page, staging, titles)).toEqual(picturesDrawn(staging, titles));
  await page.close();
}, 60_000);

test('a storyboard that names a drawing nobody drew is told which there are', async () => {
  const page = await studio.openPage(360);
  const [scene] = staged(staging, 'en');
  if (!scene) throw new Error('no scene');
  await expect(still(page, { ...scene, drawing: 'three-wishes' }, 1)).rejects.toThrow(UnknownDrawing);
  await page.close();
});
