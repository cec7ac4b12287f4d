import { expect, test } from 'vitest';
import { readFilmSources } from '#rendering/film-sources.ts';
import { readPronunciation, respelled } from '#rendering/pronunciation.ts';

const folder = 'content/civil-criminal-warrants/video';
const list = readPronunciation(folder);

test('a voice is told how to say what it would read wrongly, longest entry first', () => {
  expect(respelled('Form I-205 is no charge under 8 U.S.C. 1326.', list.en)).toBe(
    'Form eye two oh five is no charge under eight U S C thirteen twenty-six.',
  );
  expect(respelled('Avise al NCIC, no a ICE, en 60 min.', list.es)).toBe(
    'Avise al ene ce i ce, no a áis, en sesenta minutos.',
  );
});

test('only whole words are respelled, and none twice', () => {
  expect(respelled('OFFICE, ICE, 21326', list.en)).toBe('OFFICE, ice, 21326');
  expect(respelled('a b', { a: 'b', b: 'c' })).toBe('b c');
  expect(respelled('¿Órdenes? orden', { orden: 'x' })).toBe('¿Órdenes? x');
});

test('quotation marks are for readers; the voice gets the words', () => {
  expect(respelled('Not even “just wait here.” Go.', {})).toBe('Not even just wait here. Go.');
});

test('both lists know the names and figures of the course that a voice reads wrongly', () => {
  for (const language of ['en', 'es'] as const)
    for (const entry of ['ICE', 'NCIC', 'I-205', '8 U.S.C. 1326', '1326', '2019', '60 min'])
      expect(Object.keys(list[language]), `${language}: ${entry}`).toContain(entry);
});

test('no figure that the film speaks is left to the voice’s own reading', () => {
  const read = readFilmSources(folder);
  if (!read.ok) throw new Error(read.error.code);
  for (const language of ['en', 'es'] as const)
    for (const [id, text] of Object.entries(read.value.narration[language].cues)) {
      // A lone digit is read alike by every voice: Title 8.
      expect(respelled(text, list[language]), `${language}/${id}`).not.toMatch(/\d{2,}|\b[A-Z]{2,}\b/);
    }
});
