import type { Watching } from '#domain/coverage/watching.ts';
import type { RollCall } from '#domain/roll-call/roll-call.ts';
import type { Asking } from '../db/open.ts';

export async function readRollCall({ tx, agencyId }: Asking, rollCallId: string): Promise<RollCall | null> {
  const row = await tx
    .selectFrom('roll_call')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('roll_call_id', '=', rollCallId)
    .executeTakeFirst();
  if (!row) return null;
  const presence = await tx
    .selectFrom('presence')
    .select('officer_id')
    .where('agency_id', '=', agencyId)
    .where('roll_call_id', '=', rollCallId)
    .where('present', '=', 1)
    .orderBy('officer_id')
    .execute();
  return {
    id: row.roll_call_id,
    editionHash: row.edition_hash,
    unitId: row.unit_id,
    sergeantId: row.sergeant_id,
    openedAt: row.opened_at,
    present: presence.map((each) => each.officer_id),
    screening: JSON.parse(row.screening) as Watching,
    closedAt: row.closed_at,
    closedBy: row.closed_by,
  };
}

/** Everyone whose presence was ever taken, or taken back: a guest unticked by mistake can be ticked again. */
export async function readMarked({ tx, agencyId }: Asking, rollCallId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('presence')
    .select('officer_id')
    .where('agency_id', '=', agencyId)
    .where('roll_call_id', '=', rollCallId)
    .execute();
  return rows.map((row) => row.officer_id);
}
