import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Files } from './package-files.ts';

/** What a package hands on must say under which licences it does. */
const licences = ['LICENSE', 'THIRD-PARTY-NOTICES.md'];

/** Notes of the build, for us and not for an LMS. */
const isNote = (path: string) => /(^|\/)\.|\.map$|^sources\.sha256$/.test(path);

/** The built screens of `folder`, by path. */
export function screensIn(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !isNote(path))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
}

/** The licences of Muster and of all that is built into its screens, from the project's folder, under names that LMSs take. */
export const licencesIn = (home: string): Files =>
  new Map(licences.map((name) => [`${name.replace('.md', '')}.txt`, readFileSync(join(home, name))]));
