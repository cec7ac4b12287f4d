import { subtree } from '#domain/roster/unit-tree.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { Asking } from '../db/open.ts';
import type { Installation } from '../installation.ts';
import { type Taken, takeSent } from '../ledger/take-sent.ts';
import type { Refusal } from '../problem.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { mayNotIn } from './may.ts';
import type { UnitEndItem, UnitItem } from './person-items.ts';
import { readUnits } from './store.ts';

/** Makes a unit, renames it or moves it below another one. The one at the top bears the agency's name and stays there. */
export async function keepUnit(
  at: Installation,
  visitor: Visitor,
  item: UnitItem,
): Promise<Result<Taken & { unitId: string }, Refusal>> {
  const unitId = item.unitId ?? item.id;
  const taken = await takeSent(at, visitor, {
    kind: 'unit.kept',
    subject: unitId,
    item,
    mayNot: async (writing) =>
      (item.unitId === null ? null : await mayNotIn(visitor, 'keep-roster', item.unitId)(writing)) ??
      mayNotIn(visitor, 'keep-roster', item.parentId)(writing),
    decide: async (writing) => {
      const units = await readUnits(writing);
      if (item.unitId !== null && units.get(item.unitId)?.parentId === null) {
        return fail({ code: 'unit.top', status: 422 });
      }
      // Below itself it would be below nothing.
      if (subtree(unitId, units).includes(item.parentId))
        return fail({ code: 'unit.loop', status: 422, field: 'parentId' });
      const folded = item.name.toLowerCase();
      const isTaken = [...units.values()].some(
        ({ id, parentId, name }) => id !== unitId && parentId === item.parentId && name.toLowerCase() === folded,
      );
      return isTaken ? fail({ code: 'unit.name-taken', status: 422, field: 'name' }) : succeed({});
    },
  });
  return taken.ok ? succeed({ ...taken.value, unitId }) : taken;
}

/** A unit that was made by mistake: nobody is in it, nothing is below it, and nothing on record speaks of it. */
export const removeUnit = (
  at: Installation,
  visitor: Visitor,
  unitId: string,
  item: UnitEndItem,
): Promise<Result<Taken, Refusal>> =>
  takeSent(at, visitor, {
    kind: 'unit.removed',
    subject: unitId,
    item,
    mayNot: mayNotIn(visitor, 'keep-roster', unitId),
    decide: async (writing) => {
      const units = await readUnits(writing);
      if (units.get(unitId)?.parentId === null) return fail({ code: 'unit.top', status: 422 });
      const isUsed = subtree(unitId, units).length > 1 || (await isOnRecord(writing, unitId));
      return isUsed ? fail({ code: 'unit.in-use', status: 422 }) : succeed({});
    },
  });

async function isOnRecord({ tx, agencyId }: Asking, unitId: string): Promise<boolean> {
  for (const table of ['officer', 'role_grant', 'roll_call', 'unit_window'] as const) {
    const row = await tx
      .selectFrom(table)
      .select('unit_id')
      .where('agency_id', '=', agencyId)
      .where('unit_id', '=', unitId)
      .limit(1)
      .executeTakeFirst();
    if (row) return true;
  }
  return false;
}
