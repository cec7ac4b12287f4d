import type { OwesLine, SquadChoice, SquadOwes } from '#domain/roll-call/roll-call.ts';
import { isAllowed } from '#domain/roster/permission.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { Installation } from '../installation.ts';
import { notFound, type Refusal } from '../problem.ts';
import { readOfficers, readOfficersOf, readUnits, unitsAbove, unitsIfAllowed } from '../roster/store.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { readStandings } from '../training/standings.ts';

/** The squads that the visitor may run: units without units below them that have officers. */
export async function listSquads({ db }: Installation, { agencyId, actor }: Visitor): Promise<SquadChoice[]> {
  const asking = { tx: db, agencyId };
  const units = await readUnits(asking);
  const allowed = [...units.values()].filter((unit) => isAllowed(actor, 'run-roll-call', unit.id, units));
  const parents = new Set([...units.values()].map((unit) => unit.parentId));
  const officers = Map.groupBy(await readOfficers(asking), (officer) => officer.unitId);
  const open = await db
    .selectFrom('roll_call')
    .select(['roll_call_id', 'unit_id'])
    .where('agency_id', '=', agencyId)
    .where('sergeant_id', '=', actor.officerId)
    .where('closed_at', 'is', null)
    .execute();
  return allowed
    .filter((unit) => !parents.has(unit.id) && officers.has(unit.id))
    .map((unit) => ({
      unitId: unit.id,
      name: unit.name,
      path: unitsAbove(unit.id, units).map((above) => above.name),
      officers: officers.get(unit.id)?.length ?? 0,
      openRollCallId: open.find((each) => each.unit_id === unit.id)?.roll_call_id ?? null,
    }));
}

/** Who of the squad has not completed yet. Who is done owes nothing and is not listed. */
export async function seeOwes(
  { db, editions, now }: Installation,
  visitor: Visitor,
  unitId: string,
): Promise<Result<SquadOwes, Refusal>> {
  const asking = { tx: db, agencyId: visitor.agencyId };
  const units = await unitsIfAllowed(asking, visitor, 'see-squad-owes', unitId);
  if (!units) return fail(notFound);
  const officers = await readOfficersOf(asking, unitId, units);
  const standings = await readStandings(asking, editions, units, officers);
  const at = now();
  const lines = officers.flatMap((officer): OwesLine[] => {
    const { id, badge, name, rank, duty } = officer;
    const { standing, dueAt } = standings.of(officer);
    if (standing === 'done') return [];
    return [
      { officerId: id, badge, name, rank, duty, standing, overdue: duty === 'on-duty' && at > Date.parse(dueAt) },
    ];
  });
  const dueAt = new Date(standings.window.dueAt(standings.window.current.editionHash, unitId)).toISOString();
  return succeed({ unit: { id: unitId, name: units.get(unitId)?.name ?? '' }, dueAt, lines });
}
