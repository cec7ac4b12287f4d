import type { Listed } from '#domain/roster/import.ts';
import { type Action, type Actor, isAllowed, isAllowedSomewhere } from '#domain/roster/permission.ts';
import type { Officer, Unit } from '#domain/roster/roster.ts';
import type { SignedIn } from '#domain/roster/signed-in.ts';
import { lineage, subtree, unitPath } from '#domain/roster/unit-tree.ts';
import { readFrame, type Units } from '../agency/frame.ts';
import type { Asking } from '../db/open.ts';
import type { Visitor } from '../sign-in/visitor.ts';

export const readUnits = async (asking: Asking): Promise<Units> => (await readFrame(asking))?.units ?? new Map();

/** The units, if the visitor may do this to that one; null otherwise, and when there is no such unit. */
export async function unitsIfAllowed(asking: Asking, visitor: Visitor, action: Action, unitId: string) {
  const units = await readUnits(asking);
  return units.has(unitId) && isAllowed(visitor.actor, action, unitId, units) ? units : null;
}

export async function readActor({ tx, agencyId }: Asking, officerId: string, proof: Actor['proof']): Promise<Actor> {
  const grants = await tx
    .selectFrom('role_grant')
    .select(['role', 'unit_id'])
    .where('agency_id', '=', agencyId)
    .where('officer_id', '=', officerId)
    .execute();
  return { officerId, proof, grants: grants.map(({ role, unit_id }) => ({ role, unitId: unit_id })) };
}

const columns = ['officer_id', 'badge', 'name', 'rank', 'unit_id', 'duty'] as const;

const toOfficer = (row: {
  officer_id: string;
  badge: string;
  name: string;
  rank: string;
  unit_id: string;
  duty: Officer['duty'];
}): Officer => ({
  id: row.officer_id,
  badge: row.badge,
  name: row.name,
  rank: row.rank,
  unitId: row.unit_id,
  duty: row.duty,
});

export async function readOfficer({ tx, agencyId }: Asking, officerId: string): Promise<Officer | null> {
  const row = await tx
    .selectFrom('officer')
    .select(columns)
    .where('agency_id', '=', agencyId)
    .where('officer_id', '=', officerId)
    .executeTakeFirst();
  return row ? toOfficer(row) : null;
}

/** Who wears this badge now; who wore it before and left is not asked. */
export async function readOfficerByBadge({ tx, agencyId }: Asking, badge: string): Promise<Officer | null> {
  const row = await tx
    .selectFrom('officer')
    .select(columns)
    .where('agency_id', '=', agencyId)
    .where('badge', '=', badge)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
  return row ? toOfficer(row) : null;
}

/** All officers on the agency's list, sorted by name as they are read out. */
export const readOfficers = async (asking: Asking): Promise<Officer[]> =>
  (await readListed(asking))
    .filter((officer) => officer.deactivatedAt === null)
    .map(({ personId: _personId, deactivatedAt: _deactivatedAt, ...officer }) => officer);

/** The same and those who left, whose records stay. */
export async function readListed({ tx, agencyId }: Asking): Promise<Listed[]> {
  const rows = await tx
    .selectFrom('officer')
    .select([...columns, 'person_id', 'deactivated_at'])
    .where('agency_id', '=', agencyId)
    .execute();
  return rows
    .map((row) => ({ ...toOfficer(row), personId: row.person_id, deactivatedAt: row.deactivated_at }))
    .sort((a, b) => byName.compare(a.name, b.name) || byName.compare(a.badge, b.badge));
}

/** Made once: `localeCompare` makes one at every call. */
const byName = new Intl.Collator('en');

/** Rank and name by officer id; who is not on the roster is not in it. */
export async function namesOf(asking: Asking, officerIds: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(officerIds)) {
    const officer = await readOfficer(asking, id);
    if (officer) names.set(id, `${officer.rank} ${officer.name}`.trim());
  }
  return names;
}

/** Officers of a unit and of all below it. */
export async function readOfficersOf(asking: Asking, unitId: string, units: Units): Promise<Officer[]> {
  const below = new Set(subtree(unitId, units));
  return (await readOfficers(asking)).filter((officer) => below.has(officer.unitId));
}

/** Names from the agency down to the unit above this one. */
export const unitsAbove = (unitId: string, units: Units): Unit[] =>
  lineage(unitId, units)
    .slice(1)
    .reverse()
    .flatMap((id) => units.get(id) ?? []);

export async function describeVisitor(asking: Asking, { agencyId, actor }: Visitor): Promise<SignedIn | null> {
  const officer = await readOfficer(asking, actor.officerId);
  if (!officer) return null;
  const units = await readUnits(asking);
  const may = (action: Action) => isAllowedSomewhere(actor, action);
  return {
    officerId: officer.id,
    agencyId,
    name: officer.name,
    badge: officer.badge,
    rank: officer.rank,
    unit: { id: officer.unitId, name: unitPath(officer.unitId, units) },
    proof: actor.proof,
    may: {
      'run-roll-call': may('run-roll-call'),
      'see-squad-owes': may('see-squad-owes'),
      'record-talk': may('record-talk'),
      'see-report': may('see-report'),
      'see-path': may('see-path'),
      'review-watching': may('review-watching'),
      'see-roster': may('see-roster'),
      'import-roster': may('import-roster'),
    },
  };
}
