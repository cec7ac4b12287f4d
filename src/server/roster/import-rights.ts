import type { Plan } from '#domain/roster/import.ts';
import type { Role } from '#domain/roster/roster.ts';
import { unitPath } from '#domain/roster/unit-tree.ts';
import type { Asking } from '../db/open.ts';
import { readGrantsInForce } from '../grants/read.ts';
import { readUnits } from './store.ts';

/** A right of somebody who leaves, which ends, or of somebody who moves, which stays where it is; `unit` from the agency down. */
export type RightTouched = { badge: string; name: string; role: Role; unit: string; ends: boolean };

/** A list knows nothing of rights: who imports it sees which ones it touches. @param now server time in milliseconds */
export async function readRightsTouched(asking: Asking, plan: Plan, now: number): Promise<RightTouched[]> {
  const units = await readUnits(asking);
  const grants = Map.groupBy(await readGrantsInForce(asking, now), ({ officerId }) => officerId);
  const rightsOf = ({ officerId, badge, name }: { officerId: string; badge: string; name: string }, ends: boolean) =>
    (grants.get(officerId) ?? [])
      .filter(({ role }) => role !== 'officer')
      .map(({ role, unitId }) => ({ badge, name, role, unit: unitPath(unitId, units), ends }));
  return [
    ...plan.deactivated.flatMap((each) => rightsOf(each, true)),
    ...plan.moved.flatMap((each) => rightsOf(each, false)),
  ];
}
