import type { Course } from '../course/course.ts';
import type { Basis, Decision, Option, Scenario } from '../course/scenario.ts';
import { pickBySeed } from './seed.ts';

/** R10: the outer limit for finding out the origin of a warrant, in minutes. */
export const holdLimitMinutes = 60;

/** Clauses broken by any minute of hold once the basis is known to be civil (domain 5.2; Santos). */
export const civilHoldClauses = ['R1', 'R7'] as const;

export type Choice = { decisionId: string; optionId: string };

/** One run through one scenario: everything follows from structure, seed and choices. */
export type Run = {
  scenarioId: string;
  seed: string;
  /** The decision being faced, or null once the run has ended. */
  decisionId: string | null;
  /** The ending reached; `hold-limit` when the hour ran out with the basis unknown. */
  endingId: string | null;
  stopMinutes: number;
  holdMinutes: number;
  basis: Basis;
  choices: Choice[];
  /** Clauses shown, missed or broken, by the choices that were graded. */
  right: string[];
  wrong: string[];
};

/** What the seed policy leaves to the agency, as the edition pins it: so a replay never depends on the day. */
export type Ruling = {
  /** Setting → the option that is right there. What is not set is shown and not graded. */
  answers: Readonly<Record<string, string>>;
  hourStarts: Course['hourStarts'];
};

export const rulingOf = ({ agencySettings, hourStarts }: Pick<Course, 'agencySettings' | 'hourStarts'>): Ruling => ({
  answers: Object.fromEntries(agencySettings.flatMap(({ id, answer }) => (answer === undefined ? [] : [[id, answer]]))),
  hourStarts,
});

export const holdLimitEnding = 'hold-limit';

export const startRun = (scenario: Scenario, seed: string): Run => ({
  scenarioId: scenario.id,
  seed,
  decisionId: scenario.start,
  endingId: null,
  stopMinutes: scenario.startsAt.stopMinutes,
  holdMinutes: scenario.startsAt.holdMinutes,
  basis: scenario.startsAt.basis,
  choices: [],
  right: [],
  wrong: [],
});

export const decisionOf = (scenario: Scenario, run: Run): Decision | undefined =>
  scenario.decisions.find((decision) => decision.id === run.decisionId);

/** Options still open: what was already coached is not offered twice. */
export const openOptions = (scenario: Scenario, run: Run): Option[] =>
  decisionOf(scenario, run)?.options.filter(
    (option) => !run.choices.some((choice) => choice.decisionId === run.decisionId && choice.optionId === option.id),
  ) ?? [];

export type Verdict = 'right' | 'wrong' | 'coach' | 'ungraded';

/** The verdict on an option, after the agency's answer where the seed does not rule. */
export function verdictOn(decision: Decision, option: Option, { answers }: Ruling): Verdict {
  if (decision.agency === undefined) return option.verdict;
  const answer = answers[decision.agency];
  if (answer === undefined) return 'ungraded';
  return answer === option.id ? 'right' : 'wrong';
}

/**
 * Minutes of hold that an option adds. Where the agency counts the hour from the hit, ordinary business counts too as long as
 * the basis is unknown; once it is civil the stop goes on as if the hit were not there (domain 5.2).
 */
export const holdAdded = ({ hit }: Scenario, option: Option, basis: Basis, { hourStarts }: Ruling): number =>
  option.holdMinutes + (hit !== false && hourStarts === 'hit' && basis === 'unknown' ? option.stopMinutes : 0);

/** What is known of the basis where an option has led: what was answered there, what the option found out, or what was known. */
export const basisOn = (scenario: Scenario, option: Option, next: string, known: Basis): Basis =>
  scenario.decisions.find((decision) => decision.id === next)?.basis ?? option.basis ?? known;

/** @returns the run after the choice, or null when that option is not open there */
export function choose(scenario: Scenario, run: Run, choice: Choice, ruling: Ruling): Run | null {
  const decision = decisionOf(scenario, run);
  const option = openOptions(scenario, run).find((open) => open.id === choice.optionId);
  if (!decision || !option || choice.decisionId !== decision.id) return null;

  const verdict = verdictOn(decision, option, ruling);
  const heldOnCivil = run.basis === 'civil' && option.holdMinutes > 0;
  const holdMinutes = run.holdMinutes + holdAdded(scenario, option, run.basis, ruling);
  const next = nextOf(option, run.seed, scenario);
  const basis = basisOn(scenario, option, next, run.basis);
  // Known before the choice: who learns the basis in minute 66 has held for an hour without knowing it (R10).
  const overTheHour = holdMinutes > holdLimitMinutes && run.basis === 'unknown';
  const goesOn = !overTheHour && scenario.decisions.some((each) => each.id === next);
  return {
    ...run,
    decisionId: goesOn ? next : null,
    endingId: goesOn ? null : overTheHour ? holdLimitEnding : next,
    stopMinutes: run.stopMinutes + option.stopMinutes,
    holdMinutes,
    basis,
    choices: [...run.choices, { decisionId: decision.id, optionId: option.id }],
    right: verdict === 'right' ? union(run.right, option.clauses) : run.right,
    wrong: union(run.wrong, [
      ...(verdict === 'wrong' ? option.clauses : []),
      ...(heldOnCivil ? civilHoldClauses : []),
      ...(overTheHour ? ['R10'] : []),
    ]),
  };
}

const union = (known: string[], more: readonly string[]) => [...new Set([...known, ...more])];

function nextOf(option: Option, seed: string, scenario: Scenario): string {
  if (typeof option.next === 'string') return option.next;
  const outcome = pickBySeed(scenario.chances[option.next.chance] ?? [], seed, option.next.chance);
  return (outcome && option.next.leadsTo[outcome]) ?? '';
}

/** @returns the run after all choices, or null when one of them was not open */
export const replay = (scenario: Scenario, seed: string, choices: Choice[], ruling: Ruling): Run | null =>
  choices.reduce<Run | null>((run, choice) => run && choose(scenario, run, choice, ruling), startRun(scenario, seed));

/** Ended, with nothing graded wrong on the way. */
export const isSound = (run: Run): boolean => run.endingId !== null && run.wrong.length === 0;
