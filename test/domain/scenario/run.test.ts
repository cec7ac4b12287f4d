import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '#domain/course/scenario.ts';
import { explanationsOf } from '#domain/scenario/explanation.ts';
import {
  choose,
  holdLimitEnding,
  holdLimitMinutes,
  openOptions,
  type Ruling,
  type Run,
  replay,
  rulingOf,
  startRun,
} from '#domain/scenario/run.ts';
import { theRealCourse, theShortCourse } from '#test/support/a-quiz-course.ts';
import { aDecision, anOption, aRuling, aScenario } from '#test/support/a-scenario.ts';

const courses = { 'the short course': theShortCourse(), 'the course that is taught': theRealCourse() };
const everyScenario = Object.entries(courses).flatMap(([course, pack]) =>
  Object.values(pack.scenarios).map((scenario) => ({ course, scenario, ruling: rulingOf(pack.course) })),
);

/** Plays to an ending, each time taking the open option that the number points to. */
const play = ({ scenario, ruling }: { scenario: Scenario; ruling: Ruling }, seed: string, picks: number[]): Run[] => {
  const runs = [startRun(scenario, seed)];
  for (const pick of picks) {
    const now = runs.at(-1) as Run;
    const options = openOptions(scenario, now);
    const option = options[pick % Math.max(1, options.length)];
    const next = option && choose(scenario, now, { decisionId: now.decisionId ?? '', optionId: option.id }, ruling);
    if (!next) break;
    runs.push(next);
  }
  return runs;
};
const anyPlay = fc.record({
  of: fc.constantFrom(...everyScenario),
  seed: fc.string(),
  picks: fc.array(fc.nat(20), { minLength: 20, maxLength: 20 }),
});

describe('however an officer plays a scenario', () => {
  test('neither clock ever runs backwards, and the run ends', () => {
    fc.assert(
      fc.property(anyPlay, ({ of, seed, picks }) => {
        const runs = play(of, seed, picks);
        runs.slice(1).forEach((run, at) => {
          expect(run.stopMinutes).toBeGreaterThanOrEqual(runs[at]?.stopMinutes ?? 0);
          expect(run.holdMinutes).toBeGreaterThanOrEqual(runs[at]?.holdMinutes ?? 0);
        });
        expect(runs.at(-1)?.endingId).not.toBeNull();
      }),
    );
  });

  test('any minute of hold on a basis known to be civil breaks R1 and R7', () => {
    fc.assert(
      fc.property(anyPlay, ({ of, seed, picks }) => {
        const runs = play(of, seed, picks);
        runs.slice(1).forEach((run, at) => {
          const before = runs[at] as Run;
          if (before.basis === 'civil' && run.holdMinutes > before.holdMinutes) {
            expect(run.wrong).toEqual(expect.arrayContaining(['R1', 'R7']));
          }
        });
      }),
    );
  });

  test('the choices on record lead to the same run again', () => {
    fc.assert(
      fc.property(anyPlay, ({ of, seed, picks }) => {
        const last = play(of, seed, picks).at(-1) as Run;
        expect(replay(of.scenario, seed, last.choices, of.ruling)).toEqual(last);
      }),
    );
  });

  test('what is explained of each choice adds up to what is held against the run', () => {
    fc.assert(
      fc.property(anyPlay, ({ of, seed, picks }) => {
        const last = play(of, seed, picks).at(-1) as Run;
        const explained = explanationsOf(of.scenario, last, of.ruling);
        expect(explained.map((each) => each.option.id)).toEqual(last.choices.map((each) => each.optionId));
        expect(new Set(explained.flatMap((each) => each.broke))).toEqual(new Set(last.wrong));
        expect(explained.at(-1)?.after).toEqual(last);
      }),
    );
  });
});

