import type { CoursePack } from '../course/pack.ts';
import { validDraws } from './draw.ts';
import { choose, isSound, type Run, rulingOf, startRun } from './run.ts';
import { pickBySeed } from './seed.ts';

/** One decision as the record keeps it. */
export type QuizDecision = { scenarioId: string; run: number; decisionId: string; optionId: string };

/** What the quiz needs of the pack: structure only, no words. */
export type QuizCourse = Pick<CoursePack, 'course' | 'scenarios'>;

export type QuizStanding = 'deciding' | 'passed' | 'needs-talk';

/** Where an attempt stands; a function of course, seed and decisions alone, so browser and server agree. */
export type Quiz = {
  seed: string;
  drawn: string[];
  /** Runs so far by scenario, the last one counts. */
  runs: Record<string, Run[]>;
  /** The run to be decided next, or the one just ended that must run again. */
  current: { scenarioId: string; run: number } | null;
  standing: QuizStanding;
};

/** Not the officer's to choose, and the same offline: who, which edition, which attempt. */
export const attemptSeed = (officerId: string, editionHash: string, attempt: number): string =>
  `${officerId}:${editionHash.slice(0, 16)}:${attempt}`;

export const runSeed = (seed: string, scenarioId: string, run: number): string => `${seed}:${scenarioId}:${run}`;

export function startQuiz(pack: QuizCourse, seed: string): Quiz {
  const drawn = pickBySeed(validDraws(pack), seed, 'draw');
  if (!drawn) throw new Error('The course has no draw that meets every tested clause; check:content refuses it.');
  return openNext(pack, { seed, drawn, runs: {}, current: null, standing: 'deciding' });
}

/** @returns the quiz after the decision, or null when it was not the one to be made */
export function decide(pack: QuizCourse, quiz: Quiz, made: QuizDecision): Quiz | null {
  const { current } = quiz;
  const scenario = current && pack.scenarios[current.scenarioId];
  if (!scenario || made.scenarioId !== current.scenarioId || made.run !== current.run) return null;
  const runs = quiz.runs[scenario.id] ?? [];
  const run = runs.at(-1) && choose(scenario, runs.at(-1) as Run, made, rulingOf(pack.course));
  if (!run) return null;
  const after = { ...quiz, runs: { ...quiz.runs, [scenario.id]: [...runs.slice(0, -1), run] } };
  return run.endingId === null ? after : openNext(pack, after);
}

export const replayQuiz = (pack: QuizCourse, seed: string, made: readonly QuizDecision[]): Quiz | null =>
  made.reduce<Quiz | null>((quiz, each) => quiz && decide(pack, quiz, each), startQuiz(pack, seed));

/** Opens the next run: the same scenario again after a fault, else the next one drawn; or says how the attempt ended. */
function openNext(pack: QuizCourse, quiz: Quiz): Quiz {
  const scenarioId = quiz.drawn.find((id) => !isSoundNow(quiz, id));
  const scenario = scenarioId === undefined ? undefined : pack.scenarios[scenarioId];
  if (!scenario) return { ...quiz, current: null, standing: standingOf(pack, quiz) };
  const runs = quiz.runs[scenario.id] ?? [];
  if (runs.length > pack.course.passRule.reruns) return { ...quiz, current: null, standing: 'needs-talk' };
  const run = runs.length + 1;
  const opened = startRun(scenario, runSeed(quiz.seed, scenario.id, run));
  return {
    ...quiz,
    runs: { ...quiz.runs, [scenario.id]: [...runs, opened] },
    current: { scenarioId: scenario.id, run },
  };
}

const isSoundNow = (quiz: Quiz, scenarioId: string): boolean => {
  const last = quiz.runs[scenarioId]?.at(-1);
  return last !== undefined && isSound(last);
};

/** Passed: every tested clause decided rightly, and no prohibition broken, in the last run of each scenario. */
function standingOf(pack: QuizCourse, quiz: Quiz): QuizStanding {
  const last = quiz.drawn.flatMap((id) => quiz.runs[id]?.at(-1) ?? []);
  const right = new Set(last.flatMap((run) => run.right));
  const wrong = new Set(last.flatMap((run) => run.wrong));
  const shown = pack.course.clauses.filter((clause) => clause.tested).every((clause) => right.has(clause.id));
  const kept = pack.course.passRule.neverBroken.every((clause) => !wrong.has(clause));
  return shown && kept ? 'passed' : 'needs-talk';
}
