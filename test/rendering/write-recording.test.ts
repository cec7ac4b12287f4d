import { expect, test } from 'vitest';
import { sentencesOf } from '#rendering/write-recording.ts';

test('a voice is given whole sentences, in both languages and with their quotation marks', () => {
  expect(sentencesOf('Not even “just wait here.” Finish the stop. Unsure?')).toEqual([
    'Not even “just wait here.”',
    'Finish the stop.',
    'Unsure?',
  ]);
  expect(sentencesOf('¿Dudas? Su supervisor.')).toEqual(['¿Dudas?', 'Su supervisor.']);
  expect(sentencesOf('Title 8, section 1326')).toEqual(['Title 8, section 1326']);
});
