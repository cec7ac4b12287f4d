import {
  choose,
  decisionOf,
  isSound,
  openOptions,
  type Ruling,
  type Run,
  startRun,
  verdictOn,
} from '../scenario/run.ts';
import { pickBySeed } from '../scenario/seed.ts';
import type { Scenario } from './scenario.ts';

/** Seeds enough that every combination of chances comes up; the same ones for the same scenario. */
function seedsForEveryChance({ chances }: Scenario): string[] {
  const combinations = Object.values(chances).reduce((product, outcomes) => product * outcomes.length, 1);
  const found = new Map<string, string>();
  for (let number = 0; found.size < combinations && number < 1000 * combinations; number += 1) {
    const seed = `every-${number}`;
    const outcome = Object.entries(chances).map(([chance, outcomes]) => pickBySeed(outcomes, seed, chance));
    if (!found.has(outcome.join())) found.set(outcome.join(), seed);
  }
  return [...found.values()];
}

const placeOf = ({ choices, endingId }: Run) =>
  [...choices.map(({ decisionId, optionId }) => `${decisionId}.${optionId}`), endingId].join(' ');

/** Every way through a scenario, over every open option and every outcome of chance, each once and run to its end. */
export function everyRun(scenario: Scenario, ruling: Ruling): Run[] {
  const walk = (run: Run): Run[] =>
    run.endingId !== null
      ? [run]
      : openOptions(scenario, run).flatMap((option) => {
          const after = choose(scenario, run, { decisionId: run.decisionId ?? '', optionId: option.id }, ruling);
          return after ? walk(after) : [];
        });
  const runs = seedsForEveryChance(scenario).flatMap((seed) => walk(startRun(scenario, seed)));
  return [...new Map(runs.map((run) => [placeOf(run), run])).values()];
}

/** The runs without a fault and without coaching; where the agency has not ruled, every option may be right. */
export const rightRuns = (scenario: Scenario, ruling: Ruling): Run[] =>
  everyRun(scenario, ruling).filter(
    (run) =>
      isSound(run) &&
      run.choices.every(({ decisionId, optionId }) => {
        const decision = decisionOf(scenario, { ...run, decisionId });
        const option = decision?.options.find((each) => each.id === optionId);
        return decision && option && ['right', 'ungraded'].includes(verdictOn(decision, option, ruling));
      }),
  );
