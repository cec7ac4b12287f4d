import type { Decision, Option, Scenario } from '../course/scenario.ts';
import {
  choose,
  civilHoldClauses,
  decisionOf,
  holdLimitEnding,
  type Ruling,
  type Run,
  startRun,
  verdictOn,
} from './run.ts';

/** One choice of a run and all that can be said of it afterwards. */
export type Explained = {
  decision: Decision;
  option: Option;
  /** `wrong` also when the option itself was sound but its minutes were not. */
  verdict: 'right' | 'wrong' | 'coach' | 'ungraded';
  /** Clauses broken or missed by it, whether by the option or by its minutes. */
  broke: string[];
  /** Held although the basis was known to be civil (R1, R7). */
  heldOnCivil: boolean;
  /** The stop was drawn out without business of its own (Rodriguez v. United States, 2015). */
  idle: boolean;
  /** The hour for finding out was used up (R10). */
  overTheHour: boolean;
  after: Run;
};

/** Every choice of the run in order; a choice that was not open ends the list. */
export function explanationsOf(scenario: Scenario, run: Run, ruling: Ruling): Explained[] {
  const explained: Explained[] = [];
  let before = startRun(scenario, run.seed);
  for (const choice of run.choices) {
    const decision = decisionOf(scenario, before);
    const option = decision?.options.find((each) => each.id === choice.optionId);
    const after = choose(scenario, before, choice, ruling);
    if (!decision || !option || !after) break;
    const heldOnCivil = before.basis === 'civil' && option.holdMinutes > 0;
    const overTheHour = after.endingId === holdLimitEnding;
    const verdict = verdictOn(decision, option, ruling);
    const broke = [
      ...(verdict === 'wrong' ? option.clauses : []),
      ...(heldOnCivil ? civilHoldClauses : []),
      ...(overTheHour ? ['R10'] : []),
    ];
    explained.push({
      decision,
      option,
      verdict: broke.length > 0 ? 'wrong' : verdict,
      broke: [...new Set(broke)],
      heldOnCivil,
      idle: option.idle === true,
      overTheHour,
      after,
    });
    before = after;
  }
  return explained;
}

/** Papers seen so far: those of the decisions faced, in order; and which of them may say now what their lines prove. */
export function papersOf(scenario: Scenario, run: Run, explained: readonly Explained[], atExplanation: boolean) {
  const last = explained.at(-1);
  const facing = atExplanation ? last?.decision : decisionOf(scenario, run);
  const decided = explained.filter((each) => each.verdict !== 'coach').map((each) => each.decision);
  const known = new Set(decided.flatMap((decision) => decision.papers));
  const inView = facing?.papers ?? [];
  const earlier = [...new Set(explained.flatMap((each) => each.decision.papers))].filter((id) => !inView.includes(id));
  const paper = (id: string) => scenario.papers.find((each) => each.id === id);
  const draw = (id: string) => {
    const found = paper(id);
    return found ? [{ paper: found, explained: known.has(id) }] : [];
  };
  return { inView: inView.flatMap(draw), earlier: earlier.flatMap(draw) };
}
