import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '#domain/course/course.ts';

/** What an agency drops in: its whole film, or a clip of its chief before ours. */
export type Part = 'own' | 'chief';

/** Where an agency puts what it has filmed, inside the course's folder `video`. */
export const ownFolder = 'own';
export const clipFile = (part: Part, language: Language) => `${ownFolder}/${part}.${language}.mp4`;
export const captionsFile = (part: Part, language: Language) => `${ownFolder}/${part}.${language}.vtt`;
/** When each scene and cue of the own film begins and ends. */
export const cuesFile = `${ownFolder}/cues.json`;
/** What the chief's scene is called. */
export const chiefFile = `${ownFolder}/chief.json`;

const named = /^(own|chief)\.(en|es)\.(mp4|vtt)$|^(cues|chief)\.json$/;

/** Everything that lies there and is used, by its path inside `video`; and what lies there under a name that nothing reads. */
export function ownFilesIn(videoFolder: string): { used: string[]; unknown: string[] } {
  const folder = join(videoFolder, ownFolder);
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : [];
  const sorted = files.sort().map((name) => ({ name, path: `${ownFolder}/${name}` }));
  return {
    used: sorted.filter(({ name }) => named.test(name)).map(({ path }) => path),
    unknown: sorted.filter(({ name }) => !named.test(name)).map(({ path }) => path),
  };
}

/** SHA-256 (hex) of a file of any size: an agency's film may be larger than what Node reads at once. */
export function hashOfFile(path: string): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  const bytes = Buffer.alloc(1 << 22);
  for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes)) hash.update(bytes.subarray(0, read));
  closeSync(file);
  return hash.digest('hex');
}
