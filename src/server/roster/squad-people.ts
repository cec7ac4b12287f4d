import { type Absence, absenceOn } from '#domain/roster/absence.ts';
import type { DutyStatus } from '#domain/roster/roster.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { readToday } from '../agency/frame.ts';
import { readGrantsInForce } from '../grants/read.ts';
import type { Refusal } from '../problem.ts';
import type { Looking } from '../reading/looking.ts';
import { readWithout } from '../sign-in/codes.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { readAbsences } from './absences.ts';
import { mayNotIn } from './may.ts';
import { readOfficersOf, readUnits } from './store.ts';

/** A squad as whoever leads it keeps it: who is away, who cannot sign in yet, who stands in. */
export type SquadPeople = {
  unit: { id: string; name: string };
  /** By the agency's calendar, YYYY-MM-DD. */
  today: string;
  people: {
    officerId: string;
    badge: string;
    name: string;
    rank: string;
    duty: DutyStatus;
    away: Absence | null;
    canSignIn: boolean;
    acting: { grantId: string; until: string } | null;
  }[];
};

export async function listSquadPeople(
  looking: Looking,
  visitor: Visitor,
  unitId: string,
): Promise<Result<SquadPeople, Refusal>> {
  const refusal = await mayNotIn(visitor, 'set-duty', unitId)(looking);
  if (refusal) return fail(refusal);
  const units = await readUnits(looking);
  const today = await readToday(looking, looking.now());
  const absences = await readAbsences(looking);
  const acting = (await readGrantsInForce(looking, looking.now())).filter(({ until }) => until !== null);
  const [noPin, noPassword] = [await readWithout(looking, 'pin'), await readWithout(looking, 'password')];
  const officers = await readOfficersOf(looking, unitId, units, today);
  return succeed({
    unit: { id: unitId, name: units.get(unitId)?.name ?? '' },
    today,
    people: officers.map(({ id, badge, name, rank, duty }) => {
      const grant = acting.find((each) => each.officerId === id && each.unitId === unitId);
      return {
        officerId: id,
        badge,
        name,
        rank,
        duty,
        away: absenceOn(absences.of(id), today),
        canSignIn: !noPin(id) || !noPassword(id),
        acting: grant ? { grantId: grant.grantId, until: grant.until ?? '' } : null,
      };
    }),
  });
}
