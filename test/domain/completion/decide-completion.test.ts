import { describe, expect, test } from 'vitest';
import { decideCompletion, type Evidence } from '#domain/completion/decide-completion.ts';
import { openWatching } from '#domain/coverage/watching.ts';

const course = { passRule: { watchedShare: 0.98, reruns: 2, neverBroken: ['R1'] } };
const cue = (fromSeconds: number) => ({
  id: 'recap',
  sceneId: 'help',
  clauses: ['R8'],
  at: {
    en: { fromSeconds, toSeconds: fromSeconds + 5 },
    es: { fromSeconds: fromSeconds + 1, toSeconds: fromSeconds + 5 },
  },
  says: { en: 'Read it.', es: 'Léalo.' },
});
const film = { durationSeconds: 300, cues: [cue(0), cue(290)] };
const whole = [{ fromSeconds: 0, toSeconds: 300 }];
const watching = { ...openWatching(0), proved: whole };

const anEvidence = (changes: Partial<Evidence> = {}): Evidence => ({
  watching,
  witnessed: [],
  acknowledged: true,
  quiz: 'passed',
  ...changes,
});
const decide = (changes: Partial<Evidence> = {}) => decideCompletion(course, film, anEvidence(changes));

describe('when an officer has completed', () => {
  test('film, policy and quiz together, and the film timed by the server: grade A', () => {
    expect(decide()).toEqual({ complete: true, grade: 'A' });
  });

  test('the film at roll call: grade B, also when a late arrival watched the missing minutes alone', () => {
    expect(decide({ watching: openWatching(0), witnessed: whole })).toEqual({ complete: true, grade: 'B' });
    const missed = { ...openWatching(0), proved: [{ fromSeconds: 0, toSeconds: 60 }] };
    const attended = [{ fromSeconds: 60, toSeconds: 300 }];
    expect(decide({ watching: missed, witnessed: attended })).toEqual({ complete: true, grade: 'B' });
  });

  test('any stretch that is needed and that no server timed: grade C, whatever else is proved', () => {
    const mixed = {
      ...openWatching(0),
      proved: [{ fromSeconds: 0, toSeconds: 200 }],
      reported: [{ fromSeconds: 200, toSeconds: 300 }],
    };
    expect(decide({ watching: mixed })).toEqual({ complete: true, grade: 'C' });
  });

  test.each([
    ['policy', { acknowledged: false }],
    ['quiz', { quiz: 'deciding' }],
    ['quiz', { quiz: 'needs-talk' }],
    ['film', { watching: openWatching(0) }],
  ] as const)('the %s is still owed', (owed, changes) => {
    expect(decide(changes)).toEqual({ complete: false, owes: [owed] });
  });

  test('98 % without the last cue is not the film', () => {
    const shortOfTheEnd = { ...openWatching(0), proved: [{ fromSeconds: 0, toSeconds: 295 }] };
    expect(decide({ watching: shortOfTheEnd })).toEqual({ complete: true, grade: 'A' });
    const lateCue = { durationSeconds: 300, cues: [cue(296)] };
    expect(decideCompletion(course, lateCue, anEvidence({ watching: shortOfTheEnd }))).toEqual({
      complete: false,
      owes: ['film'],
    });
  });

  test('97 % is not the film even when the last cue was seen', () => {
    const gap = {
      ...openWatching(0),
      proved: [
        { fromSeconds: 0, toSeconds: 100 },
        { fromSeconds: 109, toSeconds: 300 },
      ],
    };
    expect(decide({ watching: gap })).toEqual({ complete: false, owes: ['film'] });
  });

  test('what is under review counts for nothing', () => {
    expect(decide({ watching: { ...openWatching(0), toReview: whole } })).toEqual({ complete: false, owes: ['film'] });
  });
});
