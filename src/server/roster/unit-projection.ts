import type { Recorded } from '../ledger/kinds.ts';
import type { Projecting } from '../ledger/projections.ts';
import { nextPosition } from './unit-position.ts';

/** A unit by hand: new at the end of the list, or renamed and moved where it stands. */
export async function projectUnit(to: Projecting, { payload }: Recorded<'unit.kept'>): Promise<void> {
  const { tx, agencyId } = to;
  const { subject, item } = payload;
  const row = { name: item.name, parent_id: item.parentId };
  await tx
    .insertInto('unit')
    .values({ agency_id: agencyId, unit_id: subject, position: await nextPosition(to), ...row })
    .onConflict((known) => known.columns(['agency_id', 'unit_id']).doUpdateSet(row))
    .execute();
}
