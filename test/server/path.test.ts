import { expect, test } from 'vitest';
import { pathOf } from '#server/training/path.ts';
import { aDecision, anOption, aScenario } from '#test/support/a-scenario.ts';
import { shortPack } from '#test/support/an-agency.ts';

test('a choice that held on a civil basis is wrong to whoever reads the path, as on the officer’s own screen', () => {
  const S1 = aScenario({
    startsAt: { stopMinutes: 0, holdMinutes: 0, basis: 'civil' },
    decisions: [
      aDecision({ options: [anOption(), anOption({ id: 'wait', verdict: 'coach', holdMinutes: 5, next: 'first' })] }),
    ],
  });
  const made = (optionId: string) => {
    const decided = { decisionId: 'first', optionId, language: 'en', decidedAt: '2026-11-22T12:00:00.000Z' } as const;
    return { attempt: 1, scenarioId: 'S1', run: 1, ...decided };
  };
  const steps = pathOf({ ...shortPack, scenarios: { S1 } }, 'north-officer', [made('wait'), made('go-on')]);
  expect(steps.map(({ verdict, holdMinutes }) => [verdict, holdMinutes])).toEqual([
    ['wrong', 5],
    ['right', 5],
  ]);
});
