import { type Zippable, zipSync } from 'fflate';
import type { Files } from './package-files.ts';
import { isFilmOrFont, isPacked } from './package-paths.ts';

/** The first day that a zip can name, at noon of whoever makes it: fflate writes the hours of the local clock. */
const firstDay = () => new Date(1980, 0, 1, 12);

/** A plain file that everybody may read, as a Unix system notes it in the upper half of the attributes. */
const plainFile = 0o100644 << 16;
const unix = 3;

/** The same files give the same bytes, wherever and whenever. */
export function zipped(files: Files): Uint8Array {
  const entries = [...files].map(([path, bytes]) => [path, [bytes, { level: isPacked(path) ? 0 : 9 }]] as const);
  return zipSync(Object.fromEntries(entries) as Zippable, { mtime: firstDay(), os: unix, attrs: plainFile });
}

/** What the package weighs without film and fonts. */
export const bytesWithoutFilmAndFonts = (files: Files): number =>
  zipped(new Map([...files].filter(([path]) => !isFilmOrFont(path)))).length;
