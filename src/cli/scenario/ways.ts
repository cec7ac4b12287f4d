import type { CoursePack } from '#domain/course/pack.ts';
import type { Scenario } from '#domain/course/scenario.ts';
import { holdLimitEnding, type Run } from '#domain/scenario/run.ts';
import { factsOf } from './facts.ts';

/** What the runs of a scenario say of its steps, each step from an option to where it led. */
export type Ways = {
  isRight: (from: string, to?: string) => boolean;
  /** The hour may run out there, whatever the option leads to by itself. */
  endsTheHour: (from: string) => boolean;
};

export function waysOf(pack: CoursePack, scenario: Scenario): Ways {
  const { right, runs } = factsOf(pack, scenario);
  const rightSteps = stepsTaken(right);
  const allSteps = stepsTaken(runs);
  return {
    isRight: (from, to) => rightSteps.some((step) => step.from === from && (to === undefined || step.to === to)),
    endsTheHour: (from) => allSteps.some((step) => step.from === from && step.to === holdLimitEnding),
  };
}

const stepsTaken = (runs: readonly Run[]) =>
  runs.flatMap(({ choices, endingId }) =>
    choices.map(({ decisionId, optionId }, index) => ({
      from: `${decisionId}.${optionId}`,
      to: choices[index + 1]?.decisionId ?? endingId,
    })),
  );
