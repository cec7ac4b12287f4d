import { isNotedByOthers, type OwnRecord } from '#domain/completion/own-record.ts';
import type { Asking } from '../db/open.ts';
import { namesOf } from '../roster/store.ts';

/** What somebody else, or the roster, put into an officer's record: duty, rights, codes, exemptions, credits. */
export async function readNotedByOthers(asking: Asking, officerId: string): Promise<OwnRecord['notedByOthers']> {
  const rows = await asking.tx
    .selectFrom('officer_event')
    .select(['at', 'kind', 'noted_by', 'reason'])
    .where('agency_id', '=', asking.agencyId)
    .where('officer_id', '=', officerId)
    .orderBy('seq')
    .execute();
  const names = await namesOf(
    asking,
    rows.flatMap(({ noted_by }) => noted_by ?? []),
  );
  return rows.flatMap(({ at, kind, noted_by, reason }) =>
    isNotedByOthers(kind) ? [{ at, what: kind, by: names.get(noted_by ?? '') ?? null, reason }] : [],
  );
}
