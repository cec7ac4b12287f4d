import { basisOn, holdAdded, type Ruling } from '../scenario/run.ts';
import type { Basis, Decision, Option, Scenario } from './scenario.ts';

type Step = { decision: Decision; option: Option; holdBefore: number; basisBefore: Basis };

/** One way through a scenario by right options; where the agency decides, every option may be right. */
export type RightPath = { steps: Step[]; holdMinutes: number; ending: string | null };

/** Where an option may lead, over every outcome of its chance. */
export const waysOn = (option: Option): string[] =>
  typeof option.next === 'string' ? [option.next] : Object.values(option.next.leadsTo);

export const mayBeRight = (decision: Decision, option: Option): boolean =>
  decision.agency !== undefined || option.verdict === 'right';

/** Every right path, over every right option and every outcome of chance. `ending` is null where one goes in circles or sticks. */
export function rightPaths(scenario: Scenario, ruling: Ruling): RightPath[] {
  const { holdMinutes, basis } = scenario.startsAt;
  const walk = (at: string, steps: Step[], hold: number, known: Basis): RightPath[] => {
    const decision = scenario.decisions.find((each) => each.id === at);
    if (!decision) return [{ steps, holdMinutes: hold, ending: at }];
    const options = decision.options.filter((option) => mayBeRight(decision, option));
    const circles = steps.some((step) => step.decision.id === at);
    if (circles || options.length === 0) return [{ steps, holdMinutes: hold, ending: null }];
    return options.flatMap((option) => {
      const step = { decision, option, holdBefore: hold, basisBefore: known };
      return waysOn(option).flatMap((way) =>
        walk(
          way,
          [...steps, step],
          hold + holdAdded(scenario, option, known, ruling),
          basisOn(scenario, option, way, known),
        ),
      );
    });
  };
  return walk(scenario.start, [], holdMinutes, basis);
}
