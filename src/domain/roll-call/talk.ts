import { lessonsOf } from '../scenario/lessons.ts';
import type { Quiz, QuizCourse } from '../scenario/quiz.ts';
import { isSound } from '../scenario/run.ts';

/** The attempt that waits for a talk with the sergeant, and the clauses that it is about: never answers, never the path. */
export type Talk = { editionHash: string; attempt: number; clauses: string[] };

/** The clauses missed in the scenario whose reruns are used up, in the order of the policy. */
export function clausesToTalkAbout(pack: QuizCourse, quiz: Quiz): string[] {
  const ended = quiz.drawn.flatMap((id) => quiz.runs[id]?.at(-1) ?? []).find((run) => !isSound(run));
  const runs = ended ? { [ended.scenarioId]: quiz.runs[ended.scenarioId] ?? [] } : quiz.runs;
  return lessonsOf(pack, { ...quiz, runs }).again;
}
