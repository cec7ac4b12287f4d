import { languages } from './closed-lists.ts';
import type { ReadMessage } from './message.ts';
import type { CoursePack } from './pack.ts';
import { policyFile, scenarioTextFile, textFile } from './parse-file.ts';
import { type CourseProblem, problem } from './problem.ts';
import { medianReadingMinutes, wordsAMinute } from './reading-time.ts';

const readingMinutes = 6;
const situationWords = 60;
const policyWords = 450;

/** At roll call there is little time (issue: median attempt ≤ 6 minutes). */
export const attemptsThatTakeTooLong = (pack: CoursePack, read: ReadMessage): CourseProblem[] =>
  languages.flatMap((language) => {
    const minutes = medianReadingMinutes(pack, language, read);
    const reason = `The median attempt takes ${minutes.toFixed(1)} minutes at ${wordsAMinute} words a minute; ${readingMinutes} is the limit.`;
    return minutes <= readingMinutes ? [] : [problem('reading.too-long', textFile(language), 'scenarios', reason)];
  });

export const situationsTooLong = (pack: CoursePack): CourseProblem[] =>
  languages.flatMap((language) =>
    Object.entries(pack.text[language].scenarios)
      .map(([id, scenario]) => ({ id, words: scenario.situation.split(/\s+/).length }))
      .filter(({ words }) => words > situationWords)
      .map(({ id, words }) =>
        problem(
          'reading.situation-too-long',
          scenarioTextFile(language, id),
          'situation',
          `${words} words; ${situationWords} is the limit.`,
        ),
      ),
  );

/** The written policy is one page. */
export const policiesTooLong = (pack: CoursePack): CourseProblem[] =>
  languages
    .filter((language) => pack.policy[language].words > policyWords)
    .map((language) =>
      problem(
        'reading.policy-too-long',
        policyFile(language),
        '',
        `${pack.policy[language].words} words; ${policyWords} is one page.`,
      ),
    );
