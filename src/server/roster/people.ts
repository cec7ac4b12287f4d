import { type Absence, absenceOn } from '#domain/roster/absence.ts';
import { isInForce } from '#domain/roster/grant.ts';
import { type Action, actions, isAllowed } from '#domain/roster/permission.ts';
import type { DutyStatus, Role } from '#domain/roster/roster.ts';
import { unitPath } from '#domain/roster/unit-tree.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { readFounded, readToday } from '../agency/frame.ts';
import { readGrants, readGrantsInForce } from '../grants/read.ts';
import { notFound, type Refusal } from '../problem.ts';
import type { Looking } from '../reading/looking.ts';
import { readWithout } from '../sign-in/codes.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { readExemptionsOf } from '../training/exemptions.ts';
import { readAbsencesOf } from './absences.ts';
import { namesOf, readListed, readUnits } from './store.ts';

/** One line of the roster as an administrator keeps it. */
export type PersonLine = {
  officerId: string;
  badge: string;
  name: string;
  rank: string;
  unitId: string;
  unit: string;
  duty: DutyStatus;
  roles: Role[];
  hasPin: boolean;
  hasPassword: boolean;
  /** When the person left the agency's list, ISO 8601 UTC; null for who is on it. */
  leftAt: string | null;
};

/** Everybody whom the visitor keeps the roster of, sorted by name; who has left stands with the day. */
export async function listPeople(looking: Looking, visitor: Visitor): Promise<Result<PersonLine[], Refusal>> {
  const units = await readUnits(looking);
  const kept = new Set([...units.keys()].filter((id) => isAllowed(visitor.actor, 'keep-roster', id, units)));
  if (kept.size === 0) return fail(notFound);
  const listed = await readListed(looking, await readToday(looking, looking.now()));
  const roles = Map.groupBy(await readGrantsInForce(looking, looking.now()), ({ officerId }) => officerId);
  const [noPin, noPassword] = [await readWithout(looking, 'pin'), await readWithout(looking, 'password')];
  return succeed(
    listed
      .filter(({ unitId }) => kept.has(unitId))
      .map(({ id, badge, name, rank, unitId, duty, deactivatedAt }) => ({
        officerId: id,
        badge,
        name,
        rank,
        unitId,
        unit: unitPath(unitId, units),
        duty,
        roles: [...new Set((roles.get(id) ?? []).map(({ role }) => role))],
        hasPin: !noPin(id),
        hasPassword: !noPassword(id),
        leftAt: deactivatedAt,
      })),
  );
}

/** One person as whoever leads or keeps the roster sees them; `may`: what this visitor may do for this person. */
export type PersonSeen = Omit<PersonLine, 'roles'> & {
  personId: string | null;
  absences: readonly Absence[];
  away: Absence | null;
  grants: {
    grantId: string;
    role: Role;
    unitId: string;
    unit: string;
    grantedAt: string;
    grantedBy: string | null;
    until: string | null;
    endedAt: string | null;
    endedBy: string | null;
    isInForce: boolean;
  }[];
  exemptions: { editionHash: string; reason: string; givenAt: string; givenBy: string }[];
  currentEdition: string;
  may: Record<Action, boolean>;
};

export async function seePerson(
  looking: Looking,
  visitor: Visitor,
  officerId: string,
): Promise<Result<PersonSeen, Refusal>> {
  const { units, assignments } = await readFounded(looking);
  const today = await readToday(looking, looking.now());
  const person = (await readListed(looking, today)).find(({ id }) => id === officerId);
  const may = (action: Action) => isAllowed(visitor.actor, action, person?.unitId ?? '', units);
  if (!person || !(may('set-duty') || may('keep-roster'))) return fail(notFound);
  const { badge, name, rank, unitId, duty, personId, deactivatedAt } = person;
  const absences = await readAbsencesOf(looking, officerId);
  const grants = await readGrants(looking, officerId);
  const exemptions = await readExemptionsOf(looking, officerId);
  const names = await namesOf(looking, [
    ...grants.flatMap(({ grantedBy, endedBy }) => [grantedBy ?? [], endedBy ?? []].flat()),
    ...exemptions.map(({ givenBy }) => givenBy),
  ]);
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''));
  return succeed({
    officerId,
    badge,
    name,
    rank,
    unitId,
    unit: unitPath(unitId, units),
    duty,
    personId,
    hasPin: !(await readWithout(looking, 'pin'))(officerId),
    hasPassword: !(await readWithout(looking, 'password'))(officerId),
    leftAt: deactivatedAt,
    absences,
    away: absenceOn(absences, today),
    grants: grants.map((grant) => ({
      grantId: grant.grantId,
      role: grant.role,
      unitId: grant.unitId,
      unit: unitPath(grant.unitId, units),
      grantedAt: grant.grantedAt,
      grantedBy: nameOf(grant.grantedBy),
      until: grant.until,
      endedAt: grant.endedAt,
      endedBy: nameOf(grant.endedBy),
      isInForce: isInForce(grant, looking.now()),
    })),
    exemptions: exemptions.map(({ givenBy, ...each }) => ({ ...each, givenBy: nameOf(givenBy) ?? '' })),
    currentEdition: assignments.at(-1)?.editionHash ?? '',
    may: Object.fromEntries(actions.map((action) => [action, may(action)])) as Record<Action, boolean>,
  });
}
