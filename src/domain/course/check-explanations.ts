import type { CoursePack } from './pack.ts';
import { scenarioFile } from './parse-file.ts';
import { type CourseProblem, problem } from './problem.ts';

const faults = (pack: CoursePack) =>
  Object.values(pack.scenarios).flatMap((scenario) =>
    scenario.decisions.flatMap((decision) =>
      decision.options
        .filter((option) => decision.agency === undefined && option.verdict !== 'right')
        .map((option) => ({
          option,
          file: scenarioFile(scenario.id),
          path: `decisions.${decision.id}.options.${option.id}`,
        })),
    ),
  );

/** No wrong option without an explanation: its words are checked as words, here its place in the film. */
export const optionsWithoutCue = (pack: CoursePack): CourseProblem[] =>
  faults(pack)
    .filter(({ option }) => option.cue === undefined)
    .map(({ file, path }) =>
      problem('option.no-cue', file, path, 'No film cue is offered to the officer who errs here.'),
    );

/** The cue offered must teach a clause that the option missed. */
export const cuesThatTeachSomethingElse = (pack: CoursePack): CourseProblem[] =>
  faults(pack).flatMap(({ option, file, path }) => {
    const taught = pack.film.cues.find((cue) => cue.id === option.cue)?.clauses;
    if (!taught || option.clauses.some((clause) => taught.includes(clause))) return [];
    const reason = `Cue ${option.cue} teaches ${taught.join(', ')}, the option misses ${option.clauses.join(', ')}.`;
    return [problem('option.cue-elsewhere', file, path, reason)];
  });
