import type { CoursePack } from './pack.ts';

/** One clause followed through the course: where it is written, taught and decided. */
export type ClauseTrace = {
  clause: string;
  tested: boolean;
  inPolicy: boolean;
  cues: string[];
  /** `scenario.decision` wherever a right option shows the clause and the seed, not the agency, rules. */
  decisions: string[];
};

export function traceClauses(pack: CoursePack): ClauseTrace[] {
  return pack.course.clauses.map(({ id, tested }) => ({
    clause: id,
    tested,
    inPolicy: pack.policy.en.blocks.some((block) => block.clauses.includes(id)),
    cues: pack.film.cues.filter((cue) => cue.clauses.includes(id)).map((cue) => cue.id),
    decisions: Object.values(pack.scenarios).flatMap((scenario) =>
      scenario.decisions
        .filter((decision) => decision.agency === undefined)
        .filter((decision) => decision.options.some((each) => each.verdict === 'right' && each.clauses.includes(id)))
        .map((decision) => `${scenario.id}.${decision.id}`),
    ),
  }));
}
