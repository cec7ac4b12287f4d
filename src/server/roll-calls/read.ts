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

/** The closed roll calls of an edition at which the officer was present, as the attendance stands now. */
export async function readAttended(asking: Asking, officerId: string, editionHash: string): Promise<RollCall[]> {
  const rows = await asking.tx
    .selectFrom('presence')
    .innerJoin('roll_call', (join) =>
      join
        .onRef('roll_call.agency_id', '=', 'presence.agency_id')
        .onRef('roll_call.roll_call_id', '=', 'presence.roll_call_id'),
    )
    .select('presence.roll_call_id')
    .where('presence.agency_id', '=', asking.agencyId)
    .where('presence.officer_id', '=', officerId)
    .where('presence.present', '=', 1)
    .where('roll_call.edition_hash', '=', editionHash)
    .where('roll_call.closed_at', 'is not', null)
    .execute();
  const attended: RollCall[] = [];
  for (const { roll_call_id } of rows) {
    const rollCall = await readRollCall(asking, roll_call_id);
    if (rollCall) attended.push(rollCall);
  }
  return attended;
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

/** What was corrected since the close, in that order. */
export const readCorrections = ({ tx, agencyId }: Asking, rollCallId: string) =>
  tx
    .selectFrom('presence_correction')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('roll_call_id', '=', rollCallId)
    .orderBy('seq')
    .execute();
