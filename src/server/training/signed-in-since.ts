import type { Projecting } from '../ledger/projections.ts';
import { longestHours } from '../sign-in/sessions.ts';

/**
 * When the server first saw the officer sign in within the time that one session lasts, in milliseconds; null when it did not.
 * An opening may have waited on the device since then, while the records or the sign-in were away.
 */
export async function signedInSince(
  { tx, agencyId }: Projecting,
  officerId: string,
  atMilliseconds: number,
): Promise<number | null> {
  const row = await tx
    .selectFrom('sign_in_event')
    .select('at')
    .where('agency_id', '=', agencyId)
    .where('officer_id', '=', officerId)
    .where('what', '=', 'opened')
    .where('at', '>=', new Date(atMilliseconds - longestHours * 3_600_000).toISOString())
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return row ? Date.parse(row.at) : null;
}
