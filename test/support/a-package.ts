import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unitWords } from '#cli/package/unit-words.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { PackageChoices } from '#packaging/package-choices.ts';
import type { Files, PackageSources } from '#packaging/package-files.ts';
import { licencesIn, screensIn } from '#packaging/screens.ts';
import { theRealCourse } from '#test/support/a-quiz-course.ts';

const home = resolve(import.meta.dirname, '../..');
export const realMedia = join(home, 'public/media/civil-criminal-warrants');

/** As if nobody had chosen anything. */
export const choices = (changes: Partial<PackageChoices> = {}): PackageChoices => ({
  languages: ['en', 'es'],
  quality: 480,
  media: 'inside',
  exit: 'suspend-or-normal',
  ...changes,
});

/** Reading it means hashing two films, so once is enough. */
const course = theRealCourse();

export const sources = (changes: Partial<PackageSources> = {}): PackageSources => ({
  pack: course,
  words: unitWords(home),
  screens: someScreens(),
  readMedia: (name) => readFileSync(join(realMedia, name)),
  ...changes,
});

export const retitled = (pack: CoursePack, title: string): CoursePack => ({
  ...pack,
  text: { ...pack.text, en: { ...pack.text.en, title } },
});

/** A page with a script that loads another, a style and a font: all ways in which built screens name files. */
export const someScreens = (): Files =>
  new Map(
    Object.entries({
      'index.html':
        '<!doctype html><link rel="stylesheet" href="./assets/look.css"><script type="module" src="./assets/start.js"></script>',
      'assets/start.js': 'import{a}from"./shared.js";a(()=>import("./later.js"))',
      'assets/shared.js': 'export const a=(b)=>b()',
      'assets/later.js': 'export default new URL("font.woff2",import.meta.url)',
      'assets/look.css': '@font-face{src:url(./font.woff2)}',
      'assets/font.woff2': 'a font',
    }).map(([path, text]) => [path, new TextEncoder().encode(text)]),
  );

const built = join(home, 'dist/lms');

/** The screens that `npm run build:lms` made, or undefined where it did not run. */
export const builtScreens = (): Files | undefined =>
  existsSync(join(built, 'index.html')) ? screensIn(built) : undefined;

export const withLicences = (screens: Files): Files => new Map([...screens, ...licencesIn(home)]);
