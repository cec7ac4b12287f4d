import { cover } from '#domain/coverage/coverage.ts';
import { openWatching, report, type Watching } from '#domain/coverage/watching.ts';
import { correctionEvent } from '#domain/roll-call/correction.ts';
import { witnessedBy, witnessedOf } from '#domain/roll-call/roll-call.ts';
import { noteEvent } from '../ledger/keep.ts';
import type { Projecting, ProjectionsOf } from '../ledger/projections.ts';
import { keepHeld, readHeld } from '../training/held.ts';
import { readAttended, readRollCall } from './read.ts';

type RollCallKind =
  | 'roll-call.opened'
  | 'roll-call.presence'
  | 'roll-call.guest'
  | 'roll-call.screened'
  | 'roll-call.closed'
  | 'roll-call.corrected';

export const projectRollCall: ProjectionsOf<RollCallKind> = {
  async 'roll-call.opened'(to, { at, by, payload: { subject, item, editionHash } }) {
    const sergeantId = by ?? '';
    await to.tx
      .insertInto('roll_call')
      .values({
        agency_id: to.agencyId,
        roll_call_id: subject,
        edition_hash: editionHash,
        unit_id: item.unitId,
        sergeant_id: sergeantId,
        opened_at: at,
        screening: JSON.stringify(openWatching(Date.parse(at))),
        closed_at: null,
        closed_by: null,
      })
      .execute();
    // The sergeant who runs it is in the room and counts too.
    await markPresent(to, subject, [sergeantId], true);
  },

  'roll-call.presence': (to, { payload: { subject, item } }) => markPresent(to, subject, item.officerIds, item.present),

  'roll-call.guest': (to, { payload: { subject, officerId } }) => markPresent(to, subject, [officerId], true),

  async 'roll-call.screened'(to, { at, payload: { subject, item } }) {
    const rollCall = await readRollCall(to, subject);
    if (!rollCall) return;
    const { film } = to.editions.get(rollCall.editionHash);
    const screening = report(rollCall.screening, item.stretches, film.durationSeconds, Date.parse(at));
    await update(to, subject, { screening });
  },

  async 'roll-call.closed'(to, entry) {
    const { subject } = entry.payload;
    await update(to, subject, { closed: { closed_at: entry.at, closed_by: entry.by } });
    const rollCall = await readRollCall(to, subject);
    if (!rollCall) return;
    for (const officerId of rollCall.present) {
      const held = await readHeld(to, officerId, rollCall.editionHash);
      const witnessed = cover(...held.witnessed, ...witnessedBy(rollCall));
      await keepHeld(to, officerId, rollCall.editionHash, { ...held, witnessed });
      await noteEvent(to, entry, officerId, { kind: 'roll-call.attended' });
    }
  },

  async 'roll-call.corrected'(to, entry) {
    const { subject, item, was } = entry.payload;
    const { officerId, present, reason } = item;
    await markPresent(to, subject, [officerId], present);
    await to.tx
      .insertInto('presence_correction')
      .values({
        agency_id: to.agencyId,
        seq: entry.seq,
        roll_call_id: subject,
        officer_id: officerId,
        was: was ? 1 : 0,
        present: present ? 1 : 0,
        at: entry.at,
        corrected_by: entry.by ?? '',
        reason,
      })
      .execute();
    await noteEvent(to, entry, officerId, { kind: correctionEvent(present), reason });
    const rollCall = await readRollCall(to, subject);
    if (!rollCall) return;
    const held = await readHeld(to, officerId, rollCall.editionHash);
    // Another roll call may witness the same stretches, so they are worked out anew, not subtracted.
    const witnessed = witnessedOf(officerId, await readAttended(to, officerId, rollCall.editionHash));
    await keepHeld(to, officerId, rollCall.editionHash, { ...held, witnessed });
  },
};

async function markPresent({ tx, agencyId }: Projecting, rollCallId: string, officerIds: string[], present: boolean) {
  for (const officerId of officerIds) {
    const row = { present: present ? 1 : 0 } as const;
    await tx
      .insertInto('presence')
      .values({ agency_id: agencyId, roll_call_id: rollCallId, officer_id: officerId, ...row })
      .onConflict((known) => known.columns(['agency_id', 'roll_call_id', 'officer_id']).doUpdateSet(row))
      .execute();
  }
}

async function update(
  { tx, agencyId }: Projecting,
  rollCallId: string,
  { screening, closed }: { screening?: Watching; closed?: { closed_at: string; closed_by: string | null } },
) {
  await tx
    .updateTable('roll_call')
    .set({ ...(screening && { screening: JSON.stringify(screening) }), ...closed })
    .where('agency_id', '=', agencyId)
    .where('roll_call_id', '=', rollCallId)
    .execute();
}
