import { expect, test } from 'vitest';
import { everyRun, rightRuns } from '#domain/course/every-run.ts';
import { type Ruling, rulingOf } from '#domain/scenario/run.ts';
import { theRealCourse } from '#test/support/a-quiz-course.ts';
import { aDecision, anOption, aScenario } from '#test/support/a-scenario.ts';

const ruling: Ruling = { answers: {}, hourStarts: 'business-done' };
const ways = (runs: ReturnType<typeof everyRun>) =>
  runs.map((run) => [...run.choices.map((choice) => choice.optionId), run.endingId].join(' '));

const asked = aScenario({
  chances: { answer: ['yes', 'no', 'silence'] },
  decisions: [
    aDecision({
      id: 'ask',
      options: [
        anOption({ id: 'ask', next: { chance: 'answer', leadsTo: { yes: 'act', no: 'done', silence: 'done' } } }),
        anOption({ id: 'look-again', verdict: 'coach', next: 'ask' }),
        anOption({ id: 'guess', verdict: 'wrong', next: 'done' }),
      ],
    }),
    aDecision({ id: 'act', options: [anOption({ id: 'arrest' }), anOption({ id: 'wait', verdict: 'wrong' })] }),
  ],
});

test('every option, every outcome of chance, and what was coached only once', () => {
  const about = (first: string) =>
    ['ask arrest done', 'ask wait done', 'ask done', 'guess done'].map((way) => `${first}${way}`);
  expect(ways(everyRun(asked, ruling)).sort()).toEqual([...about(''), ...about('look-again ')].sort());
});

test('a right run has no fault and no coaching', () => {
  expect(ways(rightRuns(asked, ruling)).sort()).toEqual(['ask arrest done', 'ask done']);
});

test('where the agency has ruled, only its answer is right; until then every option may be', () => {
  const scenario = aScenario({ decisions: [aDecision({ agency: 'first-call' })] });
  expect(ways(rightRuns(scenario, ruling))).toEqual(['go-on done', 'go-wrong done']);
  expect(ways(rightRuns(scenario, { ...ruling, answers: { 'first-call': 'go-wrong' } }))).toEqual(['go-wrong done']);
});

test('every scenario that ships has a right run', () => {
  const pack = theRealCourse();
  for (const scenario of Object.values(pack.scenarios)) {
    expect(rightRuns(scenario, rulingOf(pack.course)).length, scenario.id).toBeGreaterThan(0);
  }
});
