import { expect, test } from 'vitest';
import { edgeLevel, joined, roomAround, silences } from '#rendering/waveform.ts';

const samplesPerSecond = 1000;
/** Sound of this level for so many milliseconds, one stretch after the other. */
const sound = (...stretches: [level: number, milliseconds: number][]) => ({
  samples: Float32Array.from(
    stretches.flatMap(([level, length]) => Array.from({ length }, (_, n) => (n % 2 ? -level : level))),
  ),
  samplesPerSecond,
});

test('a pause is where nobody speaks; the closed lips of a word are none', () => {
  const speech = sound([0.5, 400], [0.001, 60], [0.4, 240], [0.002, 300], [0.5, 200]);
  expect(silences(speech)).toEqual([{ fromSeconds: 0.7, toSeconds: 1 }]);
});

test('the room before and after a voice is known, and none where it begins and ends at once', () => {
  const { before, after } = roomAround(sound([0, 80], [0.5, 500], [0, 150]));
  expect(before).toBeCloseTo(0.08);
  expect(after).toBeCloseTo(0.15);
  expect(roomAround(sound([0.5, 300]))).toEqual({ before: 0, after: 0 });
});

test('a recording that is cut off in the middle of a sound would click', () => {
  expect(edgeLevel(sound([0, 20], [0.5, 300], [0, 20]))).toBe(0);
  expect(edgeLevel(sound([0, 20], [0.5, 300]))).toBe(0.5);
  expect(edgeLevel(sound([0.3, 300], [0, 20]))).toBeCloseTo(0.3);
});

test('sentences follow each other with the same room, however much silence each was spoken with', () => {
  const both = joined([sound([0, 300], [0.5, 400], [0, 10]), sound([0.5, 200], [0, 900])], 0.4);
  const pauses = silences(both);
  expect(pauses).toHaveLength(1);
  expect((pauses[0]?.toSeconds ?? 0) - (pauses[0]?.fromSeconds ?? 0)).toBeGreaterThan(0.25);
  expect((pauses[0]?.toSeconds ?? 0) - (pauses[0]?.fromSeconds ?? 0)).toBeLessThan(0.45);
  expect(roomAround(both).before).toBeLessThan(0.06);
  expect(roomAround(both).after).toBeLessThan(0.12);
});

test('a sentence that was cut off is faded, so that its join does not click', () => {
  const both = joined([sound([0.5, 300]), sound([0.5, 300])], 0.4);
  expect(edgeLevel(both)).toBeLessThan(0.4);
  expect(Math.abs(both.samples[0] ?? 1)).toBe(0);
  expect(Math.abs(both.samples.at(-1) ?? 1)).toBe(0);
});
