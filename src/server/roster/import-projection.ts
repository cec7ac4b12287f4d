import type { Listed } from '#domain/roster/import.ts';
import { type RosterChanges, touchedBy } from '#domain/roster/import-changes.ts';
import type { DutyStatus } from '#domain/roster/roster.ts';
import { readToday } from '../agency/frame.ts';
import { endGrantsOf } from '../grants/projections.ts';
import { noteEvent } from '../ledger/keep.ts';
import type { Recorded } from '../ledger/kinds.ts';
import type { Projecting } from '../ledger/projections.ts';
import { keepDuty } from './absences.ts';
import { countChanges } from './import-counts.ts';
import { inParts } from './in-parts.ts';
import { readListed } from './store.ts';
import { nextPosition } from './unit-position.ts';

/** Units and officers as the import left them, and with which columns, for the next one. */
export async function projectImport(to: Projecting, entry: Recorded<'roster.changed'>): Promise<void> {
  const { item, changes } = entry.payload;
  await projectChanges(to, entry, changes);
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

/** One person, by hand. */
export const projectPerson = (to: Projecting, entry: Recorded<'person.kept'>): Promise<void> =>
  projectChanges(to, entry, entry.payload.changes);

/** Nobody's row is lost: who is not listed any more is marked so. */
async function projectChanges(to: Projecting, entry: Recorded, changes: RosterChanges): Promise<void> {
  await addUnits(to, changes);
  const day = await readToday(to, Date.parse(entry.at));
  const touched = touchedBy(changes, await readListed(to, day), entry.at);
  await replaceOfficers(to, touched);
  await keepDuty(to, dutySaidBy(changes, day));
  for (const officerId of changes.returned) await noteEvent(to, entry, officerId, { kind: 'roster.returned' });
  const leaving = changes.deactivated.map(({ officerId }) => officerId);
  await endGrantsOf(to, leaving, { by: entry.by, at: entry.at });
  for (const officerId of leaving) await noteEvent(to, entry, officerId, { kind: 'roster.deactivated' });
}

/** A list says who is away and who is not, from the day of its import on. */
const dutySaidBy = ({ added, changed }: RosterChanges, fromDay: string) => [
  ...added.flatMap(({ id, duty }) => (duty === 'on-duty' ? [] : [{ officerId: id, duty, fromDay, untilDay: null }])),
  ...changed.flatMap(({ officerId, field, to }) =>
    field === 'duty' ? [{ officerId, duty: to as DutyStatus, fromDay, untilDay: null }] : [],
  ),
];

async function addUnits(to: Projecting, { units }: RosterChanges): Promise<void> {
  const { tx, agencyId } = to;
  const first = await nextPosition(to);
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
  const rows = officers.map(({ id, badge, name, rank, unitId, personId, deactivatedAt }) => ({
    agency_id: agencyId,
    officer_id: id,
    badge,
    name,
    rank,
    unit_id: unitId,
    person_id: personId,
    deactivated_at: deactivatedAt,
  }));
  for (const part of inParts(rows)) {
    const ids = part.map((row) => row.officer_id);
    await tx.deleteFrom('officer').where('agency_id', '=', agencyId).where('officer_id', 'in', ids).execute();
  }
  for (const part of inParts(rows)) await tx.insertInto('officer').values(part).execute();
}
