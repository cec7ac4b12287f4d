import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8').replaceAll(/\s+/g, ' ');
const everyText = ['README.md', 'SECURITY.md', 'package.json', 'index.html', 'lms.html'].concat(
  ['locales', 'docs', 'content'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(json|md|txt|html)$/.test(file))
      .map((file) => path.join(folder, file)),
  ),
);

/** COMAR 12.04.01.12: a course counts as in-service training only when the Commission has approved it. */
const notApproved = {
  en: 'not Commission-approved unless your agency obtained approval',
  es: 'no está aprobada por la Comisión, salvo que su agencia haya obtenido la aprobación',
};

test('nobody is told that a completion is in-service credit: the screens and README say what it is not', () => {
  for (const [language, words] of Object.entries(notApproved)) {
    expect(JSON.parse(read(`locales/${language}/common.json`)).noCredit).toContain(words);
    expect(read('README.md')).toContain(words);
  }
});

/** Every screen that shows a receipt stands by that sentence; who adds one adds the line. */
test('wherever a receipt is shown, the sentence stands beside it', () => {
  const folder = path.join(root, 'src/app');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  const showing = sources.filter((file) => /(completion|officer)\??\.receipt\b/.test(read(`src/app/${file}`)));
  const saying = (file: string) => read(`src/app/${file}`).includes('<NoCreditLine />');
  // A section of the own record, whose page says it once for all editions.
  const page = (file: string) => (file === 'own-record/own-edition.tsx' ? 'own-record/own-record-page.tsx' : file);
  expect(showing.sort()).toEqual(['commander/officer-page.tsx', 'officer/done-step.tsx', 'own-record/own-edition.tsx']);
  expect(showing.filter((file) => !saying(page(file)))).toEqual([]);
});

test('nothing claims a CJIS certificate, which does not exist, nor to comply: it is designed to hold no CJI', () => {
  const claim =
    /CJIS[\s-]*(\w+\s+)?(certified|certification|compliant|compliance)|(certificad|cumple)\w*\W+(\w+\W+){0,4}CJIS/i;
  expect(everyText.filter((file) => claim.test(read(file)))).toEqual([]);
  expect('It is CJIS certified. It is CJIS-compliant.').toMatch(claim);
  expect(everyText.length).toBeGreaterThan(60);
  expect(read('README.md')).toContain('designed to hold no CJI');
});
