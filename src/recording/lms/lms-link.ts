import type { EvidenceItem } from '#domain/completion/evidence.ts';
import type { Training } from '#domain/completion/training.ts';
import type { Result } from '#domain/shared/result.ts';
import type { RecordingError } from '../recorder.ts';

/** What the LMS said when it opened us. */
export type LmsLaunch = {
  /** Opaque: a digest of the learner's id (and home page), never a name; '' where the LMS gives none. */
  learnerId: string;
  /** browse and review: nothing at all is written. */
  mode: 'record' | 'practice';
  /** cmi5 has two assignable units; SCORM has one object that holds both. */
  part: 'whole' | 'film' | 'policy-and-quiz';
  /** What `write` kept last, '' at the first launch: at most 3,500 characters (SCORM 1.2 has room for 4,096). */
  state: string;
  /** What the LMS already holds: never lowered. */
  held: 'nothing' | 'incomplete' | 'completed' | 'passed';
  /** The learner's own languages in order, as the LMS gives them (BCP 47); empty when it gives none. */
  languages: string[];
  /** Whether the learner wants sound at the start; null or left out where the LMS does not say (cmi5 11.2). */
  audio?: 'on' | 'off' | null;
};

/** One write to the LMS: the state and what has happened since the last write that the LMS confirmed. */
export type LmsChange = {
  state: string;
  /** Not yet confirmed, in order. An item can come again: the link tells each to the LMS once (cmi5: same statement id). */
  items: LmsItem[];
  /** The training with `items` counted in: `completion` present means passed. */
  training: Training;
};

/** `right`: for a decision, whether it was the right one; null where the course does not grade it. */
export type LmsItem = { item: EvidenceItem; right: boolean | null };

/** One conversation with one LMS in one standard. The recorder calls one method at a time. */
export interface LmsLink {
  begin(): Promise<Result<LmsLaunch, RecordingError>>;
  /** Ok only when the LMS said that it has kept it. An LMS that throws, says "false" or is silent: `recording.offline`. */
  write(change: LmsChange): Promise<Result<void, RecordingError>>;
  /** The learner goes. `finished`: nothing is left to do. Ends the conversation even if the LMS answers badly; then leads back where the LMS asked for. */
  leave(finished: boolean): Promise<Result<void, RecordingError>>;
}
