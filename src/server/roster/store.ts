import type { Listed } from '#domain/roster/import.ts';
import { type Action, type Actor, actions, isAllowed, isAllowedSomewhere } from '#domain/roster/permission.ts';
import type { Officer, Person, Unit } from '#domain/roster/roster.ts';
import type { SignedIn } from '#domain/roster/signed-in.ts';
import { lineage, subtree, unitPath } from '#domain/roster/unit-tree.ts';
import { readFrame, type Units } from '../agency/frame.ts';
import { oneOf } from '../db/one-of.ts';
import type { Asking } from '../db/open.ts';
import { readGrantsInForce } from '../grants/read.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { readAbsences } from './absences.ts';

export const readUnits = async (asking: Asking): Promise<Units> => (await readFrame(asking))?.units ?? new Map();

/** The units, if the visitor may do this to that one; null otherwise, and when there is no such unit. */
export async function unitsIfAllowed(asking: Asking, visitor: Visitor, action: Action, unitId: string) {
  const units = await readUnits(asking);
  return units.has(unitId) && isAllowed(visitor.actor, action, unitId, units) ? units : null;
}

/** @param now server time in milliseconds */
export async function readActor(asking: Asking, officerId: string, proof: Actor['proof'], now: number): Promise<Actor> {
  const grants = await readGrantsInForce(asking, now, officerId);
  return { officerId, proof, grants: grants.map(({ role, unitId }) => ({ role, unitId })) };
}

const columns = ['officer_id', 'badge', 'name', 'rank', 'unit_id'] as const;

const toPerson = (row: { officer_id: string; badge: string; name: string; rank: string; unit_id: string }): Person => ({
  id: row.officer_id,
  badge: row.badge,
  name: row.name,
  rank: row.rank,
  unitId: row.unit_id,
});

export const readPerson = async (asking: Asking, officerId: string): Promise<Person | null> =>
  (await readPersons(asking, [officerId])).get(officerId) ?? null;

/** By officer id; who is not on the roster is not in it. */
export async function readPersons(
  { tx, agencyId }: Asking,
  officerIds: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  const rows = await tx
    .selectFrom('officer')
    .select(columns)
    .where('agency_id', '=', agencyId)
    .where(oneOf(tx, 'officer_id', officerIds))
    .execute();
  return new Map(rows.map((row) => [row.officer_id, toPerson(row)]));
}

/** Who wears this badge now; who wore it before and left is not asked. */
export async function readPersonByBadge({ tx, agencyId }: Asking, badge: string): Promise<Person | null> {
  const row = await tx
    .selectFrom('officer')
    .select(columns)
    .where('agency_id', '=', agencyId)
    .where('badge', '=', badge)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
  return row ? toPerson(row) : null;
}

/**
 * All officers on the agency's list, sorted by name as they are read out.
 *
 * @param day of the agency's calendar, for who is away
 */
export const readOfficers = async (asking: Asking, day: string): Promise<Officer[]> =>
  (await readListed(asking, day))
    .filter((officer) => officer.deactivatedAt === null)
    .map(({ personId: _personId, deactivatedAt: _deactivatedAt, ...officer }) => officer);

/** The same and those who left, whose records stay. */
export async function readListed(asking: Asking, day: string): Promise<Listed[]> {
  const { tx, agencyId } = asking;
  const rows = await tx
    .selectFrom('officer')
    .select([...columns, 'person_id', 'deactivated_at'])
    .where('agency_id', '=', agencyId)
    .execute();
  const { dutyOf } = await readAbsences(asking);
  return rows
    .map((row) => ({
      ...toPerson(row),
      duty: dutyOf(row.officer_id, day),
      personId: row.person_id,
      deactivatedAt: row.deactivated_at,
    }))
    .sort((a, b) => byName.compare(a.name, b.name) || byName.compare(a.badge, b.badge));
}

/** Made once: `localeCompare` makes one at every call. */
const byName = new Intl.Collator('en');

/** Rank and name by officer id; who is not on the roster is not in it. */
export async function namesOf(asking: Asking, officerIds: readonly string[]): Promise<Map<string, string>> {
  const persons = await readPersons(asking, [...new Set(officerIds)]);
  return new Map([...persons.values()].map(({ id, rank, name }) => [id, `${rank} ${name}`.trim()]));
}

/** Officers of a unit and of all below it. */
export async function readOfficersOf(asking: Asking, unitId: string, units: Units, day: string): Promise<Officer[]> {
  const below = new Set(subtree(unitId, units));
  return (await readOfficers(asking, day)).filter((officer) => below.has(officer.unitId));
}

/** Names from the agency down to the unit above this one. */
export const unitsAbove = (unitId: string, units: Units): Unit[] =>
  lineage(unitId, units)
    .slice(1)
    .reverse()
    .flatMap((id) => units.get(id) ?? []);

export async function describeVisitor(asking: Asking, { agencyId, actor }: Visitor): Promise<SignedIn | null> {
  const officer = await readPerson(asking, actor.officerId);
  if (!officer) return null;
  const units = await readUnits(asking);
  return {
    officerId: officer.id,
    agencyId,
    name: officer.name,
    badge: officer.badge,
    rank: officer.rank,
    unit: { id: officer.unitId, name: unitPath(officer.unitId, units) },
    proof: actor.proof,
    may: Object.fromEntries(actions.map((action) => [action, isAllowedSomewhere(actor, action)])) as SignedIn['may'],
  };
}