describe('the hour for finding out (R10)', () => {
  const waiting = (changes: object) =>
    aScenario({
      startsAt: { stopMinutes: 0, holdMinutes: 50, basis: 'unknown' },
      decisions: [
        aDecision({
          id: 'wait',
          options: [
            anOption({ id: 'ten', holdMinutes: 10, clauses: ['R11'], next: 'act' }),
            anOption({ id: 'eleven', holdMinutes: 11, clauses: ['R11'], next: 'act', ...changes }),
          ],
        }),
        aDecision({ id: 'act' }),
      ],
    });
  const wait = (optionId: string, changes: object = {}) =>
    choose(waiting(changes), startRun(waiting(changes), 'seed'), { decisionId: 'wait', optionId }, aRuling());

  test('sixty minutes are within it', () => {
    expect(wait('ten')).toMatchObject({ holdMinutes: holdLimitMinutes, endingId: null, wrong: [] });
  });

  test('the sixty-first ends the run, even if the option itself was sound', () => {
    expect(wait('eleven')).toMatchObject({ endingId: holdLimitEnding, decisionId: null, wrong: ['R10'] });
  });

  test('learning the basis only in that minute does not make up for it', () => {
    expect(wait('eleven', { basis: 'criminal' })).toMatchObject({ endingId: holdLimitEnding, wrong: ['R10'] });
  });

  test('an officer who knew that it is criminal is past finding out', () => {
    const known = { ...startRun(waiting({}), 'seed'), basis: 'criminal' as const };
    expect(choose(waiting({}), known, { decisionId: 'wait', optionId: 'eleven' }, aRuling())).toMatchObject({
      endingId: null,
    });
  });
});

describe('an answer that chance brings', () => {
  const asked = aScenario({
    startsAt: { stopMinutes: 0, holdMinutes: 50, basis: 'unknown' },
    chances: { answer: ['criminal', 'silence'] },
    decisions: [
      aDecision({
        id: 'ask',
        options: [
          anOption({
            id: 'dispatch',
            holdMinutes: 5,
            next: { chance: 'answer', leadsTo: { criminal: 'confirmed', silence: 'unanswered' } },
          }),
        ],
      }),
      aDecision({ id: 'confirmed', basis: 'criminal', options: [anOption({ id: 'stay', holdMinutes: 20 })] }),
      aDecision({ id: 'unanswered', options: [anOption({ id: 'stay', holdMinutes: 20 })] }),
    ],
  });
  const answered = (decisionId: string) => {
    const runs = Array.from({ length: 40 }, (_, seed) =>
      choose(asked, startRun(asked, `seed-${seed}`), { decisionId: 'ask', optionId: 'dispatch' }, aRuling()),
    );
    return runs.find((run) => run?.decisionId === decisionId) as Run;
  };

  test('is what the officer knows from then on', () => {
    expect(answered('confirmed').basis).toBe('criminal');
    expect(answered('unanswered').basis).toBe('unknown');
  });

  test('ends the finding out, so that a hold after confirmation is not counted as over the hour (R10)', () => {
    const stay = (decisionId: string) =>
      choose(asked, answered(decisionId), { decisionId, optionId: 'stay' }, aRuling())?.wrong;
    expect(stay('confirmed')).toEqual([]);
    expect(stay('unanswered')).toEqual(['R10']);
  });
});

describe('a decision', () => {
  const scenario = aScenario({
    decisions: [
      aDecision({
        id: 'ask',
        options: [
          anOption({ id: 'both', next: 'done' }),
          anOption({ id: 'half', verdict: 'coach', next: 'ask' }),
          anOption({ id: 'neither', verdict: 'wrong', clauses: ['R11'], next: 'done' }),
        ],
      }),
    ],
  });
  const start = startRun(scenario, 'seed');

  test('that was coached is asked again without that option, and is not held against the officer', () => {
    const coached = choose(scenario, start, { decisionId: 'ask', optionId: 'half' }, aRuling()) as Run;
    expect(coached).toMatchObject({ decisionId: 'ask', wrong: [], right: [] });
    expect(openOptions(scenario, coached).map((option) => option.id)).toEqual(['both', 'neither']);
    expect(choose(scenario, coached, { decisionId: 'ask', optionId: 'half' }, aRuling())).toBeNull();
  });

  test('is not taken for another decision, nor with an option that is not there', () => {
    expect(choose(scenario, start, { decisionId: 'other', optionId: 'both' }, aRuling())).toBeNull();
    expect(choose(scenario, start, { decisionId: 'ask', optionId: 'none' }, aRuling())).toBeNull();
  });
});
