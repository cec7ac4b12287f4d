import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Storyboard } from '#domain/course/storyboard.ts';
import { sourceHashes } from './film-sources.ts';

/** Ties the rendered files to what they were made from, so that a changed sentence cannot leave an old film standing. */
export interface MediaLock {
  readonly sources: Readonly<Record<string, string>>;
  readonly media: Readonly<Record<string, string>>;
}

export function mediaLock(videoFolder: string, storyboard: Storyboard, mediaFolder: string): MediaLock {
  const files = readdirSync(mediaFolder).filter((file) => file !== 'media.lock.json');
  const digest = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(mediaFolder, file)))
      .digest('hex');
  return {
    sources: sourceHashes(videoFolder, storyboard),
    media: Object.fromEntries(files.sort().map((file) => [file, digest(file)])),
  };
}
