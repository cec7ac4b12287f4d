import { noteEvent } from '../ledger/keep.ts';
import type { Recorded } from '../ledger/kinds.ts';
import type { Projecting, ProjectionsOf } from '../ledger/projections.ts';

type LookingInto = 'path.read' | 'watching.read' | 'review.noted';

/** What the training unit does with an officer's record stands in that record. */
export const projectLookingInto: ProjectionsOf<LookingInto> = {
  'path.read': (to, entry) => keepReading(to, entry, 'path'),
  'watching.read': (to, entry) => keepReading(to, entry, 'watching'),

  async 'review.noted'(to, entry) {
    const { subject, item } = entry.payload;
    await to.tx
      .insertInto('review_note')
      .values({
        agency_id: to.agencyId,
        seq: entry.seq,
        officer_id: subject,
        edition_hash: item.editionHash,
        up_to_seq: item.upToSeq,
        outcome: item.outcome,
        noted_by: entry.by ?? '',
        noted_at: entry.at,
      })
      .execute();
    await noteEvent(to, entry, subject, { kind: `review.${item.outcome}` });
  },
};

async function keepReading(
  to: Projecting,
  entry: Recorded<'path.read'> | Recorded<'watching.read'>,
  what: 'path' | 'watching',
): Promise<void> {
  const { subject, item } = entry.payload;
  await to.tx
    .insertInto('record_reading')
    .values({
      agency_id: to.agencyId,
      seq: entry.seq,
      officer_id: subject,
      what,
      read_by: entry.by ?? '',
      reason: item.reason,
      read_at: entry.at,
    })
    .execute();
  await noteEvent(to, entry, subject);
}
