import { oneOf } from '../db/one-of.ts';
import type { Asking } from '../db/open.ts';

/** `officer edition` of every completion that an LMS reported. @param officerIds of these alone */
export async function readReportedByLms(
  { tx, agencyId }: Asking,
  officerIds?: readonly string[],
): Promise<ReadonlySet<string>> {
  const all = tx
    .selectFrom('credit')
    .select(['officer_id', 'edition_hash'])
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'lms');
  const rows = await (officerIds ? all.where(oneOf(tx, 'officer_id', officerIds)) : all).execute();
  return new Set(rows.map((row) => `${row.officer_id} ${row.edition_hash}`));
}
