/**
 * How well a completion is borne out: A proved (individual watching timed by a server of ours), B witnessed (roll call),
 * C reported (by an LMS, or stretches that no server timed), D credited (paper or administrative).
 */
export const grades = ['A', 'B', 'C', 'D'] as const;
export type EvidenceGrade = (typeof grades)[number];

/** Where a completion came from that no server of ours and no person of the agency bears out. */
export type CompletionSource = 'lms';

/** One officer has completed one edition. Made only by the server, from the evidence that it holds. */
export type Completion = {
  id: string;
  officerId: string;
  editionHash: string;
  /** ISO 8601, UTC: server time; what the LMS reported where it came from one. */
  completedAt: string;
  grade: EvidenceGrade;
  source?: CompletionSource;
  /** A short code of the ledger entry's hash, for the officer to keep. */
  receipt: string;
};

/** What is still missing, in the order in which the screens take it. */
export type Owed = 'film' | 'policy' | 'quiz';

/** Where an officer stands, as officer, sergeant and commander see it. */
export type Standing = 'not-opened' | 'watching' | 'policy' | 'deciding' | 'needs-talk' | 'done';
export const standings: readonly Standing[] = ['not-opened', 'watching', 'policy', 'deciding', 'needs-talk', 'done'];
