import type { Listed } from '#domain/roster/import.ts';
import { type RosterChanges, touchedBy } from '#domain/roster/import-changes.ts';
import { noteEvent } from '../ledger/keep.ts';
import type { Recorded } from '../ledger/kinds.ts';
import type { Projecting } from '../ledger/projections.ts';
import { countChanges } from './import-counts.ts';
import { inParts } from './in-parts.ts';
import { readListed } from './store.ts';

/** Units and officers as the import left them. Nobody's row is lost: who is not listed any more is marked so. */
export async function projectImport(to: Projecting, entry: Recorded<'roster.changed'>): Promise<void> {
  const { item, changes } = entry.payload;
  await addUnits(to, changes);
  const touched = touchedBy(changes, await readListed(to), entry.at);
  await replaceOfficers(to, touched);
  for (const officerId of changes.returned) await noteEvent(to, entry, officerId, { kind: 'roster.returned' });
  for (const { officerId } of changes.deactivated) {
    await noteEvent(to, entry, officerId, { kind: 'roster.deactivated' });
  }
  await to.tx
    .insertInto('roster_import')
    .values({
      agency_id: to.agencyId,
      seq: entry.seq,
      item_id: item.id,
      imported_by: entry.by,
      imported_at: entry.at,
      source: item.source,
      mapping: JSON.stringify(item.mapping),
      counts: JSON.stringify(countChanges(changes)),
    })
    .execute();
}

async function addUnits({ tx, agencyId }: Projecting, { units }: RosterChanges): Promise<void> {
  const last = await tx
    .selectFrom('unit')
    .select('position')
    .where('agency_id', '=', agencyId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  const first = (last?.position ?? -1) + 1;
  const rows = units.map(({ id, parentId, name }, at) => ({
    agency_id: agencyId,
    unit_id: id,
    parent_id: parentId,
    name,
    position: first + at,
  }));
  for (const part of inParts(rows)) await tx.insertInto('unit').values(part).execute();
}

/** Out first and in again after: within one import badges may go round, and for a moment two would have the same. */
async function replaceOfficers({ tx, agencyId }: Projecting, officers: readonly Listed[]): Promise<void> {
  const rows = officers.map(({ id, badge, name, rank, unitId, duty, personId, deactivatedAt }) => ({
    agency_id: agencyId,
    officer_id: id,
    badge,
    name,
    rank,
    unit_id: unitId,
    duty,
    person_id: personId,
    deactivated_at: deactivatedAt,
  }));
  for (const part of inParts(rows)) {
    const ids = part.map((row) => row.officer_id);
    await tx.deleteFrom('officer').where('agency_id', '=', agencyId).where('officer_id', 'in', ids).execute();
  }
  for (const part of inParts(rows)) await tx.insertInto('officer').values(part).execute();
}
