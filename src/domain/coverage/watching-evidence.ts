import type { FilmTakenAway } from '../completion/film-taken-away.ts';
import type { Coverage } from './coverage.ts';
import type { PlayedAt } from './played-stretches.ts';

/** How the training unit settled what was to review: a closed list, so that nobody's words about a person are kept. */
export const reviewOutcomes = ['explained', 'talk-held', 'watched-again'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** One report of a device, and what the server's clock made of it. Times in ISO 8601 UTC. */
export type WatchReport = {
  /** Its place in the ledger. */
  seq: number;
  receivedAt: string;
  deviceAt: string;
  /** The device's clock less the server's at arrival, in seconds: a wrong clock, and the time that the report waited. */
  offsetSeconds: number;
  /** Seconds of the server's clock since the report before, or since the opening; null when neither is known. */
  sinceSeconds: number | null;
  stretches: readonly PlayedAt[];
  proved: Coverage;
  late: Coverage;
  toReview: Coverage;
};

export type ReviewNote = { notedAt: string; by: string; outcome: ReviewOutcome };

/** One officer's watching of one edition, side by side: what devices said, and what the server's clock bears out. */
export type WatchingEvidence = {
  editionHash: string;
  title: { en: string; es: string };
  filmSeconds: number;
  openedAt: string | null;
  proved: Coverage;
  late: Coverage;
  witnessed: Coverage;
  /** A little ahead of the clock: counts with the next thing that comes. */
  ahead: Coverage;
  toReview: Coverage;
  reports: readonly WatchReport[];
  /** A corrected attendance took the film from under the completion. */
  takenAway: FilmTakenAway | null;
  /** The last report or correction under review, while the training unit has noted no outcome for it. */
  openUpToSeq: number | null;
  notes: readonly ReviewNote[];
};

/** One officer on the training unit's list. */
export type ReviewLine = {
  officerId: string;
  badge: string;
  name: string;
  unit: string;
  editionHash: string;
  /** Seconds of the film that count nothing, each once. */
  seconds: number;
  reports: number;
  /** How much was sent again under an id that was taken, and refused. */
  refused: number;
  /** When the last of them came, or the correction: ISO 8601 UTC, server time. */
  lastAt: string;
  takenAway: FilmTakenAway | null;
};
