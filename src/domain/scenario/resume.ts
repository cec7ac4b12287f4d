import { type QuizCourse, type QuizDecision, replayQuiz } from './quiz.ts';
import type { AgencyAnswers } from './run.ts';

const isSame = (one: QuizDecision, other: QuizDecision | undefined): boolean =>
  one.scenarioId === other?.scenarioId &&
  one.run === other.run &&
  one.decisionId === other.decisionId &&
  one.optionId === other.optionId;

/**
 * Decisions to start from: the record's, or this device's when they go on from it (offline, not yet sent). Where the two
 * part, another device was quicker and the record holds.
 */
export function decisionsSoFar(
  pack: QuizCourse,
  seed: string,
  onRecord: readonly QuizDecision[],
  onDevice: readonly QuizDecision[],
  answers: AgencyAnswers = {},
): QuizDecision[] {
  const goesOn = onDevice.length > onRecord.length && onRecord.every((each, at) => isSame(each, onDevice[at]));
  return goesOn && replayQuiz(pack, seed, [...onDevice], answers) ? [...onDevice] : [...onRecord];
}
