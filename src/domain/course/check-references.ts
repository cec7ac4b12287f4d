import type { CoursePack } from './pack.ts';
import { facsimilesFile, filmFile, scenarioFile } from './parse-file.ts';
import { type CourseProblem, problem } from './problem.ts';
import type { Option, Scenario } from './scenario.ts';

const repeated = (ids: readonly string[]) => ids.filter((id, index) => ids.indexOf(id) !== index);

/** Ids that name nothing, or two things. Screens and records rely on there being none. */
export function brokenReferences(pack: CoursePack): CourseProblem[] {
  const { course, film, cardSort } = pack;
  const clauses = new Set(course.clauses.map((clause) => clause.id));
  const unknownClauses = (file: string, path: string, ids: readonly string[]) =>
    ids
      .filter((id) => !clauses.has(id))
      .map((id) => problem('reference.clause', file, path, `The course has no clause ${id}.`));
  const wrongId = (named: string, found: string) =>
    named === found
      ? []
      : [problem('reference.id', scenarioFile(named), 'id', `The file is for ${named}, not ${found}.`)];

  return [
    ...repeated(course.clauses.map((clause) => clause.id)).map((id) =>
      problem('reference.id', 'course.json', 'clauses', `${id} stands there twice.`),
    ),
    ...unknownClauses('course.json', 'passRule.neverBroken', course.passRule.neverBroken),
    ...unknownClauses(scenarioFile(cardSort.id), 'clauses', cardSort.clauses),
    ...wrongId(course.cardSort, cardSort.id),
    ...Object.values(pack.facsimiles).flatMap(({ id, fields }) =>
      repeated(fields.map((field) => field.id)).map((field) =>
        problem('reference.id', facsimilesFile, id, `${field} stands there twice.`),
      ),
    ),
    ...cardSort.cards
      .filter((card) => !(card.facsimile in pack.facsimiles))
      .map((card) =>
        problem('reference.paper', scenarioFile(cardSort.id), card.id, `There is no facsimile ${card.facsimile}.`),
      ),
    ...film.cues.flatMap((cue) => unknownClauses(filmFile, `cues.${cue.id}`, cue.clauses)),
    ...(film.courseId === course.id
      ? []
      : [problem('reference.course', filmFile, 'courseId', `The film is of ${film.courseId}, not of ${course.id}.`)]),
    ...Object.entries(pack.scenarios).flatMap(([id, scenario]) => [
      ...wrongId(id, scenario.id),
      ...brokenInScenario(pack, scenario, unknownClauses),
    ]),
  ];
}

type UnknownClauses = (file: string, path: string, ids: readonly string[]) => CourseProblem[];

function brokenInScenario(pack: CoursePack, scenario: Scenario, unknownClauses: UnknownClauses): CourseProblem[] {
  const file = scenarioFile(scenario.id);
  const places = [...scenario.decisions, ...scenario.endings].map((place) => place.id);
  const papers = scenario.papers.map((paper) => paper.id);
  const facsimiles = Object.keys(pack.facsimiles);
  const cues = pack.film.cues.map((cue) => cue.id);
  const ifUnknown = (code: CourseProblem['code'], path: string, id: string, among: readonly string[], what: string) =>
    among.includes(id) ? [] : [problem(code, file, path, `There is no ${what} ${id}.`)];
  const twice = (path: string, ids: readonly string[]) =>
    repeated(ids).map((id) => problem('reference.id', file, path, `${id} stands there twice.`));

  const leadsNowhere = (path: string, next: Option['next']): CourseProblem[] => {
    if (typeof next === 'string') return ifUnknown('reference.next', path, next, places, 'decision or ending');
    const outcomes = scenario.chances[next.chance] ?? [];
    const led = Object.keys(next.leadsTo);
    const matches = outcomes.length === led.length && outcomes.every((outcome) => led.includes(outcome));
    return [
      ...(matches ? [] : [problem('reference.chance', file, path, `${next.chance} has other outcomes: ${outcomes}.`)]),
      ...Object.values(next.leadsTo).flatMap((id) =>
        ifUnknown('reference.next', path, id, places, 'decision or ending'),
      ),
    ];
  };

  return [
    ...twice('decisions', places),
    ...twice('papers', papers),
    ...scenario.papers.flatMap((paper) => [
      ...ifUnknown('reference.paper', `papers.${paper.id}`, paper.facsimile, facsimiles, 'facsimile'),
      ...ifUnknown('reference.paper', `papers.${paper.id}`, paper.about, Object.keys(scenario.people), 'person'),
    ]),
    ...ifUnknown(
      'reference.next',
      'start',
      scenario.start,
      scenario.decisions.map((decision) => decision.id),
      'decision',
    ),
    ...scenario.decisions.flatMap((decision) => {
      const at = `decisions.${decision.id}`;
      const options = decision.options.map((option) => option.id);
      return [
        ...twice(`${at}.options`, options),
        ...decision.papers.flatMap((id) => ifUnknown('reference.paper', `${at}.papers`, id, papers, 'paper')),
        ...unfitSetting(pack, file, at, decision.agency, options),
        ...decision.options.flatMap((option) => {
          const path = `${at}.options.${option.id}`;
          return [
            ...unknownClauses(file, path, option.clauses),
            ...leadsNowhere(path, option.next),
            ...(option.cue === undefined ? [] : ifUnknown('reference.cue', path, option.cue, cues, 'film cue')),
          ];
        }),
      ];
    }),
  ];
}

function unfitSetting(pack: CoursePack, file: string, at: string, id: string | undefined, options: readonly string[]) {
  if (id === undefined) return [];
  const setting = pack.course.agencySettings.find((each) => each.id === id);
  if (!setting) return [problem('reference.agency', file, at, `The course has no agency setting ${id}.`)];
  const answer = setting.answer === undefined || setting.options.includes(setting.answer);
  const unfit = answer
    ? []
    : [problem('reference.agency', 'course.json', `agencySettings.${id}`, 'Its answer is none of its options.')];
  return setting.options
    .filter((option) => !options.includes(option))
    .map((option) => problem('reference.agency', file, at, `Setting ${id} offers ${option}, the decision does not.`))
    .concat(unfit);
}
