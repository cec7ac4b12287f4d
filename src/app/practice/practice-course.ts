import type { CoursePack } from '#domain/course/pack.ts';
import type { Scenario } from '#domain/course/scenario.ts';

const numberOf = (id: string) => Number(id.slice(1));

/** Everything that can be practised, in the order of its numbers: scenarios drawn or not, and the card sort. */
export const practised = ({ scenarios, cardSort }: CoursePack): string[] =>
  [...Object.keys(scenarios), cardSort.id].sort((one, other) => numberOf(one) - numberOf(other));

/** An id out of an address: only what the course itself holds. */
export const scenarioOf = ({ scenarios }: CoursePack, id: string): Scenario | undefined =>
  Object.hasOwn(scenarios, id) ? scenarios[id] : undefined;

/** Clauses that a scenario asks for, in the order of the policy. */
export function clausesOf(pack: CoursePack, id: string): string[] {
  const scenario = scenarioOf(pack, id);
  const asked = scenario
    ? scenario.decisions.flatMap(({ agency, options }) =>
        options.filter(({ verdict }) => agency !== undefined || verdict === 'right').flatMap(({ clauses }) => clauses),
      )
    : pack.cardSort.clauses;
  return pack.course.clauses.map((clause) => clause.id).filter((clause) => asked.includes(clause));
}
