import { expect, test } from 'vitest';
import { soundOptionsThatHoldOnCivil } from '#domain/course/check-paths.ts';
import { aDecision, anOption, aRuling, aScenario } from '#test/support/a-scenario.ts';

test.each([
  ['civil', ['decisions.first.options.wait']],
  ['unknown', []],
] as const)('an option that is only coached holds nobody once the basis is known (%s)', (basis, places) => {
  const scenario = aScenario({
    startsAt: { stopMinutes: 0, holdMinutes: 0, basis },
    decisions: [
      aDecision({
        options: [
          anOption(),
          anOption({ id: 'wait', verdict: 'coach', holdMinutes: 5, next: 'first' }),
          anOption({ id: 'hold', verdict: 'wrong', holdMinutes: 5, cue: 'recap' }),
        ],
      }),
    ],
  });
  expect(soundOptionsThatHoldOnCivil(scenario, aRuling()).map(({ path }) => path)).toEqual(places);
});
