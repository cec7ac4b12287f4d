import type { EvidenceItem } from '#domain/completion/evidence.ts';
import { standingOf } from '#domain/completion/standing.ts';
import type { Training } from '#domain/completion/training.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { cover, shareOf } from '#domain/coverage/coverage.ts';
import { openWatching } from '#domain/coverage/watching.ts';
import { attemptSeed, type QuizDecision, replayQuiz } from '#domain/scenario/quiz.ts';

/**
 * Where the officer stands if what waits on this device is counted in, so that a lost network returns to the same place.
 * Only a completion is never counted in: the receiver alone says that.
 */
export function asIfSent(training: Training, waiting: EvidenceItem[], pack: CoursePack): Training {
  const ours = waiting.filter((item) => item.editionHash === training.editionHash);
  if (ours.length === 0 || training.completion) return training;
  const played = ours.flatMap((item) => (item.kind === 'watched' ? item.stretches : []));
  const covered = cover(
    ...training.covered,
    ...played.map(({ fromSeconds, toSeconds }) => ({ fromSeconds, toSeconds })),
  );
  // An answer that got lost leaves an item here that the receiver holds already: it is counted once.
  const decided = ours
    .filter((item) => item.kind === 'decided')
    .filter((item) => item.attempt === training.attempt && !training.decisions.some((made) => isSame(made, item)));
  const decisions = [
    ...training.decisions,
    ...decided.map(({ scenarioId, run, decisionId, optionId }) => ({ scenarioId, run, decisionId, optionId })),
  ];
  const acknowledgedAt = training.acknowledgedAt ?? ours.find((item) => item.kind === 'acknowledged')?.deviceAt ?? null;
  const quiz = replayQuiz(pack, attemptSeed(training.officerId, training.editionHash, training.attempt), decisions);
  const standing = standingOf(pack.course, pack.film, {
    opened: training.standing !== 'not-opened' || ours.some((item) => item.kind === 'opened'),
    watching: { ...openWatching(0), reported: covered },
    witnessed: [],
    acknowledged: acknowledgedAt !== null,
    quiz: quiz?.standing ?? 'deciding',
  });
  const watchedShare = shareOf(covered, pack.film.durationSeconds);
  return { ...training, covered, watchedShare, acknowledgedAt, decisions, standing };
}

const isSame = (made: QuizDecision, item: QuizDecision): boolean =>
  made.scenarioId === item.scenarioId &&
  made.run === item.run &&
  made.decisionId === item.decisionId &&
  made.optionId === item.optionId;
