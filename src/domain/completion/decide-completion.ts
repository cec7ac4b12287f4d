import type { Course } from '../course/course.ts';
import type { Film } from '../course/storyboard.ts';
import { type Coverage, cover, shareOf } from '../coverage/coverage.ts';
import { counted, type Watching } from '../coverage/watching.ts';
import type { QuizStanding } from '../scenario/quiz.ts';
import type { EvidenceGrade, Owed } from './completion.ts';

/** What is held of one officer for one edition. */
export type Evidence = {
  watching: Watching;
  /** Covered by attested roll-call screenings at which the officer was present. */
  witnessed: Coverage;
  acknowledged: boolean;
  quiz: QuizStanding;
};

export type CompletionDecision = { complete: true; grade: EvidenceGrade } | { complete: false; owes: Owed[] };

type Rule = Pick<Course, 'passRule'>;
type Length = Pick<Film, 'durationSeconds' | 'cues'>;

/** The one rule: film, acknowledged policy and passed quiz. Browsers run it to show, the server to record. */
export function decideCompletion(course: Rule, film: Length, evidence: Evidence): CompletionDecision {
  const owes: Owed[] = [];
  if (!hasSeen(course, film, counted(evidence.watching, evidence.witnessed))) owes.push('film');
  if (!evidence.acknowledged) owes.push('policy');
  if (evidence.quiz !== 'passed') owes.push('quiz');
  return owes.length > 0 ? { complete: false, owes } : { complete: true, grade: gradeOf(course, film, evidence) };
}

/** Whether what is held now would still bear that grade; what the agency credited rests on nothing that is held. */
export function isStillBorneOut(grade: EvidenceGrade, course: Rule, film: Length, evidence: Evidence): boolean {
  if (grade === 'D') return true;
  const decision = decideCompletion(course, film, evidence);
  return decision.complete && decision.grade <= grade;
}

/** Enough unique coverage, and the last cue, which holds what to do and where help is. */
export function hasSeen(course: Rule, film: Length, covered: Coverage): boolean {
  const lastCue = film.cues.at(-1);
  const startsAt = Math.max(lastCue?.at.en.fromSeconds ?? 0, lastCue?.at.es.fromSeconds ?? 0);
  const reachesLastCue = covered.some((stretch) => stretch.toSeconds > startsAt);
  return reachesLastCue && shareOf(covered, film.durationSeconds) >= course.passRule.watchedShare;
}

/** The best grade that the coverage bears by itself: proved, else witnessed, else only reported. */
function gradeOf(course: Rule, film: Length, { watching, witnessed }: Evidence): EvidenceGrade {
  if (hasSeen(course, film, watching.proved)) return 'A';
  if (hasSeen(course, film, cover(...watching.proved, ...witnessed))) return 'B';
  return 'C';
}
