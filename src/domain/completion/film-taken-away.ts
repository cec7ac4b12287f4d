import type { EvidenceGrade } from './completion.ts';

/** A corrected attendance took the film from under a completion that stands. Times in ISO 8601 UTC. */
export type FilmTakenAway = {
  /** The correction's place in the ledger. */
  seq: number;
  at: string;
  by: string;
  reason: string;
  /** Of the completion, which nothing resets. */
  grade: EvidenceGrade;
  completedAt: string;
};
