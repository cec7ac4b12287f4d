import { expect, test } from 'vitest';
import { wordTimes } from '#rendering/word-times.ts';

const begins = (text: string, pauses: [number, number][], until = 10) =>
  wordTimes(text.split(' '), { fromSeconds: 0, toSeconds: until }, pauses);

test('without pauses every word has the share of time that its letters have', () => {
  expect(begins('aaaa bbbb aaaa bbbb', [])).toEqual([0, 2.5, 5, 7.5, 10]);
});

test('a sentence begins where the voice goes on after its pause, however slowly the one before was spoken', () => {
  const times = begins('Names repeat. Compare the photo.', [[6, 6.5]]);
  expect(times[2]).toBe(6.5);
  expect(times.at(-1)).toBe(10);
  expect(times[1]).toBeGreaterThan(0);
  expect(times[1]).toBeLessThan(6);
});

test('a breath that no punctuation explains moves nothing to the wrong sentence', () => {
  const times = begins('One two three four. Five six seven eight.', [
    [1, 1.13],
    [4.6, 5.2],
  ]);
  expect(times[4]).toBe(5.2);
});

test('pauses keep the order of the text: two sentences, two pauses', () => {
  const times = begins('Yes. No, not that. Go on now.', [
    [1, 1.4],
    [6, 6.4],
  ]);
  expect(times[1]).toBe(1.4);
  expect(times[4]).toBe(6.4);
  for (const [index, time] of times.entries()) expect(time).toBeGreaterThanOrEqual(times[index - 1] ?? 0);
});
