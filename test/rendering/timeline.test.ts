import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Storyboard } from '#domain/course/storyboard.ts';
import { framesPerSecond, layOut, mostAddedSilenceSeconds, pauses } from '#rendering/timeline.ts';

const cue = (id: string) => ({ id, speaker: 'command' as const, clauses: ['R1'] });
const storyboard: Storyboard = {
  scenes: [
    { id: 'one', drawing: 'd', cues: [cue('a'), cue('b')] },
    { id: 'two', drawing: 'd', cues: [cue('c')] },
  ],
};
const lengths = { en: { a: 4.111, b: 3, c: 5.017 }, es: { a: 3.5, b: 3.2, c: 5.9 } };

test('an officer who switches the language stays in the same scene: boundaries are one list of frames', () => {
  const laidOut = layOut(storyboard, lengths);
  if (!laidOut.ok) throw new Error(laidOut.error.code);
  const [one, two] = laidOut.value.scenes;
  const needed = pauses.before + 4.111 + pauses.between + 3 + pauses.after;
  expect(one?.fromFrame).toBe(0);
  expect(one?.toFrame).toBe(Math.ceil(needed * framesPerSecond));
  expect(two?.fromFrame).toBe(one?.toFrame);
  expect(two?.toFrame).toBe(laidOut.value.frames);
});

test('whatever the voices take, cues keep their order, their length and their scene in both languages', () => {
  const second = fc.double({ min: 0.6, max: 20, noNaN: true });
  const near = fc.record({ en: second, by: fc.double({ min: -0.6, max: 0.6, noNaN: true }) });
  fc.assert(
    fc.property(near, near, near, (a, b, c) => {
      const spoken = { en: { a: a.en, b: b.en, c: c.en }, es: { a: a.en + a.by, b: b.en + b.by, c: c.en + c.by } };
      fc.pre(Object.values(spoken.es).every((seconds) => seconds > 0.05));
      const laidOut = layOut(storyboard, spoken);
      if (!laidOut.ok) throw new Error(laidOut.error.code);
      for (const language of ['en', 'es'] as const) {
        let clock = 0;
        for (const cue of laidOut.value.cues) {
          const { fromSeconds, toSeconds } = cue.at[language];
          const scene = laidOut.value.scenes.find(({ id }) => id === cue.sceneId);
          expect(fromSeconds).toBeGreaterThan(clock);
          expect(toSeconds - fromSeconds).toBeCloseTo(spoken[language][cue.id as 'a'], 2);
          expect(fromSeconds * framesPerSecond).toBeGreaterThanOrEqual(scene?.fromFrame ?? Number.NaN);
          expect(toSeconds * framesPerSecond).toBeLessThanOrEqual(scene?.toFrame ?? Number.NaN);
          clock = toSeconds;
        }
        for (const scene of laidOut.value.scenes)
          expect(scene.addedSilence[language]).toBeLessThanOrEqual(mostAddedSilenceSeconds);
      }
    }),
  );
});

test('a language that would stand silent for more than two seconds is refused by name', () => {
  const laidOut = layOut(storyboard, { en: lengths.en, es: { ...lengths.es, c: 2.9 } });
  expect(laidOut).toMatchObject({ ok: false, error: { code: 'too-much-silence', language: 'es', sceneId: 'two' } });
});

test('a cue without a recording is named', () => {
  const { c: _, ...without } = lengths.es;
  const laidOut = layOut(storyboard, { en: lengths.en, es: without });
  expect(laidOut).toEqual({ ok: false, error: { code: 'narration-missing', language: 'es', cueId: 'c' } });
});
