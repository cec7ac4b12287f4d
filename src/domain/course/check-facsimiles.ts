import type { CoursePack } from './pack.ts';
import { facsimilesFile } from './parse-file.ts';
import { type CourseProblem, problem } from './problem.ts';

/** A paper that nobody is shown is one that nobody reviews. */
export function facsimilesUnused(pack: CoursePack): CourseProblem[] {
  const shown = new Set([
    ...Object.values(pack.scenarios).flatMap((scenario) => scenario.papers.map((paper) => paper.facsimile)),
    ...pack.cardSort.cards.map((card) => card.facsimile),
  ]);
  return Object.keys(pack.facsimiles)
    .filter((id) => !shown.has(id))
    .map((id) => problem('facsimile.unused', facsimilesFile, id, 'No scenario and no card shows this paper.'));
}
