import type { Standing } from '#domain/completion/completion.ts';
import { decideCompletion } from '#domain/completion/decide-completion.ts';
import type { EvidenceItem } from '#domain/completion/evidence.ts';
import { standingOf } from '#domain/completion/standing.ts';
import type { Training } from '#domain/completion/training.ts';
import type { Language } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { type Coverage, cover, shareOf, within } from '#domain/coverage/coverage.ts';
import { fastestRate, openWatching } from '#domain/coverage/watching.ts';
import { attemptSeed, decide, type Quiz, type QuizDecision, replayQuiz, startQuiz } from '#domain/scenario/quiz.ts';
import type { LmsLaunch } from './lms-link.ts';

/** All that must survive from one launch to the next. Times in ISO 8601 UTC, by the device's clock. */
export type Progress = {
  opened: boolean;
  /** The voice that was heard last. */
  narration: Language | null;
  covered: Coverage;
  acknowledgedAt: string | null;
  attempt: number;
  /** Decisions of the open attempt. */
  decisions: QuizDecision[];
  completedAt: string | null;
};

/** Whose progress in what: everything that the domain's rules ask for. */
export type Learning = Pick<LmsLaunch, 'learnerId' | 'part'> & { pack: CoursePack };

export const noProgress: Progress = {
  opened: false,
  narration: null,
  covered: [],
  acknowledgedAt: null,
  attempt: 1,
  decisions: [],
  completedAt: null,
};

export const seedOf = ({ learnerId, pack }: Learning, { attempt }: Pick<Progress, 'attempt'>): string =>
  attemptSeed(learnerId, pack.editionHash, attempt);

export const quizOf = (of: Learning, { attempt, decisions }: Pick<Progress, 'attempt' | 'decisions'>): Quiz =>
  replayQuiz(of.pack, seedOf(of, { attempt }), decisions) ?? startQuiz(of.pack, seedOf(of, { attempt }));

/** Counts one item in. What is counted already, or cannot be, changes nothing: an item may come again after a lost answer. */
export function count(of: Learning, progress: Progress, item: EvidenceItem): Progress {
  const after = counted(of, progress, item);
  if (after.completedAt !== null || !isComplete(of, after)) return after;
  return { ...after, completedAt: item.deviceAt };
}

function counted(of: Learning, progress: Progress, item: EvidenceItem): Progress {
  switch (item.kind) {
    case 'taken-along':
      return progress;
    case 'opened':
      return { ...progress, opened: true };
    case 'watched': {
      // No server times this: what counts is what the domain lets anybody play, inside the film, each second once (grade C).
      const played = item.stretches.filter(({ rate }) => rate <= fastestRate);
      const stretches = played.map(({ fromSeconds, toSeconds }) => ({ fromSeconds, toSeconds }));
      const covered = within([...progress.covered, ...stretches], of.pack.film.durationSeconds);
      return { ...progress, opened: true, narration: item.narration, covered: cover(...covered) };
    }
    case 'acknowledged':
      return { ...progress, opened: true, acknowledgedAt: progress.acknowledgedAt ?? item.deviceAt };
    case 'decided': {
      const { attempt, scenarioId, run, decisionId, optionId } = item;
      const made = { scenarioId, run, decisionId, optionId };
      const isNext = attempt === progress.attempt && decide(of.pack, quizOf(of, progress), made) !== null;
      return isNext ? { ...progress, decisions: [...progress.decisions, made] } : progress;
    }
  }
}

/** Complete by what is counted already, though nothing said so: a line from a launch that ended in the same moment. */
export function completeAtLaunch(of: Learning, progress: Progress, now: string): Progress {
  return progress.completedAt === null && isComplete(of, progress) ? { ...progress, completedAt: now } : progress;
}

/**
 * The attempt that the officer may make now. A course on our own server waits for the sergeant, who records the talk and opens
 * the quiz again. In an LMS no sergeant can: the officer is told to see the sergeant, this launch goes no further, and the next
 * launch begins a new attempt. The LMS keeps the decisions of both, so that the training unit sees that there were two.
 */
export function attemptAtLaunch(of: Learning, progress: Progress): Progress {
  if (progress.completedAt !== null || quizOf(of, progress).standing !== 'needs-talk') return progress;
  return { ...progress, attempt: progress.attempt + 1, decisions: [] };
}

/** @param isKept the LMS has confirmed the completion: until then the screens hear of none */
export function trainingOf(of: Learning, progress: Progress, isKept: boolean): Training {
  const { pack, learnerId } = of;
  const { covered, acknowledgedAt, attempt, decisions, completedAt } = progress;
  const isDone = isKept && completedAt !== null;
  return {
    officerId: learnerId,
    editionHash: pack.editionHash,
    standing: isDone ? 'done' : standingNow(of, progress),
    covered,
    watchedShare: shareOf(covered, pack.film.durationSeconds),
    witnessed: false,
    acknowledgedAt,
    attempt,
    decisions,
    // No ledger of ours stands behind it, so there is no receipt code that anybody could look up.
    completion: isDone
      ? { id: '', officerId: learnerId, editionHash: pack.editionHash, completedAt, grade: 'C', receipt: '' }
      : null,
    dueAt: null,
    dueOn: null,
  };
}

function standingNow(of: Learning, progress: Progress): Standing {
  const { opened } = progress;
  // The first unit of two ends with the film, whatever else the course holds.
  if (of.part === 'film') return opened ? 'watching' : 'not-opened';
  return standingOf(of.pack.course, of.pack.film, { ...evidenceOf(of, progress), opened });
}

function isComplete(of: Learning, progress: Progress): boolean {
  const decision = decideCompletion(of.pack.course, of.pack.film, evidenceOf(of, progress));
  const owes = decision.complete ? [] : decision.owes;
  return of.part === 'film' ? !owes.includes('film') : owes.length === 0;
}

function evidenceOf(of: Learning, progress: Progress) {
  return {
    watching: { ...openWatching(0), reported: progress.covered },
    // The second unit of two does not ask for the film again; that the first was finished is the LMS's to know.
    witnessed: of.part === 'policy-and-quiz' ? [{ fromSeconds: 0, toSeconds: of.pack.film.durationSeconds }] : [],
    acknowledged: progress.acknowledgedAt !== null,
    quiz: quizOf(of, progress).standing,
  };
}
