import { describe, expect, test } from 'vitest';
import { explanationsOf } from '#domain/scenario/explanation.ts';
import { decide, type Quiz, type QuizCourse } from '#domain/scenario/quiz.ts';
import {
  choose,
  holdLimitEnding,
  holdLimitMinutes,
  type Run,
  replay,
  rulingOf,
  startRun,
  verdictOn,
} from '#domain/scenario/run.ts';
import { theShortCourse } from '#test/support/a-quiz-course.ts';
import { aDecision, anOption, aRuling, aScenario } from '#test/support/a-scenario.ts';

const short = theShortCourse();
const setting = { id: 'street-block', options: ['decline', 'help'] };

describe('what the seed policy leaves to the agency', () => {
  test('is taken from the edition: what it has not answered is not there at all', () => {
    const agencySettings = [
      { ...setting, answer: 'help' },
      { id: 'transfer', options: ['call', 'wait'] },
    ];
    expect(rulingOf({ agencySettings, hourStarts: 'hit' })).toEqual({
      answers: { 'street-block': 'help' },
      hourStarts: 'hit',
    });
  });

  const block = aDecision({
    id: 'block',
    agency: 'street-block',
    options: [
      anOption({ id: 'decline', clauses: ['R7'], next: 'done' }),
      anOption({ id: 'help', clauses: ['R7'], next: 'done' }),
    ],
  });
  const scenario = aScenario({ decisions: [block] });
  const help = { decisionId: 'block', optionId: 'help' };
  const begin = startRun(scenario, 'seed');

  test.each([
    ['is shown and not graded without its answer', {}, 'ungraded', { right: [], wrong: [] }],
    ['is right where the agency says so', { 'street-block': 'help' }, 'right', { right: ['R7'], wrong: [] }],
    ['is wrong where it says otherwise', { 'street-block': 'decline' }, 'wrong', { right: [], wrong: ['R7'] }],
  ] as const)('%s', (_name, answers, verdict, graded) => {
    const ruling = aRuling({ answers });
    const run = choose(scenario, begin, help, ruling) as Run;
    expect(run).toMatchObject(graded);
    expect(verdictOn(block, block.options[1] ?? anOption(), ruling)).toBe(verdict);
    expect(explanationsOf(scenario, run, ruling)).toMatchObject([{ verdict }]);
  });

  test('is pinned: an attempt is judged by the answer in its own edition, not by a later one', () => {
    const editionWith = (answer: string): QuizCourse => ({
      course: { ...short.course, agencySettings: [{ ...setting, answer }] },
      scenarios: { S1: scenario },
    });
    const quiz: Quiz = {
      seed: 'seed',
      drawn: ['S1'],
      runs: { S1: [begin] },
      current: { scenarioId: 'S1', run: 1 },
      standing: 'deciding',
    };
    const decidedIn = (answer: string) => decide(editionWith(answer), quiz, { scenarioId: 'S1', run: 1, ...help });
    expect(decidedIn('help')?.runs.S1).toMatchObject([{ right: ['R7'], wrong: [] }]);
    expect(decidedIn('decline')?.runs.S1).toMatchObject([{ wrong: ['R7'] }, { choices: [] }]);
  });
});

describe('where the agency counts the hour from the hit (R10)', () => {
  const scenario = aScenario({
    startsAt: { stopMinutes: 5, holdMinutes: 40, basis: 'unknown' },
    decisions: [
      aDecision({
        id: 'business',
        options: [
          anOption({ id: 'write', stopMinutes: 9, next: 'read' }),
          anOption({ id: 'linger', stopMinutes: 16, holdMinutes: 5, next: 'read' }),
        ],
      }),
      aDecision({ id: 'read', options: [anOption({ id: 'civil', holdMinutes: 2, basis: 'civil', next: 'finish' })] }),
      aDecision({ id: 'finish', options: [anOption({ id: 'cite', stopMinutes: 30, next: 'done' })] }),
    ],
  });
  const took = (hourStarts: 'hit' | 'business-done', ...optionIds: string[]) => {
    const decisions = ['business', 'read', 'finish'];
    const choices = optionIds.map((optionId, at) => ({ decisionId: decisions[at] ?? '', optionId }));
    return replay(scenario, 'seed', choices, aRuling({ hourStarts }));
  };

  test('ordinary minutes use it up too as long as the basis is unknown', () => {
    expect(took('business-done', 'write')).toMatchObject({ stopMinutes: 14, holdMinutes: 40 });
    expect(took('hit', 'write')).toMatchObject({ stopMinutes: 14, holdMinutes: 49 });
  });

  test('nobody is held on a hit where there is none: a witness, or a caller at the door', () => {
    const noHit = { ...scenario, hit: false };
    const run = replay(noHit, 'seed', [{ decisionId: 'business', optionId: 'write' }], aRuling({ hourStarts: 'hit' }));
    expect(run?.holdMinutes).toBe(noHit.startsAt.holdMinutes);
  });

  test('they can use it up altogether', () => {
    expect(took('business-done', 'linger')).toMatchObject({ holdMinutes: 45, endingId: null, wrong: [] });
    expect(took('hit', 'linger')).toMatchObject({
      holdMinutes: holdLimitMinutes + 1,
      endingId: holdLimitEnding,
      wrong: ['R10'],
    });
  });

  test('once it is known to be civil the stop goes on as if the hit were not there: no minute of it is hold', () => {
    expect(took('hit', 'write', 'civil', 'cite')).toMatchObject({
      stopMinutes: 44,
      holdMinutes: 51,
      endingId: 'done',
      wrong: [],
    });
  });
});
