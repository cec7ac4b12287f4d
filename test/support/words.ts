import { readFileSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '#domain/course/closed-lists.ts';

type Words = { [key: string]: string | Words };

const readWords = (language: Language, area: string) =>
  JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, '../../locales', language, `${area}.json`), 'utf8'),
  ) as Words;

/** Looks up what a screen says, as `area:key.path`, so that one story runs in both languages. */
export function wordsIn(language: Language) {
  return (key: string, slots: Record<string, string | number> = {}): string => {
    const [area = '', keys = ''] = key.split(':');
    // What staff screens say of failures is added to the errors that every screen has.
    const areas = area === 'errors' ? [area, 'errors-staff', 'errors-entry', 'errors-admin'] : [area];
    const all = Object.assign({}, ...areas.map((each) => readWords(language, each))) as Words;
    const found = keys
      .split('.')
      .reduce<string | Words | undefined>((words, part) => (typeof words === 'object' ? words[part] : undefined), all);
    if (typeof found !== 'string') throw new Error(`No screen says ${key} in ${language}.`);
    return String(new IntlMessageFormat(found, language).format(slots));
  };
}
