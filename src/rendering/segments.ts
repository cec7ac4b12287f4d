import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Language } from '#domain/course/course.ts';
import { type Studio, style } from './browser.ts';
import { draw, markupOf, type Picture, secondsOf } from './draw.ts';
import { encodePictures, type RenditionName, renditionNames, renditions, videoArguments } from './encode.ts';
import type { StagedScene } from './scenes/stage.tsx';

/** One scene in one language, as it is drawn, encoded and kept. */
export interface Segment {
  readonly id: string;
  readonly language: Language;
  readonly scene: StagedScene;
  readonly frames: number;
  readonly files: Readonly<Record<RenditionName, string>>;
  /** True where an earlier rendering left it and nothing that it shows has changed since. */
  readonly isKept: boolean;
}

/**
 * What decides whether a scene is drawn again: the markup of every frame, the page around it, and how it is encoded. So a
 * rendering that was interrupted goes on with the scene that it had reached.
 */
async function keyOf(page: Page, scene: StagedScene, frames: number): Promise<string> {
  const hash = createHash('sha256').update(style());
  for (const name of renditionNames) hash.update(JSON.stringify([renditions[name], videoArguments(renditions[name])]));
  for (const markup of await markupOf(page, scene, secondsOf(frames))) hash.update(markup);
  return hash.digest('hex').slice(0, 16);
}

type Wanted = Pick<Segment, 'id' | 'language' | 'scene' | 'frames'>;

/** Sees which scenes are there already. */
export async function planSegments(page: Page, wanted: readonly Wanted[], folder: string): Promise<Segment[]> {
  const segments: Segment[] = [];
  for (const { id, language, scene, frames } of wanted) {
    const key = await keyOf(page, scene, frames);
    const named = (name: RenditionName) => join(folder, `${language}.${id}.${key}.${name}.mp4`);
    const files = { large: named('large'), small: named('small') };
    const isKept = renditionNames.every((name) => existsSync(files[name]));
    segments.push({ id, language, scene, frames, files, isKept });
  }
  return segments;
}

/** Draws and encodes one scene; only a whole one gets its name. Older versions of the scene are thrown away. */
async function makeSegment(page: Page, segment: Segment, folder: string, tell: Tell): Promise<void> {
  const { language, id, scene, frames, files } = segment;
  const parts = { large: `${files.large}.part`, small: `${files.small}.part` };
  async function* told(): AsyncGenerator<Picture> {
    for await (const picture of draw(page, scene, secondsOf(frames))) {
      tell(segment, picture);
      yield picture;
    }
  }
  await encodePictures(told(), parts);
  const older = readdirSync(folder).filter((file) => file.startsWith(`${language}.${id}.`));
  for (const file of older.map((name) => join(folder, name))) if (!Object.values(parts).includes(file)) rmSync(file);
  for (const name of renditionNames) renameSync(parts[name], files[name]);
}

export type Tell = (segment: Segment, picture: Picture) => void;

/** Makes the scenes that are missing, on as many pages as there are cores to draw with; the longest first. */
export async function makeSegments(
  studio: Studio,
  segments: readonly Segment[],
  folder: string,
  tell: Tell,
  pages = 2,
): Promise<void> {
  const waiting = segments.filter(({ isKept }) => !isKept).toSorted((a, b) => b.frames - a.frames);
  const work = async () => {
    if (waiting.length === 0) return;
    const page = await studio.openPage(renditions.large.height);
    for (let next = waiting.shift(); next; next = waiting.shift()) await makeSegment(page, next, folder, tell);
    await page.close();
  };
  await Promise.all(Array.from({ length: pages }, work));
}
