import type { Editions } from '../course/editions.ts';
import type { Asking } from '../db/open.ts';

/** What a reading works with: one moment of the records, the editions they name, and the clock. Nothing here writes. */
export type Looking = Asking & {
  editions: Editions;
  /** Server time in milliseconds. */
  now: () => number;
};
