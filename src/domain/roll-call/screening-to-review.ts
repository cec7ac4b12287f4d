import type { Coverage } from '../coverage/coverage.ts';

/** A roll call whose station reported more film than the server's clock had time for. */
export type ScreeningToReview = {
  rollCallId: string;
  editionHash: string;
  unit: string;
  /** Who opened it: rank and name. */
  sergeant: string;
  /** ISO 8601 UTC, server time. */
  openedAt: string;
  closedAt: string | null;
  /** All that the station reported; the rest is what the server's clock made of it, and only `proved` witnesses anything. */
  reported: Coverage;
  proved: Coverage;
  late: Coverage;
  toReview: Coverage;
};
