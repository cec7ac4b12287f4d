import type { Coverage } from '../coverage/coverage.ts';
import type { QuizDecision } from '../scenario/quiz.ts';
import type { Completion, Standing } from './completion.ts';

/** What the server holds of one officer's training, as the officer's own screens receive it. */
export type Training = {
  officerId: string;
  editionHash: string;
  standing: Standing;
  /** All that counts: timed, witnessed at roll call, or reported. */
  covered: Coverage;
  watchedShare: number;
  /** Covered by a roll-call screening that the sergeant attested. */
  witnessed: boolean;
  acknowledgedAt: string | null;
  /** The attempt that is open; a talk with the sergeant opens the next. */
  attempt: number;
  /** Decisions of the open attempt in order: replaying them gives the place in the quiz. */
  decisions: QuizDecision[];
  completion: Completion | null;
  /** The end of the officer's last day, ISO 8601 UTC; null as `dueOn`. */
  dueAt: string | null;
  /**
   * The officer's last day by the agency's calendar, YYYY-MM-DD, whatever zone the device is in; null while the officer is
   * away and nobody knows until when.
   */
  dueOn: string | null;
};
