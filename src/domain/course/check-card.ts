import { cardWays, mostTaps, placeOf } from './card-place.ts';
import type { CoursePack } from './pack.ts';
import { cardFile } from './parse-file.ts';
import { type CourseProblem, problem } from './problem.ts';

/** What an officer must find at the roadside, as far as the course states it. */
const roadsideClauses = ['R5', 'R8', 'R9', 'R10', 'R11', 'R12'];

/** Ids on the card that name nothing, or two things. */
export function brokenCardReferences({ card, course }: CoursePack): CourseProblem[] {
  const clauses = course.clauses.map((clause) => clause.id);
  const places = [...card.questions, ...card.outcomes].map((place) => place.id);
  const twice = (path: string, ids: readonly string[]) =>
    ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) => problem('reference.id', cardFile, path, `${id} stands there twice.`));
  const leadsNowhere = (path: string, id: string) =>
    placeOf(card, id)
      ? []
      : [problem('reference.next', cardFile, path, `The card has no question and no outcome ${id}.`)];
  return [
    ...twice('questions', places),
    ...leadsNowhere('start', card.start),
    ...card.questions.flatMap(({ id, answers }) => [
      ...twice(
        `questions.${id}.answers`,
        answers.map((answer) => answer.id),
      ),
      ...answers.flatMap((answer) => leadsNowhere(`questions.${id}.answers.${answer.id}`, answer.leadsTo)),
    ]),
    ...card.outcomes.flatMap((outcome) =>
      outcome.clauses
        .filter((id) => !clauses.includes(id))
        .map((id) =>
          problem('reference.clause', cardFile, `outcomes.${outcome.id}`, `The course has no clause ${id}.`),
        ),
    ),
  ];
}

/** A person held at the roadside waits for every tap. */
export const cardOverTwoTaps = ({ card }: CoursePack): CourseProblem[] =>
  cardWays(card).flatMap(({ taps, place }) =>
    place.kind === 'question'
      ? [
          problem(
            'card.too-many-taps',
            cardFile,
            `questions.${place.question.id}`,
            `After ${mostTaps} taps (${taps.join(', ')}) it must say what to do, and it asks again.`,
          ),
        ]
      : [],
  );

/** What no tap leads to is read by nobody. */
export function cardPlacesUnreachable({ card }: CoursePack): CourseProblem[] {
  const met = new Set<string>();
  const visit = (id: string) => {
    if (met.has(id)) return;
    met.add(id);
    for (const { leadsTo } of placeOf(card, id)?.question?.answers ?? []) visit(leadsTo);
  };
  visit(card.start);
  return [
    ...card.questions.map(({ id }) => ({ id, path: `questions.${id}` })),
    ...card.outcomes.map(({ id }) => ({ id, path: `outcomes.${id}` })),
  ]
    .filter(({ id }) => !met.has(id))
    .map(({ path }) => problem('card.unreachable', cardFile, path, 'No answer leads here.'));
}

/** The card carries every rule that decides a stop, of those that the course states. */
export function clausesNotOnCard({ card, course }: CoursePack): CourseProblem[] {
  const met = cardWays(card).flatMap(({ place }) => place.outcome?.clauses ?? []);
  return course.clauses
    .filter(({ id }) => roadsideClauses.includes(id) && !met.includes(id))
    .map(({ id }) => problem('card.clause-missing', cardFile, 'outcomes', `No way over the card meets ${id}.`));
}
