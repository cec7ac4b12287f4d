import { languages } from '#domain/course/closed-lists.ts';
import { type Coverage, cover, longestParts } from '#domain/coverage/coverage.ts';
import { decide, type QuizDecision, startQuiz } from '#domain/scenario/quiz.ts';
import { opaqueId } from './opaque-id.ts';
import { type Learning, noProgress, type Progress, seedOf } from './progress.ts';

/** SCORM 1.2 RTE 3.4.2 gives suspend_data 4,096 characters; some systems count bytes or add their own. */
export const longestLine = 3_500;

/** The first field. A line of another version is not read. */
const version = '1';
/** An LMS that cut the line off has lost this. */
const end = '.';

/**
 * Progress as one short line of [0-9a-z._], which every LMS keeps as it is: version, edition, opened and voice, acknowledgement,
 * attempt, decisions, their check, coverage, completion, end. Times in seconds, places in the film in hundredths.
 */
export function lineOf(of: Learning, progress: Progress): string {
  const { opened, narration, acknowledgedAt, attempt, decisions, completedAt } = progress;
  const voice = narration === null ? 0 : languages.indexOf(narration) + 1;
  const made = choicesOf(of, progress);
  const before = [version, editionOf(of), `${opened ? 1 : 0}${voice}`, timeIn(acknowledgedAt), attempt.toString(36)];
  const head = [...before, made, made && checkOf(decisions)];
  const tail = [timeIn(completedAt), end];
  const room = longestLine - [...head, '', ...tail].join('_').length;
  return [...head, coverageWithin(progress.covered, room), ...tail].join('_');
}

/** @returns null when there is none, or none of this version and edition: then the training begins anew */
export function progressIn(of: Learning, line: string): Progress | null {
  const fields = line.split('_');
  const [itsVersion, edition, marks = '', acknowledged, attempt, made, check, covered, completed, itsEnd] = fields;
  if (fields.length !== 10 || itsVersion !== version || edition !== editionOf(of) || itsEnd !== end) return null;
  const open = { attempt: Number.parseInt(attempt ?? '', 36) || 1 };
  const decisions = decisionsIn(of, open, made ?? '');
  return {
    opened: marks[0] === '1',
    narration: languages[Number(marks[1]) - 1] ?? noProgress.narration,
    covered: coverageIn(covered ?? ''),
    acknowledgedAt: timeOf(acknowledged ?? ''),
    ...open,
    // Another learner id draws other scenarios: then the choices mean nothing, and the attempt begins anew.
    decisions: checkOf(decisions) === check ? decisions : [],
    completedAt: timeOf(completed ?? ''),
  };
}

const editionOf = ({ pack }: Learning) => pack.editionHash.slice(0, 12);

const timeIn = (iso: string | null) => (iso === null ? '' : Math.floor(Date.parse(iso) / 1000).toString(36));
const timeOf = (field: string) => (field === '' ? null : new Date(Number.parseInt(field, 36) * 1000).toISOString());

/** One character a decision: which of its options. Which decision it was follows from those before it. */
function choicesOf(of: Learning, { decisions }: Progress): string {
  let made = '';
  for (const { scenarioId, decisionId, optionId } of decisions) {
    const decision = of.pack.scenarios[scenarioId]?.decisions.find(({ id }) => id === decisionId);
    made += (decision?.options.findIndex(({ id }) => id === optionId) ?? 0).toString(36);
  }
  return made;
}

function decisionsIn(of: Learning, open: { attempt: number }, made: string): QuizDecision[] {
  const decisions: QuizDecision[] = [];
  let quiz = startQuiz(of.pack, seedOf(of, open));
  for (const choice of made) {
    const { current } = quiz;
    const decisionId = current && quiz.runs[current.scenarioId]?.at(-1)?.decisionId;
    const decision = current && of.pack.scenarios[current.scenarioId]?.decisions.find(({ id }) => id === decisionId);
    const option = decision?.options[Number.parseInt(choice, 36)];
    const next = current && decision && option && { ...current, decisionId: decision.id, optionId: option.id };
    const after = next && decide(of.pack, quiz, next);
    if (!after) break;
    decisions.push(next);
    quiz = after;
  }
  return decisions;
}

const checkOf = (decisions: QuizDecision[]): string =>
  decisions.length === 0 ? '' : opaqueId(decisions.map((each) => Object.values(each).join('.')).join(' ')).slice(-4);

const ticksPerSecond = 100;
/** 0.07 × 100 is a little more than 7 in floating point, and would lose a tick at every launch. */
const slack = 1e-6;

/** Gap and length of each stretch, rounded inwards: never a hundredth that was not played. */
function coverageField(covered: Coverage): string {
  let at = 0;
  return covered
    .flatMap(({ fromSeconds, toSeconds }) => {
      const from = Math.ceil(fromSeconds * ticksPerSecond - slack);
      const to = Math.floor(toSeconds * ticksPerSecond + slack);
      if (to <= from) return [];
      const gap = from - at;
      at = to;
      return [gap.toString(36), (to - from).toString(36)];
    })
    .join('.');
}

/** Where splinters fill the room, the longest parts are kept, as in the account that our own server keeps. */
function coverageWithin(covered: Coverage, room: number): string {
  let parts = covered.length;
  let field = coverageField(covered);
  while (field.length > room && parts > 0) {
    parts = Math.floor(parts * 0.9);
    field = coverageField(longestParts(covered, parts));
  }
  return field;
}

function coverageIn(field: string): Coverage {
  let at = 0;
  const numbers = field === '' ? [] : field.split('.').map((each) => Number.parseInt(each, 36));
  const places = numbers.map((each) => {
    at += each;
    return at / ticksPerSecond;
  });
  return cover(
    ...places.flatMap((fromSeconds, index) => {
      const toSeconds = places[index + 1];
      return index % 2 === 0 && toSeconds !== undefined ? [{ fromSeconds, toSeconds }] : [];
    }),
  );
}
