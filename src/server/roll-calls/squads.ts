import type { SquadChoice } from '#domain/roll-call/roll-call.ts';
import { isAllowed } from '#domain/roster/permission.ts';
import { readToday } from '../agency/frame.ts';
import type { Installation } from '../installation.ts';
import { readOfficers, readUnits, unitsAbove } from '../roster/store.ts';
import type { Visitor } from '../sign-in/visitor.ts';

/** The squads that the visitor may run: units without units below them that have officers. */
export async function listSquads({ db, now }: Installation, { agencyId, actor }: Visitor): Promise<SquadChoice[]> {
  const asking = { tx: db, agencyId };
  const units = await readUnits(asking);
  const allowed = [...units.values()].filter((unit) => isAllowed(actor, 'run-roll-call', unit.id, units));
  const parents = new Set([...units.values()].map((unit) => unit.parentId));
  const officers = Map.groupBy(await readOfficers(asking, await readToday(asking, now())), (officer) => officer.unitId);
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
