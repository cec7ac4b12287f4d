import { validDraws } from '../scenario/draw.ts';
import type { CoursePack } from './pack.ts';
import type { Decision, Option } from './scenario.ts';

/** A decision in which an option shows or misses the clause. */
export type TracedDecision = {
  scenarioId: string;
  decisionId: string;
  /** The seed rules it; false where the agency decides. */
  graded: boolean;
  /** A right option shows the clause, so that deciding rightly counts for it. */
  shows: boolean;
};

/** An option whose explanation speaks of the clause. */
export type TracedExplanation = {
  scenarioId: string;
  decisionId: string;
  optionId: string;
  verdict: Option['verdict'] | 'agency';
};

/** One clause followed through the course: where it is written, taught, decided, explained and carried along. */
export type ClauseTrace = {
  clause: string;
  tested: boolean;
  /** Places among the paragraphs of the policy, counted from 1; headings do not count. */
  paragraphs: number[];
  cues: string[];
  decisions: TracedDecision[];
  explanations: TracedExplanation[];
  /** Outcomes of the roadside card. */
  outcomes: string[];
  /** Taught by the card sort. */
  inCardSort: boolean;
};

/** S2 before S10. */
const byNumber = (one: string, other: string) => Number(one.slice(1)) - Number(other.slice(1));

export function traceClauses(pack: CoursePack): ClauseTrace[] {
  const paragraphs = pack.policy.en.blocks.filter((block) => block.kind === 'paragraph');
  const decisions = Object.keys(pack.scenarios)
    .sort(byNumber)
    .flatMap((scenarioId) =>
      (pack.scenarios[scenarioId]?.decisions ?? []).map((decision) => ({ scenarioId, decision })),
    );
  return pack.course.clauses.map(({ id, tested }) => {
    const names = (option: Option) => option.clauses.includes(id);
    const concerned = decisions.filter(({ decision }) => decision.options.some(names));
    return {
      clause: id,
      tested,
      paragraphs: paragraphs.flatMap((block, index) => (block.clauses.includes(id) ? [index + 1] : [])),
      cues: pack.film.cues.filter((cue) => cue.clauses.includes(id)).map((cue) => cue.id),
      decisions: concerned.map(({ scenarioId, decision }) => traced(scenarioId, decision, id)),
      explanations: concerned.flatMap(({ scenarioId, decision }) =>
        decision.options.filter(names).map((option) => ({
          scenarioId,
          decisionId: decision.id,
          optionId: option.id,
          verdict: decision.agency === undefined ? option.verdict : 'agency',
        })),
      ),
      outcomes: pack.card.outcomes.filter((outcome) => outcome.clauses.includes(id)).map((outcome) => outcome.id),
      inCardSort: pack.cardSort.clauses.includes(id),
    };
  });
}

function traced(scenarioId: string, decision: Decision, clause: string): TracedDecision {
  const graded = decision.agency === undefined;
  const shows = decision.options.some((option) => option.verdict === 'right' && option.clauses.includes(clause));
  return { scenarioId, decisionId: decision.id, graded, shows: graded && shows };
}

/** Scenarios and draws of the quiz to look through again when the words of a clause change; the trace has the rest. */
export type Touched = { scenarios: string[]; draws: string[][] };

export function touchedBy(pack: CoursePack, trace: ClauseTrace): Touched {
  const scenarios = [...new Set(trace.decisions.map((decision) => decision.scenarioId))];
  return { scenarios, draws: validDraws(pack).filter((draw) => draw.some((id) => scenarios.includes(id))) };
}
