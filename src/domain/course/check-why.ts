import { languages } from './closed-lists.ts';
import type { ReadMessage } from './message.ts';
import type { CoursePack } from './pack.ts';
import { scenarioTextFile } from './parse-file.ts';
import { type CourseProblem, problem } from './problem.ts';
import { sayerOf } from './said.ts';
import { sentencesIn } from './sentences.ts';

const sentencesAWhy = 2;

/** Every reason as it is read, in both languages; one that is missing is another check's finding. */
const reasonsOf = (pack: CoursePack, read: ReadMessage) =>
  languages.flatMap((language) =>
    Object.values(pack.scenarios).flatMap((scenario) => {
      const say = sayerOf(pack, scenario, 'why', language, read);
      const words = pack.text[language].scenarios[scenario.id]?.decisions;
      return scenario.decisions.flatMap((decision) =>
        decision.options.flatMap((option) => {
          const why = words?.[decision.id]?.options[option.id]?.why;
          const path = `decisions.${decision.id}.options.${option.id}.why`;
          return why === undefined
            ? []
            : [{ language, option, path, file: scenarioTextFile(language, scenario.id), why: say(why) }];
        }),
      );
    }),
  );

/** An explanation names the clause that it explains, so that the officer finds it in the policy. */
export const whysThatNameNoClause = (pack: CoursePack, read: ReadMessage): CourseProblem[] =>
  reasonsOf(pack, read)
    .filter(({ why, option }) => !option.clauses.some((clause) => new RegExp(`\\b${clause}\\b`).test(why)))
    .map(({ file, path, option }) =>
      problem('option.why-names-no-clause', file, path, `It names none of ${option.clauses.join(', ')}.`),
    );

/** Two sentences are read at roll call; a third is skipped. */
export const whysTooLong = (pack: CoursePack, read: ReadMessage): CourseProblem[] =>
  reasonsOf(pack, read)
    .map((reason) => ({ ...reason, sentences: sentencesIn(reason.why, reason.language) }))
    .filter(({ sentences }) => sentences > sentencesAWhy)
    .map(({ file, path, sentences }) =>
      problem('option.why-too-long', file, path, `${sentences} sentences; ${sentencesAWhy} is the limit.`),
    );
