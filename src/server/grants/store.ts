import { isInForce, longestShiftHours } from '#domain/roster/grant.ts';
import type { Action } from '#domain/roster/permission.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { Asking } from '../db/open.ts';
import type { Installation } from '../installation.ts';
import { type Taken, takeSent } from '../ledger/take-sent.ts';
import { notFound, type Refusal } from '../problem.ts';
import { readPerson, readUnits, unitsIfAllowed } from '../roster/store.ts';
import { endSessionsOf } from '../sign-in/sessions.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import type { GrantEndItem, GrantItem } from './items.ts';
import { readGrants, readGrantsInForce } from './read.ts';

const hour = 3_600_000;

/** An administrator grants; whoever leads a unit names somebody to stand in for a supervisor of it until the shift ends. */
export async function giveGrant(
  at: Installation,
  visitor: Visitor,
  officerId: string,
  item: GrantItem,
): Promise<Result<Taken, Refusal>> {
  const isActing = item.role === 'supervisor' && item.until !== null;
  return takeSent(at, visitor, {
    kind: 'grant.given',
    subject: officerId,
    item,
    mayNot: mayNot(visitor, isActing ? ['grant-roles', 'name-acting'] : ['grant-roles'], item.unitId),
    decide: async (writing) => {
      if (!(await readPerson(writing, officerId))) return fail(notFound);
      const until = item.until === null ? null : Date.parse(item.until);
      const isShift = until === null || (until > at.now() && until <= at.now() + longestShiftHours * hour);
      if (!isShift || (until !== null && !isActing)) {
        return fail({ code: 'grant.not-a-shift', status: 422, field: 'until' });
      }
      const held = await readGrantsInForce(writing, at.now(), officerId);
      const isHeld = held.some((each) => each.role === item.role && each.unitId === item.unitId && each.until === null);
      return isHeld ? fail({ code: 'grant.held', status: 409 }) : succeed({});
    },
    // With other rights the officer is another to every screen that is open: a new session begins (ASVS V7).
    after: (writing) => endSessionsOf(writing, [officerId]),
  });
}

export async function endGrant(
  at: Installation,
  visitor: Visitor,
  officerId: string,
  item: GrantEndItem,
): Promise<Result<Taken, Refusal>> {
  const find = async (asking: Asking) =>
    (await readGrants(asking, officerId)).find((each) => each.grantId === item.grantId);
  return takeSent(at, visitor, {
    kind: 'grant.ended',
    subject: officerId,
    item,
    mayNot: async (writing) => {
      const grant = await find(writing);
      const isActing = grant?.role === 'supervisor' && grant.until !== null;
      const actions: Action[] = isActing ? ['grant-roles', 'name-acting'] : ['grant-roles'];
      return grant ? mayNot(visitor, actions, grant.unitId)(writing) : notFound;
    },
    decide: async (writing) => {
      const grant = await find(writing);
      if (!grant || !isInForce(grant, at.now())) return fail({ code: 'grant.none', status: 409 });
      const administrators = (await readGrantsInForce(writing, at.now())).filter(
        ({ role, unitId }) => role === 'administrator' && unitId === grant.unitId,
      );
      const root = [...(await readUnits(writing)).values()].find((unit) => unit.parentId === null);
      const isLast = grant.role === 'administrator' && grant.unitId === root?.id && administrators.length === 1;
      return isLast ? fail({ code: 'grant.last-administrator', status: 422 }) : succeed({});
    },
    after: (writing) => endSessionsOf(writing, [officerId]),
  });
}

/** Any of these actions suffices. */
const mayNot =
  (visitor: Visitor, actions: readonly Action[], unitId: string) =>
  async (asking: Asking): Promise<Refusal | null> => {
    for (const action of actions) if (await unitsIfAllowed(asking, visitor, action, unitId)) return null;
    return notFound;
  };
