import type * as z from 'zod';
import { fail, type Result, succeed } from '../shared/result.ts';
import { Card } from './card.ts';
import { brokenCardReferences } from './check-card.ts';
import { brokenReferences } from './check-references.ts';
import { type Language, languages } from './closed-lists.ts';
import { Course, type InBothLanguages } from './course.ts';
import type { CoursePack } from './pack.ts';
import {
  type CourseFiles,
  cardFile,
  facsimilesFile,
  filmFile,
  narrationFile,
  parseFile,
  policyFile,
  scenarioFile,
  scenarioTextFile,
  storyboardFile,
  textFile,
} from './parse-file.ts';
import { readPolicy } from './policy.ts';
import { type CourseProblem, problem } from './problem.ts';
import { CardSort, Facsimiles, Scenario } from './scenario.ts';
import { Film, Narration, Storyboard } from './storyboard.ts';
import { CourseWords, ScenarioText } from './text.ts';

/** How the film is made. An agency that brings its own film has none, and is checked by its film alone. */
export type FilmPlan = { storyboard: Storyboard; narration: InBothLanguages<Narration> };

export type CourseBook = { pack: CoursePack; plan: FilmPlan | null };
export type CourseUnreadable = { code: 'course.unreadable'; problems: CourseProblem[] };

/**
 * Reads a course out of its files: strict schemas, then every reference between them.
 * Never throws; every problem found is in the answer, not only the first.
 *
 * @param film text of `film.json` from the media folder; undefined when the film is not there
 * @param editionHash SHA-256 (hex) of what a record pins; the caller computes it, since the domain does no I/O
 */
export function readCourse(
  files: CourseFiles,
  film: string | undefined,
  editionHash: string,
): Result<CourseBook, CourseUnreadable> {
  const problems: CourseProblem[] = [];
  const parse: Parse = (schema, file) => parseFile(schema, file, files[file], problems);
  const inBoth = <T>(read: (language: Language) => T) => ({ en: read('en'), es: read('es') });

  const course = parse(Course, 'course.json');
  const words = inBoth((language) => parse(CourseWords, textFile(language)));
  const facsimiles = parse(Facsimiles, facsimilesFile);
  const card = parse(Card, cardFile);
  const parsedFilm = parseFile(Film, filmFile, film, problems);
  const plan = storyboardFile in files ? readPlan(parse, inBoth) : null;
  const scenarios: Record<string, Scenario> = {};
  const scenarioWords: InBothLanguages<Record<string, ScenarioText>> = { en: {}, es: {} };
  for (const id of course ? scenarioIdsOf(course) : []) {
    const scenario = parse(Scenario, scenarioFile(id));
    if (scenario) scenarios[id] = scenario;
    for (const language of languages) {
      const said = parse(ScenarioText, scenarioTextFile(language, id));
      if (said) scenarioWords[language][id] = said;
    }
  }
  const cardSort = course && parse(CardSort, scenarioFile(course.cardSort));
  for (const language of languages) {
    if (files[policyFile(language)] === undefined) {
      problems.push(problem('pack.missing-file', policyFile(language), '', 'The file is not there.'));
    }
  }

  if (problems.length > 0 || !course || !words.en || !words.es || !facsimiles) {
    return fail({ code: 'course.unreadable', problems });
  }
  if (!parsedFilm || !cardSort || !card || plan === undefined) return fail({ code: 'course.unreadable', problems });
  const pack: CoursePack = {
    course,
    scenarios,
    facsimiles: Object.fromEntries(facsimiles.facsimiles.map((each) => [each.id, each])),
    cardSort,
    card,
    policy: inBoth((language) => readPolicy(files[policyFile(language)] ?? '')),
    text: {
      en: { ...words.en, scenarios: scenarioWords.en },
      es: { ...words.es, scenarios: scenarioWords.es },
    },
    film: parsedFilm,
    editionHash,
  };
  const broken = [...brokenReferences(pack), ...brokenCardReferences(pack)];
  return broken.length > 0 ? fail({ code: 'course.unreadable', problems: broken }) : succeed({ pack, plan });
}

/** Drawn in the quiz or only practised, each once. */
const scenarioIdsOf = (course: Course) => new Set([...Object.values(course.draw).flat(), ...course.practice]);

type Parse = <Schema extends z.ZodType>(schema: Schema, file: string) => z.infer<Schema> | undefined;

/** @returns undefined when a part of the plan could not be read */
function readPlan(
  parse: Parse,
  inBoth: <T>(read: (language: Language) => T) => InBothLanguages<T>,
): FilmPlan | undefined {
  const storyboard = parse(Storyboard, storyboardFile);
  const { en, es } = inBoth((language) => parse(Narration, narrationFile(language)));
  return storyboard && en && es ? { storyboard, narration: { en, es } } : undefined;
}
