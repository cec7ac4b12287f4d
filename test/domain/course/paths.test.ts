import { expect, test } from 'vitest';
import { rightPaths } from '#domain/course/paths.ts';
import { Scenario } from '#domain/course/scenario.ts';

const aScenario = Scenario.parse({
  id: 'S1',
  startsAt: { stopMinutes: 0, holdMinutes: 5, basis: 'unknown' },
  people: {},
  surface: {},
  chances: { answer: ['yes', 'silence'] },
  papers: [],
  start: 'ask',
  decisions: [
    {
      id: 'ask',
      options: [
        {
          id: 'dispatch',
          verdict: 'right',
          holdMinutes: 10,
          clauses: ['R11'],
          next: { chance: 'answer', leadsTo: { yes: 'act', silence: 'let-go' } },
        },
        { id: 'supervisor', verdict: 'right', holdMinutes: 5, clauses: ['R9'], next: 'let-go' },
        { id: 'guess', verdict: 'wrong', clauses: ['R9'], next: 'guessed' },
      ],
    },
    {
      id: 'act',
      options: [
        { id: 'arrest', verdict: 'right', clauses: ['R2'], next: 'arrested' },
        { id: 'wait', verdict: 'wrong', clauses: ['R10'], next: 'guessed' },
      ],
    },
  ],
  endings: [{ id: 'arrested' }, { id: 'let-go' }, { id: 'guessed' }],
});

test('right paths follow every right option and every outcome of chance, and count the hold', () => {
  const paths = rightPaths(aScenario, { answers: {}, hourStarts: 'business-done' }).map(
    ({ steps, holdMinutes, ending }) => [steps.map((step) => step.option.id).join(' '), holdMinutes, ending],
  );
  expect(paths).toEqual([
    ['dispatch arrest', 15, 'arrested'],
    ['dispatch', 15, 'let-go'],
    ['supervisor', 10, 'let-go'],
  ]);
});

test('where the agency counts the hour from the hit, ordinary business is hold until the basis is known', () => {
  const [ask, act] = aScenario.decisions;
  if (!ask || !act) throw new Error('There must be two decisions.');
  const asked = ask.options.map((option) => ({ ...option, stopMinutes: 4 }));
  const acted = act.options.map((option) => ({ ...option, stopMinutes: 7 }));
  const known = asked.map((option) => (option.id === 'dispatch' ? { ...option, basis: 'criminal' as const } : option));
  const scenario = {
    ...aScenario,
    decisions: [
      { ...ask, options: known },
      { ...act, options: acted },
    ],
  };
  const holds = (hourStarts: 'hit' | 'business-done') =>
    rightPaths(scenario, { answers: {}, hourStarts }).map((path) => path.holdMinutes);
  expect(holds('business-done')).toEqual([15, 15, 10]);
  expect(holds('hit')).toEqual([19, 19, 14]);
});
