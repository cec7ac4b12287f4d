import type { Language } from '#domain/course/closed-lists.ts';
import { activityId } from './edition-names.ts';
import type { Described } from './package-files.ts';
import { startPage } from './package-paths.ts';
import { sayInBoth, type UnitWords } from './package-words.ts';
import { writtenXml, type XmlElement } from './written-xml.ts';

/** Tags as LMSs in the United States know them (RFC 5646). */
const tagOf = { en: 'en-US', es: 'es-US' } as const;

/** Share of the score from which on the second unit is passed; an LMS may set another when it launches (cmi5 10.2.4). */
export const masteryScore = 1;

/**
 * `cmi5.xml` (cmi5 13): the film, and policy with quiz, as units of their own, so that an LMS can waive the film for whoever
 * saw it at roll call (9.3.7). `moveOn` is always said: left out it would mean that a unit is satisfied unseen (13.1.4).
 */
export function cmi5Structure({ pack, choices, words }: Described): string {
  const inBoth = (say: (language: Language) => string): XmlElement => ({
    langstring: sayInBoth(choices.languages, (language) => ({ '@lang': tagOf[language], '#text': say(language) })),
  });
  const unit = (part: string, said: (language: Language) => UnitWords, rule: XmlElement): XmlElement => ({
    '@id': activityId(pack, choices, part),
    ...rule,
    // The film wants the whole window; an LMS that puts units into a frame of its own would take it that.
    '@launchMethod': 'OwnWindow',
    title: inBoth((language) => said(language).title),
    description: inBoth((language) => said(language).description),
    url: startPage,
    launchParameters: JSON.stringify({ part }),
  });
  return writtenXml({
    courseStructure: {
      '@xmlns': 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd',
      course: {
        '@id': activityId(pack, choices),
        title: inBoth((language) => pack.text[language].title),
        description: inBoth((language) => pack.text[language].summary),
      },
      au: [
        unit('film', (language) => words[language].film, {
          '@moveOn': 'Completed',
          '@activityType': 'http://adlnet.gov/expapi/activities/media',
        }),
        unit('policy-and-quiz', (language) => words[language].policyAndQuiz, {
          '@moveOn': 'CompletedAndPassed',
          '@masteryScore': String(masteryScore),
          '@activityType': 'http://adlnet.gov/expapi/activities/assessment',
        }),
      ],
    },
  });
}
