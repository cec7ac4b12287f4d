import { drawSlots } from '../course/closed-lists.ts';
import type { Scenario } from '../course/scenario.ts';
import type { QuizCourse } from './quiz.ts';

/** A pack never changes, and every replay of an attempt begins with its draw. */
const knownDraws = new WeakMap<QuizCourse, string[][]>();

/**
 * Every combination of one scenario a slot whose graded decisions meet all tested clauses, also when the agency has set
 * nothing (design "Quiz").
 */
export function validDraws(pack: QuizCourse): string[][] {
  const known = knownDraws.get(pack);
  if (known) return known;
  const draws = drawsOf(pack);
  knownDraws.set(pack, draws);
  return draws;
}

function drawsOf(pack: QuizCourse): string[][] {
  const tested = pack.course.clauses.filter((clause) => clause.tested).map((clause) => clause.id);
  return drawSlots
    .reduce<string[][]>(
      (draws, slot) => draws.flatMap((draw) => pack.course.draw[slot].map((id) => [...draw, id])),
      [[]],
    )
    .filter((draw) => new Set(draw).size === draw.length)
    .filter((draw) => {
      const met = new Set(draw.flatMap((id) => surelyShown(pack.scenarios[id])));
      return tested.every((clause) => met.has(clause));
    });
}

/** Clauses that every sound path through a scenario shows, whichever right option is taken and whatever the seed brings. */
export function surelyShown(scenario: Scenario | undefined): string[] {
  if (!scenario) return [];
  const shownFrom = (at: string, visited: readonly string[]): string[] | null => {
    const decision = scenario.decisions.find((each) => each.id === at);
    if (!decision) return [];
    if (visited.includes(at)) return null;
    const paths = decision.options
      .filter((option) => decision.agency !== undefined || option.verdict === 'right')
      .flatMap((option) => {
        const shown = decision.agency === undefined ? option.clauses : [];
        const ways = typeof option.next === 'string' ? [option.next] : Object.values(option.next.leadsTo);
        return ways.flatMap((way) => {
          const later = shownFrom(way, [...visited, at]);
          return later === null ? [] : [[...shown, ...later]];
        });
      });
    return paths.reduce<string[] | null>((all, path) => (all ? all.filter((id) => path.includes(id)) : path), null);
  };
  return [...new Set(shownFrom(scenario.start, []) ?? [])];
}
