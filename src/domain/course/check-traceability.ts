import { surelyShown, validDraws } from '../scenario/draw.ts';
import { rulingOf } from '../scenario/run.ts';
import { drawSlots } from './closed-lists.ts';
import type { CoursePack } from './pack.ts';
import { filmFile, scenarioFile } from './parse-file.ts';
import { rightPaths } from './paths.ts';
import { type CourseProblem, problem } from './problem.ts';
import type { FilmPlan } from './reader.ts';
import { traceClauses } from './traceability.ts';

const decisionsAnAttempt = 10;

/** Every tested clause is said in the film. */
export const clausesNotTaught = (pack: CoursePack): CourseProblem[] =>
  traceClauses(pack)
    .filter((trace) => trace.tested && trace.cues.length === 0)
    .map(({ clause }) => problem('clause.not-taught', filmFile, 'cues', `No cue teaches ${clause}, which is tested.`));

/** Every tested clause is written in the policy that officers acknowledge. */
export const clausesNotInPolicy = (pack: CoursePack): CourseProblem[] =>
  traceClauses(pack)
    .filter((trace) => trace.tested && trace.paragraphs.length === 0)
    .map(({ clause }) =>
      problem('clause.not-in-policy', 'policy/en.md', clause, `The policy does not state ${clause}, which is tested.`),
    );

/** Every tested clause is met by a graded decision in some draw, though no agency setting is filled in. */
export function clausesNotDrawn(pack: CoursePack): CourseProblem[] {
  const drawable = new Set(Object.values(pack.course.draw).flat());
  const met = new Set([...drawable].flatMap((id) => surelyShown(pack.scenarios[id])));
  const missing = pack.course.clauses.filter((clause) => clause.tested && !met.has(clause.id));
  if (missing.length === 0 && validDraws(pack).length === 0) {
    return [problem('clause.not-drawn', 'course.json', 'draw', 'No draw meets all tested clauses together.')];
  }
  return missing.map(({ id }) =>
    problem('clause.not-drawn', 'course.json', 'draw', `No drawn scenario surely meets ${id} by a graded decision.`),
  );
}

/** A scenario that no valid draw contains would never be seen. */
export function scenariosNeverDrawn(pack: CoursePack): CourseProblem[] {
  const draws = validDraws(pack);
  return drawSlots.flatMap((slot, index) =>
    pack.course.draw[slot]
      .filter((id) => !draws.some((draw) => draw[index] === id))
      .map((id) =>
        problem(
          'draw.scenario-unused',
          'course.json',
          `draw.${slot}`,
          `No draw with ${id} here meets every tested clause.`,
        ),
      ),
  );
}

/** At roll call an attempt has ten decisions at most, on the longest right path. */
export function drawsTooLong(pack: CoursePack): CourseProblem[] {
  const length = (id: string) => {
    const scenario = pack.scenarios[id];
    return scenario ? Math.max(...rightPaths(scenario, rulingOf(pack.course)).map((path) => path.steps.length)) : 0;
  };
  return validDraws(pack)
    .map((draw) => ({ draw, decisions: draw.reduce((sum, id) => sum + length(id), 0) }))
    .filter(({ decisions }) => decisions > decisionsAnAttempt)
    .map(({ draw, decisions }) =>
      problem('draw.too-many-decisions', 'course.json', 'draw', `${draw.join(' + ')} has ${decisions} decisions.`),
    );
}

/** The rendered film says what storyboard and narration say. */
export function filmOutOfDate(pack: CoursePack, plan: FilmPlan | null): CourseProblem[] {
  if (!plan) return [];
  const planned = plan.storyboard.scenes.flatMap((scene) =>
    scene.cues.map((cue) => [
      cue.id,
      scene.id,
      ...cue.clauses,
      plan.narration.en.cues[cue.id],
      plan.narration.es.cues[cue.id],
    ]),
  );
  const rendered = pack.film.cues.map((cue) => [cue.id, cue.sceneId, ...cue.clauses, cue.says.en, cue.says.es]);
  const differs = planned.findIndex((cue, index) => cue.join('|') !== rendered[index]?.join('|'));
  if (differs === -1 && planned.length === rendered.length) return [];
  const at = planned[differs]?.[0] ?? rendered[planned.length]?.[0];
  return [
    problem('film.out-of-date', filmFile, `cues.${at}`, 'The film differs from the storyboard: render it again.'),
  ];
}

export const filesNotNamed = (pack: CoursePack, files: readonly string[]): CourseProblem[] =>
  files
    .filter((file) => /^scenarios\/.*\.json$/.test(file))
    .filter((file) => !(file.slice('scenarios/'.length, -'.json'.length) in pack.scenarios))
    .filter((file) => file !== scenarioFile(pack.cardSort.id))
    .map((file) => problem('reference.scenario', file, '', 'The course draws no such scenario.'));
