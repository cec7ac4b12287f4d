import type { Asking } from '../db/open.ts';

/** `officer edition` of every completion that an LMS reported. @param officerId of this one alone */
export async function readReportedByLms(
  { tx, agencyId }: Asking,
  officerId: string | null = null,
): Promise<ReadonlySet<string>> {
  const all = tx
    .selectFrom('credit')
    .select(['officer_id', 'edition_hash'])
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'lms');
  const rows = await (officerId === null ? all : all.where('officer_id', '=', officerId)).execute();
  return new Set(rows.map((row) => `${row.officer_id} ${row.edition_hash}`));
}
