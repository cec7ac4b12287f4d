import { everyRun, rightRuns } from '#domain/course/every-run.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Scenario } from '#domain/course/scenario.ts';
import { type Run, rulingOf } from '#domain/scenario/run.ts';

export type ScenarioFacts = {
  runs: Run[];
  right: Run[];
  /** The right run that holds the person for the fewest minutes, then the one with the shortest stop. */
  best: Run | null;
};

export function factsOf(pack: CoursePack, scenario: Scenario): ScenarioFacts {
  const ruling = rulingOf(pack.course);
  const right = rightRuns(scenario, ruling);
  const quickest = right.toSorted((a, b) => a.holdMinutes - b.holdMinutes || a.stopMinutes - b.stopMinutes);
  return { runs: everyRun(scenario, ruling), right, best: quickest[0] ?? null };
}

export const minutesOf = ({ stopMinutes, holdMinutes }: Pick<Run, 'stopMinutes' | 'holdMinutes'>): string =>
  `${stopMinutes} min stop, ${holdMinutes} min hold`;

export const stepsOf = ({ choices, endingId }: Run): string =>
  [...choices.map(({ decisionId, optionId }) => `${decisionId}: ${optionId}`), endingId].join(' → ');
