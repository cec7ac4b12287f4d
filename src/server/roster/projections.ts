import { readToday, type UnitWindow } from '../agency/frame.ts';
import { keepGrants } from '../grants/projections.ts';
import { noteEvent } from '../ledger/keep.ts';
import type { Projecting, ProjectionsOf } from '../ledger/projections.ts';
import { keepDuty } from './absences.ts';
import { projectImport, projectPerson } from './import-projection.ts';
import { inParts } from './in-parts.ts';
import { projectUnit } from './unit-projection.ts';

type RosterKind =
  | 'agency.founded'
  | 'roster.loaded'
  | 'agency.changed'
  | 'roster.changed'
  | 'person.kept'
  | 'unit.kept'
  | 'unit.removed'
  | 'course.adopted'
  | 'window.set'
  | 'window.changed'
  | 'duty.said';

export const projectRoster: ProjectionsOf<RosterKind> = {
  async 'agency.founded'({ tx, agencyId }, { at, payload: { name, demo, timeZone } }) {
    await tx
      .insertInto('agency')
      .values({
        agency_id: agencyId,
        name,
        demo: demo ? 1 : 0,
        time_zone: timeZone,
        start_language: 'device',
        set_up_at: demo ? at : null,
        frame: null,
      })
      .execute();
  },

  async 'roster.loaded'(to, { seq, at, payload: { units, officers, grants } }) {
    const { tx, agencyId: agency_id } = to;
    const unitRows = units.map(({ id, parentId, name }, position) => ({
      agency_id,
      unit_id: id,
      parent_id: parentId,
      name,
      position,
    }));
    const officerRows = officers.map(({ id, badge, name, rank, unitId }) => ({
      agency_id,
      officer_id: id,
      badge,
      name,
      rank,
      unit_id: unitId,
    }));
    for (const rows of inParts(unitRows)) await tx.insertInto('unit').values(rows).execute();
    for (const rows of inParts(officerRows)) await tx.insertInto('officer').values(rows).execute();
    const first = { grantedBy: null, grantedAt: at, until: null };
    await keepGrants(
      to,
      grants.map((grant, place) => ({ ...grant, ...first, grantId: `${seq}-${place}` })),
    );
    const fromDay = await readToday(to, Date.parse(at));
    const away = officers.filter(({ duty }) => duty !== 'on-duty');
    await keepDuty(
      to,
      away.map(({ id, duty }) => ({ officerId: id, duty, fromDay, untilDay: null })),
    );
  },

  async 'agency.changed'({ tx, agencyId }, { at, payload: { item } }) {
    const { name, timeZone, startLanguage } = item;
    await tx
      .updateTable('agency')
      .set({ name, time_zone: timeZone, start_language: startLanguage, set_up_at: at })
      .where('agency_id', '=', agencyId)
      .execute();
    // The unit at the top is the agency.
    await tx
      .updateTable('unit')
      .set({ name })
      .where('agency_id', '=', agencyId)
      .where('parent_id', 'is', null)
      .execute();
  },

  'roster.changed': projectImport,
  'person.kept': projectPerson,
  'unit.kept': projectUnit,

  async 'unit.removed'({ tx, agencyId }, { payload: { subject } }) {
    await tx.deleteFrom('unit').where('agency_id', '=', agencyId).where('unit_id', '=', subject).execute();
  },

  async 'course.adopted'({ tx, agencyId }, { seq, at, payload: { editionHash, startsOn, counts = [] } }) {
    await tx
      .insertInto('assignment')
      .values({
        agency_id: agencyId,
        seq,
        edition_hash: editionHash,
        starts_on: startsOn,
        adopted_at: at,
        counts: JSON.stringify(counts),
      })
      .execute();
  },

  'window.set': (to, { payload }) => keepWindow(to, { ...payload, days: null, owes: true }),
  'window.changed': (to, { payload: { item } }) => keepWindow(to, item),

  async 'duty.said'(to, entry) {
    const { subject, item } = entry.payload;
    await keepDuty(to, [{ officerId: subject, duty: item.duty, fromDay: item.fromDay, untilDay: item.untilDay }]);
    await noteEvent(to, entry, subject);
  },
};

async function keepWindow(
  { tx, agencyId }: Projecting,
  { editionHash, unitId, startsOn, days, owes }: UnitWindow,
): Promise<void> {
  const row = { starts_on: startsOn, days, owes: owes ? 1 : 0 } as const;
  await tx
    .insertInto('unit_window')
    .values({ agency_id: agencyId, edition_hash: editionHash, unit_id: unitId, ...row })
    .onConflict((known) => known.columns(['agency_id', 'edition_hash', 'unit_id']).doUpdateSet(row))
    .execute();
}
