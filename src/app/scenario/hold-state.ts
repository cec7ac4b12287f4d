import { holdLimitMinutes, type Run } from '#domain/scenario/run.ts';

/** Minutes from which the dial warns: confirming urgently (10) and a supervisor (5) still fit before the hour. */
const lateFromMinutes = 40;

/** `closed`: known to be civil, so no minute is left. `broken`: held all the same (R1, R7). `over`: past the hour (R10). */
export type HoldState = 'quiet' | 'late' | 'over' | 'closed' | 'broken';

/** The graver fault is the one that is shown: past the hour, then held on a civil basis. */
export function holdState({ holdMinutes, basis }: Pick<Run, 'holdMinutes' | 'basis'>, heldOnCivil: boolean): HoldState {
  if (holdMinutes > holdLimitMinutes) return 'over';
  if (heldOnCivil) return 'broken';
  if (basis === 'civil') return 'closed';
  return holdMinutes >= lateFromMinutes ? 'late' : 'quiet';
}
