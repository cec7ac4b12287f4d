import { expect, test } from 'vitest';
import { fitPace } from '#rendering/pace.ts';

const storyboard = {
  scenes: [{ id: 'one', drawing: 'd', cues: [{ id: 'a', speaker: 'command' as const, clauses: ['R1'] }] }],
};
const narration = (text: string) => ({ speakers: { command: 'c', association: 'a' }, scenes: {}, cues: { a: text } });

test('a voice that outruns its captions is slowed until a reader keeps up', () => {
  const words = 'x'.repeat(180);
  const speeds = fitPace(
    storyboard,
    { en: narration(words), es: narration(words) },
    { en: { a: 10.5 }, es: { a: 12 } },
  );
  expect(speeds.en.a).toBeCloseTo(10.5 / (180 / 16.2), 3);
  expect(speeds.es.a).toBe(1);
});

test('the quicker language is slowed towards the other, by a tenth at most', () => {
  const words = narration('x');
  const both = { en: words, es: words };
  expect(fitPace(storyboard, both, { en: { a: 20 }, es: { a: 18.5 } }).es.a).toBeCloseTo(18.5 / 19, 3);
  expect(fitPace(storyboard, both, { en: { a: 20 }, es: { a: 10 } }).es.a).toBe(0.9);
});
