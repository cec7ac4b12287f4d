import type { ProjectionsOf } from '../ledger/projections.ts';
import { projectImport } from './import-projection.ts';
import { inParts } from './in-parts.ts';

type RosterKind = 'agency.founded' | 'roster.loaded' | 'roster.changed' | 'course.adopted' | 'window.set';

export const projectRoster: ProjectionsOf<RosterKind> = {
  async 'agency.founded'({ tx, agencyId }, { payload: { name, demo, timeZone } }) {
    await tx
      .insertInto('agency')
      .values({ agency_id: agencyId, name, demo: demo ? 1 : 0, time_zone: timeZone, frame: null })
      .execute();
  },

  async 'roster.loaded'({ tx, agencyId: agency_id }, { payload: { units, officers, grants } }) {
    const unitRows = units.map(({ id, parentId, name }, position) => ({
      agency_id,
      unit_id: id,
      parent_id: parentId,
      name,
      position,
    }));
    const officerRows = officers.map(({ id, badge, name, rank, unitId, duty }) => ({
      agency_id,
      officer_id: id,
      badge,
      name,
      rank,
      unit_id: unitId,
      duty,
    }));
    const grantRows = grants.map(({ officerId, role, unitId }) => ({
      agency_id,
      officer_id: officerId,
      role,
      unit_id: unitId,
    }));
    for (const rows of inParts(unitRows)) await tx.insertInto('unit').values(rows).execute();
    for (const rows of inParts(officerRows)) await tx.insertInto('officer').values(rows).execute();
    for (const rows of inParts(grantRows)) await tx.insertInto('role_grant').values(rows).execute();
  },

  'roster.changed': projectImport,

  async 'course.adopted'({ tx, agencyId }, { seq, at, payload: { editionHash, startsOn } }) {
    await tx
      .insertInto('assignment')
      .values({ agency_id: agencyId, seq, edition_hash: editionHash, starts_on: startsOn, adopted_at: at })
      .execute();
  },

  async 'window.set'({ tx, agencyId }, { payload: { editionHash, unitId, startsOn } }) {
    await tx
      .insertInto('unit_window')
      .values({ agency_id: agencyId, edition_hash: editionHash, unit_id: unitId, starts_on: startsOn })
      .onConflict((known) =>
        known.columns(['agency_id', 'edition_hash', 'unit_id']).doUpdateSet({ starts_on: startsOn }),
      )
      .execute();
  },
};
