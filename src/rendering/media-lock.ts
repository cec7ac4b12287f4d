import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { languages } from '#domain/course/closed-lists.ts';
import type { InBothLanguages } from '#domain/course/course.ts';
import type { Storyboard } from '#domain/course/storyboard.ts';
import { markupOf, posterMarkupOf } from './draw.ts';
import { sourceHashes } from './film-sources.ts';
import type { StagedScene } from './scenes/stage.tsx';
import { posterWords, type Staging, staged } from './staging.ts';

/** Ties the rendered files to what they were made from, so that a changed sentence cannot leave an old film standing. */
export interface MediaLock {
  readonly sources: Readonly<Record<string, string>>;
  /**
   * What is drawn, by language and scene: the hash of its markup at the moments of `tellingMoments`; and, as `en poster`,
   * the poster's, which shows the course's title.
   */
  readonly pictures: Readonly<Record<string, string>>;
  readonly media: Readonly<Record<string, string>>;
}

const digest = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export function mediaLock(
  videoFolder: string,
  storyboard: Storyboard,
  mediaFolder: string,
  pictures: MediaLock['pictures'],
): MediaLock {
  const files = readdirSync(mediaFolder).filter((file) => file !== 'media.lock.json');
  return {
    sources: sourceHashes(videoFolder, storyboard),
    pictures,
    media: Object.fromEntries(files.sort().map((file) => [file, digest(readFileSync(join(mediaFolder, file)))])),
  };
}

/** Moments that tell whether a scene's drawing changed: five in each cue. */
export const tellingMoments = (scene: StagedScene): number[] =>
  scene.cues.flatMap(({ fromSeconds, toSeconds }) =>
    [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => fromSeconds + (toSeconds - fromSeconds) * share),
  );

export const pictureHash = (markup: readonly string[]) => digest(markup.join('\n'));

/** The hash of what every scene and poster draws, as `npm test` computes it again without a browser. */
export async function picturesOf(
  page: Page,
  staging: Staging,
  titles: InBothLanguages<string>,
): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const language of languages) {
    for (const scene of staged(staging, language))
      hashes[`${language} ${scene.id}`] = pictureHash(await markupOf(page, scene, tellingMoments(scene)));
    const poster = await posterMarkupOf(page, posterWords(staging, language, titles[language]));
    hashes[`${language} poster`] = pictureHash([poster]);
  }
  return hashes;
}
