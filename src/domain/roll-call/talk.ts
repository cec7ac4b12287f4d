import { lessonsOf } from '../scenario/lessons.ts';
import type { Quiz, QuizCourse } from '../scenario/quiz.ts';
import { isSound } from '../scenario/run.ts';

/** The attempt that waits for a talk with the sergeant, and the clauses that it is about: never answers, never the path. */
export type Talk = { editionHash: string; attempt: number; clauses: string[] };

/**
 * The clauses missed in the scenario whose reruns are used up. Where every scenario ended without a fault and a tested
 * clause was still not shown (the way around it was only coached), those. In the order of the policy.
 */
export function clausesToTalkAbout(pack: QuizCourse, quiz: Quiz): string[] {
  const last = quiz.drawn.flatMap((id) => quiz.runs[id]?.at(-1) ?? []);
  const failed = last.find((run) => !isSound(run))?.scenarioId;
  if (failed !== undefined) return lessonsOf(pack, { ...quiz, runs: { [failed]: quiz.runs[failed] ?? [] } }).again;
  const shown = new Set(last.flatMap((run) => run.right));
  return pack.course.clauses.filter((clause) => clause.tested && !shown.has(clause.id)).map((clause) => clause.id);
}
