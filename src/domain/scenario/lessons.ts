import { explanationsOf } from './explanation.ts';
import type { Quiz, QuizCourse } from './quiz.ts';
import { rulingOf } from './run.ts';

/** What runs showed, by clause, in the order of the policy. */
export type Lessons = {
  /** Decided rightly each time it was asked. */
  right: string[];
  /** Missed, broken or coached at least once: what to read again, even if it was right in the end. */
  again: string[];
};

export function lessonsOf(pack: QuizCourse, quiz: Pick<Quiz, 'runs'>): Lessons {
  const explained = Object.entries(quiz.runs).flatMap(([id, runs]) => {
    const scenario = pack.scenarios[id];
    return scenario ? runs.flatMap((run) => explanationsOf(scenario, run, rulingOf(pack.course))) : [];
  });
  const again = new Set(explained.flatMap((each) => (each.verdict === 'coach' ? each.option.clauses : each.broke)));
  const right = new Set(explained.flatMap((each) => (each.verdict === 'right' ? each.option.clauses : [])));
  const inOrder = pack.course.clauses.map((clause) => clause.id);
  return {
    right: inOrder.filter((id) => right.has(id) && !again.has(id)),
    again: inOrder.filter((id) => again.has(id)),
  };
}
