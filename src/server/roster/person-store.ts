import { changesFor } from '#domain/roster/person-changes.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { readToday } from '../agency/frame.ts';
import type { Installation } from '../installation.ts';
import type { Writing } from '../ledger/append.ts';
import { type Taken, takeSent } from '../ledger/take-sent.ts';
import type { Refusal } from '../problem.ts';
import { endSessionsOf } from '../sign-in/sessions.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { mayNotFor, mayNotIn } from './may.ts';
import type { PersonItem } from './person-items.ts';
import { readListed, readPerson } from './store.ts';

/** Puts one person on the roster, changes, moves or takes them off it, by hand. */
export async function keepPerson(
  at: Installation,
  visitor: Visitor,
  item: PersonItem,
): Promise<Result<Taken & { officerId: string }, Refusal>> {
  const { officerId: known, unitId, listed } = item;
  // Somebody new is known by the id of what brought them: sent twice, it is one person.
  const officerId = known ?? item.id;
  const taken = await takeSent(at, visitor, {
    kind: 'person.kept',
    subject: officerId,
    item,
    // Where the person is, and where the person goes.
    mayNot: async (writing) =>
      (known === null ? null : await mayNotFor(visitor, 'keep-roster', known)(writing)) ??
      mayNotIn(visitor, 'keep-roster', unitId)(writing),
    decide: async (writing) => {
      const refusal = await refusalOf(writing, visitor, item, at.now());
      if (refusal) return fail(refusal);
      const listedNow = await readListed(writing, await readToday(writing, at.now()));
      const changes = changesFor(listedNow.find(({ id }) => id === known) ?? null, item, officerId);
      return succeed({ changes });
    },
    after: async (writing) => {
      if (!listed) await endSessionsOf(writing, [officerId]);
    },
  });
  return taken.ok ? succeed({ ...taken.value, officerId }) : taken;
}

async function refusalOf(writing: Writing, visitor: Visitor, item: PersonItem, now: number): Promise<Refusal | null> {
  const { officerId, badge, personId, listed } = item;
  // Whoever keeps the roster would be locked out.
  if (!listed && officerId === visitor.actor.officerId) return { code: 'roster.own', status: 422 };
  if (officerId !== null && !(await readPerson(writing, officerId))) return { code: 'request.not-found', status: 404 };
  const others = (await readListed(writing, await readToday(writing, now))).filter(({ id }) => id !== officerId);
  if (listed && others.some((each) => each.badge === badge && each.deactivatedAt === null)) {
    return { code: 'roster.badge-taken', status: 422, field: 'badge' };
  }
  const isTaken = personId !== null && others.some((each) => each.personId === personId);
  return isTaken ? { code: 'roster.person-taken', status: 422, field: 'personId' } : null;
}
