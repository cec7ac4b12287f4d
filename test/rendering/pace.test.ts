import { expect, test } from 'vitest';
import { fitPace, fitRoom } from '#rendering/pace.ts';

const storyboard = {
  scenes: [{ id: 'one', drawing: 'd', cues: [{ id: 'a', speaker: 'command' as const, clauses: ['R1'] }] }],
};
const narration = (text: string) => ({ speakers: { command: 'c', association: 'a' }, scenes: {}, cues: { a: text } });

test('a voice that outruns its captions is slowed until a reader keeps up', () => {
  const words = narration('x'.repeat(180));
  const speeds = fitPace(storyboard, { en: words, es: words }, { en: { a: 10.5 }, es: { a: 10.9 } });
  expect(speeds.en.a).toBeCloseTo(10.5 / (180 / 16.6), 3);
  expect(speeds.es.a).toBeGreaterThanOrEqual(1);
});

test('a cue is slow enough for the captions of its translation, which have the pause behind it too', () => {
  const speeds = fitPace(
    storyboard,
    { en: narration('x'), es: narration('x'.repeat(180)) },
    { en: { a: 10 }, es: { a: 12 } },
  );
  expect(speeds.en.a).toBeCloseTo(10 / (180 / 16.6 - 0.45), 3);
});

test('the slower language is quickened towards the other, by less than a tenth and never past its readers', () => {
  const short = narration('x');
  const both = { en: short, es: short };
  expect(fitPace(storyboard, both, { en: { a: 20 }, es: { a: 21 } })).toEqual({ en: { a: 1 }, es: { a: 1.05 } });
  expect(fitPace(storyboard, both, { en: { a: 20 }, es: { a: 30 } }).es.a).toBe(1.08);
  const long = { en: short, es: narration('x'.repeat(332)) };
  expect(fitPace(storyboard, long, { en: { a: 19 }, es: { a: 21 } }).es.a).toBeCloseTo(1.05);
});

test('what remains between the languages is shared out by slowing the quicker one, by a tenth at most', () => {
  const words = narration('x');
  const both = { en: words, es: words };
  const speeds = fitPace(storyboard, both, { en: { a: 20 }, es: { a: 17 } });
  expect(speeds.en.a).toBe(1.08);
  expect(speeds.es.a).toBeCloseTo(17 / (20 / 1.08 - 1), 3);
  expect(fitPace(storyboard, both, { en: { a: 20 }, es: { a: 10 } }).es.a).toBe(0.9);
});

test('the language that is done sooner gets room between its sentences, no more than a listener bears', () => {
  const gaps = { en: { a: 10 }, es: { a: 10 } };
  const near = fitRoom(storyboard, { en: { a: 20 }, es: { a: 21 } }, gaps);
  expect(near.en.a).toBeCloseTo(0.42);
  expect(near.es.a).toBe(0.32);
  expect(fitRoom(storyboard, { en: { a: 20 }, es: { a: 30 } }, gaps).en.a).toBe(0.55);
  expect(fitRoom(storyboard, { en: { a: 20 }, es: { a: 30 } }, { en: { a: 0 }, es: { a: 3 } }).es.a).toBe(0.32);
});
