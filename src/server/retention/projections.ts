import { receiptCode } from '#domain/ledger/entry.ts';
import type { Range } from '#domain/ledger/purged.ts';
import { oneOf } from '../db/one-of.ts';
import { chainId } from '../ledger/entries.ts';
import { noteEvent } from '../ledger/keep.ts';
import type { Projecting, ProjectionsOf } from '../ledger/projections.ts';
import { ofTraining } from './of-training.ts';

/** Rows that say nothing but what an officer did in training, or what was done with that. */
const ofOneOfficer = [
  'training',
  'quiz_decision',
  'watch_report',
  'completion',
  'review_note',
  'record_reading',
  'exemption',
  'presence_correction',
  'refused_item',
] as const;

export const projectRetention: ProjectionsOf<'hold.placed' | 'hold.ended' | 'records.purged'> = {
  async 'hold.placed'({ tx, agencyId }, { at, by, payload: { subject, item } }) {
    const said = { reason: item.reason, placed_by: by ?? '', placed_at: at };
    await tx
      .insertInto('record_hold')
      .values({ agency_id: agencyId, officer_id: subject, ...said })
      .onConflict((known) => known.columns(['agency_id', 'officer_id']).doUpdateSet(said))
      .execute();
  },

  async 'hold.ended'({ tx, agencyId }, { payload: { subject } }) {
    await tx.deleteFrom('record_hold').where('agency_id', '=', agencyId).where('officer_id', '=', subject).execute();
  },

  // A rebuild comes by here too: what entries about several people left of this officer goes a second time.
  async 'records.purged'(to, entry) {
    const { tx, agencyId } = to;
    const { subject, item, ranges } = entry.payload;
    await deleteReceipts(to, ranges);
    for (const table of ofOneOfficer) {
      await tx.deleteFrom(table).where('agency_id', '=', agencyId).where('officer_id', '=', subject).execute();
    }
    await tx
      .deleteFrom('officer_event')
      .where('agency_id', '=', agencyId)
      .where('officer_id', '=', subject)
      .where(ofTraining)
      .execute();
    // What waits for a second person is no record of training yet.
    await tx
      .deleteFrom('credit')
      .where('agency_id', '=', agencyId)
      .where('officer_id', '=', subject)
      .where('outcome', '!=', 'open')
      .execute();
    const closed = tx.selectFrom('roll_call').select('roll_call_id').where('closed_at', 'is not', null);
    await tx
      .deleteFrom('presence')
      .where('agency_id', '=', agencyId)
      .where('officer_id', '=', subject)
      .where('roll_call_id', 'in', closed.where('agency_id', '=', agencyId))
      .execute();
    await noteEvent(to, entry, subject, { reason: item.reason });
  },
};

/** By the entries themselves: some were sent by others, such as a sergeant who recorded a talk. */
async function deleteReceipts({ tx, agencyId }: Projecting, ranges: readonly Range[]): Promise<void> {
  for (const [from, to] of ranges) {
    const rows = await tx
      .selectFrom('ledger_entry')
      .select('hash')
      .where('agency_id', '=', agencyId)
      .where('chain_id', '=', chainId)
      .where('seq', '>=', from)
      .where('seq', '<=', to)
      .execute();
    const receipts = rows.map(({ hash }) => receiptCode(hash));
    await tx
      .deleteFrom('receipt')
      .where('agency_id', '=', agencyId)
      .where(oneOf(tx, 'receipt', receipts))
      .execute();
  }
}
