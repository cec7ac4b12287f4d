import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { EvidenceItem } from '#domain/completion/evidence.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { attemptSeed, decide, type Quiz, type QuizDecision, replayQuiz } from '#domain/scenario/quiz.ts';
import { type DecisionOnRecord, pathOf } from '#server/training/path.ts';
import { theRealCourse } from '#test/support/a-quiz-course.ts';
import { type AttemptInBrowser, randomAttempt, randomFrom, type ShownStep } from '#test/support/random-attempt.ts';

const attempts = 10_000;

/** As the table of editions gives it back. */
const asKept = (pack: CoursePack): CoursePack => JSON.parse(JSON.stringify(pack)) as CoursePack;

/** What the server does with an officer's items: parse, replay what is held, take the next or refuse it, read the path. */
function onServer(pack: CoursePack, officerId: string, attempt: number, sent: readonly string[]) {
  const seed = attemptSeed(officerId, pack.editionHash, attempt);
  const made: QuizDecision[] = [];
  const record: DecisionOnRecord[] = [];
  for (const text of sent) {
    const item = EvidenceItem.parse(JSON.parse(text));
    if (item.kind !== 'decided' || item.attempt !== attempt) throw new Error(`Not a decision: ${text}`);
    const { scenarioId, run, decisionId, optionId, language, deviceAt } = item;
    const held = replayQuiz(pack, seed, made);
    if (!held || !decide(pack, held, item)) throw new Error(`Refused: ${text}`);
    made.push({ scenarioId, run, decisionId, optionId });
    record.push({ attempt, scenarioId, run, decisionId, optionId, language, decidedAt: deviceAt });
  }
  return { quiz: replayQuiz(pack, seed, made), path: pathOf(pack, officerId, record) };
}

const shownBy = (path: ReturnType<typeof pathOf>): ShownStep[] =>
  path.map(({ attempt: _, decidedAt: __, ...step }) => step);
const begunRuns = ({ runs }: Quiz) => Object.values(runs).flatMap((all) => all.filter((run) => run.choices.length > 0));

test(`the server grades ${attempts} random attempts as the browser did: standings, runs, clocks and verdicts`, () => {
  const pack = theRealCourse();
  const kept = asKept(pack);
  const random = randomFrom(20_261_122);
  let ids = 0;
  const newId = () => `00000000-0000-7000-8000-${String(ids++).padStart(12, '0')}`;
  const standings = new Map<string, number>();
  const differing: unknown[] = [];
  let decisions = 0;
  const began = performance.now();

  for (let number = 0; number < attempts; number++) {
    const officerId = `officer-${number}`;
    const attempt = 1 + (number % 3);
    const browser: AttemptInBrowser = randomAttempt(pack, officerId, attempt, random, newId);
    const server = onServer(kept, officerId, attempt, browser.sent);
    const isSame =
      isDeepStrictEqual(server.quiz, browser.quiz) &&
      isDeepStrictEqual(shownBy(server.path), browser.shown) &&
      isDeepStrictEqual(new Set(begunRuns(browser.quiz)), new Set(browser.runs));
    if (!isSame) differing.push({ officerId, attempt, browser, server });
    decisions += browser.sent.length;
    const most = Math.max(...Object.values(browser.quiz.runs).map((runs) => runs.length));
    const ended = `${browser.quiz.standing} after ${most - 1} reruns`;
    standings.set(ended, (standings.get(ended) ?? 0) + 1);
  }

  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const met = [...standings].map(([ended, count]) => `${ended}: ${count}`).sort();
  console.info(
    `${attempts} attempts, ${decisions} decisions, played and graded again in ${seconds} s. ${met.join(', ')}.`,
  );
  expect(differing.slice(0, 1)).toEqual([]);
  // Random, but not so that a kind of attempt is missed.
  expect([...standings.keys()].sort()).toEqual([
    'needs-talk after 2 reruns',
    'passed after 0 reruns',
    'passed after 1 reruns',
    'passed after 2 reruns',
  ]);
}, 240_000);
