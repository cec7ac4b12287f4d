import { type Language, languages } from './closed-lists.ts';
import type { InBothLanguages } from './course.ts';
import type { CoursePack } from './pack.ts';
import { policyFile, textFile } from './parse-file.ts';
import { type CourseProblem, problem } from './problem.ts';

/** Answers to residents rest on clauses that the course has, and that the policy on the same page states. */
export const answersWithoutPolicy = ({ text, policy, course }: CoursePack): CourseProblem[] =>
  languages.flatMap((language) => {
    const known = new Set(course.clauses.map((clause) => clause.id));
    const stated = new Set(policy[language].blocks.flatMap((block) => block.clauses));
    return text[language].community.questions.list.flatMap(({ id, clauses }) => {
      const place = `community.questions.list.${id}`;
      return clauses
        .filter((clause) => !stated.has(clause))
        .map((clause) =>
          known.has(clause)
            ? problem(
                'clause.not-in-policy',
                policyFile(language),
                clause,
                `The answer ${id} to residents rests on it.`,
              )
            : problem('reference.clause', textFile(language), place, `The course has no clause ${clause}.`),
        );
    });
  });

/** Both languages answer the same questions, in the same order, from the same clauses, and name a contact or none (R16). */
export function answersThatDiffer({ text }: CoursePack): CourseProblem[] {
  const asked = inBoth((language) => text[language].community.questions);
  const at = 'community.questions';
  const twice = languages.flatMap((language) => {
    const ids = asked[language].list.map((each) => each.id);
    return ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) => problem('reference.id', textFile(language), `${at}.list`, `${id} stands there twice.`));
  });
  const answered = inBoth((language) =>
    asked[language].list.map(({ id, clauses }) => [id, ...clauses].join(' ')).join(', '),
  );
  const differ =
    answered.en === answered.es
      ? []
      : [
          problem(
            'language.missing',
            textFile('es'),
            `${at}.list`,
            `English: ${answered.en}. Spanish: ${answered.es}.`,
          ),
        ];
  const silent = languages.filter((language) => asked[language].complain.contact === undefined);
  const oneSided = silent.length === 1 ? silent : [];
  return [
    ...twice,
    ...differ,
    ...oneSided.map((language) =>
      problem('language.missing', textFile(language), `${at}.complain.contact`, 'The other language names a contact.'),
    ),
  ];
}

const inBoth = <T>(of: (language: Language) => T): InBothLanguages<T> => ({ en: of('en'), es: of('es') });
