import type { SnapshotFrom } from 'xstate';
import { getSimplePaths, type StatePath } from 'xstate/graph';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Basis, Decision, Option, Scenario } from '#domain/course/scenario.ts';
import { type Choice, holdLimitEnding, openOptions, type Ruling, rulingOf } from '#domain/scenario/run.ts';
import { type ScenarioInput, scenarioMachine } from '#domain/scenario/scenario-machine.ts';
import { pickBySeed } from '#domain/scenario/seed.ts';

export type ScenarioState = SnapshotFrom<typeof scenarioMachine>;
export type ScenarioPath = StatePath<ScenarioState, Parameters<typeof scenarioMachine.transition>[1]>;

/** One scenario with one outcome of each of its chances, and a seed that brings exactly these. */
export type Variant = { scenario: Scenario; ruling: Ruling; seed: string; outcomes: Record<string, string> };

/** Every combination of outcomes of every scenario. */
export function variantsOf(pack: CoursePack, ruling: Ruling = rulingOf(pack.course)): Variant[] {
  return Object.values(pack.scenarios).flatMap((scenario) =>
    combinations(scenario.chances).map((outcomes) => ({
      scenario,
      ruling,
      outcomes,
      seed: seedFor(scenario, outcomes),
    })),
  );
}

/** Every choice of one value a key. */
export function combinations(from: Readonly<Record<string, readonly string[]>>): Record<string, string>[] {
  return Object.entries(from).reduce<Record<string, string>[]>(
    (all, [key, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [key]: value }))),
    [{}],
  );
}

function seedFor({ id, chances }: Scenario, outcomes: Record<string, string>): string {
  const fits = (seed: string) =>
    Object.entries(chances).every(([chance, of]) => pickBySeed(of, seed, chance) === outcomes[chance]);
  for (let at = 0; at < 10_000; at++) if (fits(`path:${at}`)) return `path:${at}`;
  throw new Error(`No seed brings ${JSON.stringify(outcomes)} in ${id}.`);
}

export const inputOf = ({ scenario, ruling, seed }: Variant): ScenarioInput => ({ scenario, ruling, seed });

/** What an officer can do in a state: read on, or take any option that is open. */
export function eventsIn({ value, context: { scenario, run } }: ScenarioState) {
  if (value === 'reading') return [{ type: 'officer.readSituation' as const }];
  if (value === 'explained') return [{ type: 'officer.readExplanation' as const }];
  if (value !== 'deciding') return [];
  return openOptions(scenario, run).map((option) => ({
    type: 'officer.decided' as const,
    choice: { decisionId: run.decisionId ?? '', optionId: option.id },
  }));
}

/** Every simple path of the machine to every state of a variant; those that end at `finished` are whole runs. */
export function pathsOf(variant: Variant): ScenarioPath[] {
  return getSimplePaths(scenarioMachine, {
    input: inputOf(variant),
    events: eventsIn,
    serializeState: ({ value, context: { run, explanationsRead } }) =>
      `${value} ${explanationsRead} ${run.choices.map((choice) => `${choice.decisionId}.${choice.optionId}`).join(' ')}`,
    serializeEvent: (event) => ('choice' in event ? event.choice.optionId : event.type),
  });
}

/** A choice with what the file says of it, and how the officer stood before. */
export type FileStep = {
  decision: Decision;
  option: Option;
  stopBefore: number;
  holdBefore: number;
  basisBefore: Basis;
  /** `ungraded` where the agency decides and has not. */
  verdict: 'right' | 'wrong' | 'coach' | 'ungraded';
};

/**
 * Reads a run off the file alone: minutes added up by hand, clauses by verdict. Written a second time on purpose, so that
 * the engine is held against the file and not against itself.
 */
export function byTheFile({ scenario, ruling }: Variant, choices: readonly Choice[]) {
  let { stopMinutes, holdMinutes, basis } = scenario.startsAt;
  const steps: FileStep[] = [];
  const [right, wrong] = [new Set<string>(), new Set<string>()];
  let overTheHour = false;
  for (const { decisionId, optionId } of choices) {
    const decision = scenario.decisions.find((each) => each.id === decisionId);
    const option = decision?.options.find((each) => each.id === optionId);
    if (!decision || !option) throw new Error(`${scenario.id} has no ${decisionId}.${optionId}.`);
    const answer = decision.agency === undefined ? undefined : ruling.answers[decision.agency];
    const set = answer === option.id ? 'right' : 'wrong';
    const verdict = decision.agency === undefined ? option.verdict : answer === undefined ? 'ungraded' : set;
    const facing = scenario.decisions.find((each) => each.id === choices[steps.length + 1]?.decisionId);
    steps.push({ decision, option, stopBefore: stopMinutes, holdBefore: holdMinutes, basisBefore: basis, verdict });

    if (verdict === 'right') for (const clause of option.clauses) right.add(clause);
    if (verdict === 'wrong') for (const clause of option.clauses) wrong.add(clause);
    if (basis === 'civil' && option.holdMinutes > 0) for (const clause of ['R1', 'R7']) wrong.add(clause);
    stopMinutes += option.stopMinutes;
    holdMinutes += option.holdMinutes;
    if (scenario.hit !== false && ruling.hourStarts === 'hit' && basis === 'unknown') holdMinutes += option.stopMinutes;
    if (holdMinutes > 60 && basis === 'unknown') {
      overTheHour = true;
      wrong.add('R10');
    }
    basis = facing?.basis ?? option.basis ?? basis;
  }
  return { steps, right, wrong, stopMinutes, holdMinutes, overTheHour };
}

/** Where a whole run may end, by the file. */
export const endingsOf = (scenario: Scenario): string[] => [...scenario.endings.map(({ id }) => id), holdLimitEnding];
