import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const areas = readdirSync(path.join(root, 'locales/en')).map((file) => path.basename(file, '.json'));

type Words = { [key: string]: string | Words };
const wordsOf = (language: string, area: string): Words =>
  JSON.parse(readFileSync(path.join(root, 'locales', language, `${area}.json`), 'utf8'));

const flat = (words: Words, prefix = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );

type Part = ReturnType<IntlMessageFormat['getAst']>[number];
/** ICU node types of @formatjs: 0 literal, 7 pound; all others carry an argument's name, select and plural carry options. */
const argumentsOf = (parts: Part[]): string[] =>
  parts.flatMap((part) => [
    ...(part.type !== 0 && part.type !== 7 && 'value' in part ? [String(part.value)] : []),
    ...('options' in part ? Object.values(part.options).flatMap((option) => argumentsOf(option.value)) : []),
    ...('children' in part ? argumentsOf(part.children) : []),
  ]);
const shape = (language: string, area: string) =>
  Object.fromEntries(
    flat(wordsOf(language, area)).map(([key, message]) => [
      key,
      [...new Set(argumentsOf(new IntlMessageFormat(message, language).getAst()))].sort(),
    ]),
  );

const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.tsx?$/.test(file),
);
const textOf = (some: string[]) => some.map((file) => readFileSync(path.join(root, 'src', file), 'utf8')).join('\n');
const sources = textOf(files);
/** What the content check finds is for authors, like a compiler's messages, and carries its reason with it. */
const sourcesForPeople = textOf(files.filter((file) => !/(domain|server)\/course\//.test(file)));
const literals = new Set([...sources.matchAll(/['"`]([\w-]+:)?([\w.-]+)['"`]/g)].map((match) => match[2]));
const templateHeads = [...sources.matchAll(/`(?:[\w-]+:)?([\w-]+\.[\w.-]*)\$\{/g)].map((match) => match[1] ?? '');

describe('both languages, always', () => {
  test.each(areas)('Spanish says everything that English says in %s, with the same arguments', (area) => {
    expect(shape('es', area)).toEqual(shape('en', area));
  });

  test.each(areas)('no sentence of %s is the same in both languages by oversight', (area) => {
    const spanish = new Map(flat(wordsOf('es', area)));
    const same = flat(wordsOf('en', area)).filter(
      ([key, message]) => /[a-z]{3,} [a-z]{3,} [a-z]{2,}/i.test(message) && spanish.get(key) === message,
    );
    expect(same).toEqual([]);
  });

  test.each(areas)('every sentence of %s is used', (area) => {
    const unused = flat(wordsOf('en', area))
      .map(([key]) => key)
      .filter((key) => !literals.has(key) && !templateHeads.some((head) => key.startsWith(head)));
    expect(unused).toEqual([]);
  });

  test('every line that an officer’s history may hold has a sentence', () => {
    const kinds = [...sources.matchAll(/noteEvent\([^)]*\{ kind: '([\w-]+\.[\w-]+)'/g)].map((match) => match[1] ?? '');
    const worded = new Set(flat(wordsOf('en', 'commander')).map(([key]) => key));
    expect(kinds.filter((kind) => !worded.has(`history.${kind}`))).toEqual([]);
    expect(kinds).toContain('roster.deactivated');
  });

  test('every failure code that a person may meet has a sentence in both languages', () => {
    const codes = [
      ...new Set([...sourcesForPeople.matchAll(/code: '([\w-]+\.[\w-]+)'/g)].map((match) => match[1] ?? '')),
    ];
    const areas = [
      'errors',
      'errors-staff',
      'errors-entry',
      'errors-admin',
      'roster',
      'lms-import',
      'terminal',
      'package',
    ];
    const said = areas.flatMap((area) => flat(wordsOf('en', area)));
    const worded = new Set(said.map(([key]) => key));
    expect(codes.filter((code) => !worded.has(code))).toEqual([]);
    expect(codes.length).toBeGreaterThan(5);
  });
});
