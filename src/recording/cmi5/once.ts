import { hasSeen } from '#domain/completion/decide-completion.ts';
import type { Training } from '#domain/completion/training.ts';
import { completedStatement, passedStatement } from './defined-statements.ts';
import { filmCompleted, type Seen } from './film-statements.ts';
import type { OnlyOnce } from './kept-state.ts';
import type { Speaking, Statement } from './statement.ts';

/** How far this session and the film in it have come. */
export type Spent = { filmAt: number | null; seconds: number; filmSeconds: number };

/** What has come true and is told once in a registration, in order; nothing of it before the training says so. */
export function nowTrue({ data, course }: Speaking, training: Training, { filmAt }: Spent): OnlyOnce[] {
  const isSeen = hasSeen(course.course, course.film, training.covered);
  const film: OnlyOnce[] = isSeen && filmAt !== null && data.part !== 'policy-and-quiz' ? ['film-completed'] : [];
  if (data.part === 'film') return isSeen ? [...film, 'completed'] : [];
  return training.completion ? [...film, 'completed', 'passed'] : film;
}

export function onceStatement(speaking: Speaking, what: OnlyOnce, at: string, seen: Seen, spent: Spent): Statement {
  switch (what) {
    case 'film-completed':
      return filmCompleted(speaking, seen, at, spent.filmAt ?? 0, spent.filmSeconds);
    case 'completed':
      return completedStatement(speaking, at, spent.seconds);
    case 'passed':
      return passedStatement(speaking, at, spent.seconds);
  }
}
