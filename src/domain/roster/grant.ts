import type { Role } from './roster.ts';

/** A right over a unit and all below it, and whose word it stands on. Times in ISO 8601 UTC. */
export type GrantOnRecord = {
  grantId: string;
  officerId: string;
  role: Role;
  unitId: string;
  /** Null: it came with the agency's first roster. */
  grantedBy: string | null;
  grantedAt: string;
  /** Of an acting supervisor: the end of the shift. */
  until: string | null;
  endedBy: string | null;
  endedAt: string | null;
};

/** The longest that somebody stands in for a supervisor by the word of one: a shift with its overtime. */
export const longestShiftHours = 16;

export const isInForce = (
  { until, endedAt }: Pick<GrantOnRecord, 'until' | 'endedAt'>,
  nowMilliseconds: number,
): boolean => endedAt === null && (until === null || Date.parse(until) > nowMilliseconds);
