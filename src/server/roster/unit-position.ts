import type { Asking } from '../db/open.ts';

/** Behind all units that are there: lists keep the order in which they came. */
export async function nextPosition({ tx, agencyId }: Asking): Promise<number> {
  const last = await tx
    .selectFrom('unit')
    .select('position')
    .where('agency_id', '=', agencyId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (last?.position ?? -1) + 1;
}
