import { hasSeen } from '#domain/completion/decide-completion.ts';
import type { SignedHead } from '#domain/ledger/head.ts';
import type { RollCall, RollCallView } from '#domain/roll-call/roll-call.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { readToday, type Units } from '../agency/frame.ts';
import type { Installation } from '../installation.ts';
import type { Writing } from '../ledger/append.ts';
import { receiptOf } from '../ledger/keep.ts';
import type { Payloads } from '../ledger/kinds.ts';
import { notFound, type Refusal } from '../problem.ts';
import { readOfficersOf, readPersonByBadge, unitsIfAllowed } from '../roster/store.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { readAssignments } from '../training/assignment.ts';
import { recordIfComplete } from '../training/store.ts';
import type { CloseItem, GuestItem, OpenItem, PresenceItem, ScreenedItem } from './items.ts';
import { readMarked, readRollCall } from './read.ts';
import { viewRollCall } from './view.ts';

type Answer = Result<RollCallView, Refusal>;

/** Opens a roll call, or returns the one that this sergeant has open there. */
export async function openRollCall(at: Installation, visitor: Visitor, item: OpenItem): Promise<Answer> {
  return at.ledger.write(async (writing) => {
    const units = await unitsIfAllowed(writing, visitor, 'run-roll-call', item.unitId);
    if (!units) return fail(notFound);
    const by = visitor.actor.officerId;
    const sent = { kind: 'roll-call.opened' as const, at: at.now(), by, subject: item.id, item };
    const known = await receiptOf(writing, sent);
    if (!known.ok) return fail({ ...known.error, status: 409 });
    if (known.value === null) {
      const open = await findOpen(writing, item.unitId, by);
      if (open) return succeed(await viewRollCall({ ...writing, now: at.now }, units, open));
      const editionHash = (await readAssignments(writing)).at(-1)?.editionHash ?? '';
      await writing.append({ ...sent, payload: { subject: item.id, item, editionHash } });
    }
    return view(writing, at.now, units, item.id);
  });
}

export async function seeRollCall(at: Installation, visitor: Visitor, rollCallId: string): Promise<Answer> {
  const looking = { tx: at.db, agencyId: visitor.agencyId, editions: at.editions, now: at.now };
  const rollCall = await readRollCall(looking, rollCallId);
  const units = rollCall && (await unitsIfAllowed(looking, visitor, 'run-roll-call', rollCall.unitId));
  return units ? succeed(await viewRollCall(looking, units, rollCall)) : fail(notFound);
}

export const takePresence = (at: Installation, visitor: Visitor, rollCallId: string, item: PresenceItem) =>
  change(at, visitor, rollCallId, 'roll-call.presence', item, async (writing, rollCall, units) => {
    const ofUnit = (await readOfficersOf(writing, rollCall.unitId, units, await readToday(writing, at.now()))).map(
      (officer) => officer.id,
    );
    const known = new Set([...ofUnit, ...(await readMarked(writing, rollCallId))]);
    return item.officerIds.every((id) => known.has(id))
      ? succeed({ subject: rollCallId, item })
      : fail({ code: 'roll-call.unknown-officer', status: 422, field: 'officerIds' });
  });

export const addGuest = (at: Installation, visitor: Visitor, rollCallId: string, item: GuestItem) =>
  change(at, visitor, rollCallId, 'roll-call.guest', item, async (writing) => {
    const officer = await readPersonByBadge(writing, item.badge);
    return officer
      ? succeed({ subject: rollCallId, item, officerId: officer.id })
      : fail({ code: 'roll-call.unknown-badge', status: 404, field: 'badge' });
  });

export const reportScreening = (at: Installation, visitor: Visitor, rollCallId: string, item: ScreenedItem) =>
  change(at, visitor, rollCallId, 'roll-call.screened', item, async () => succeed({ subject: rollCallId, item }));

/** The sergeant attests; with that the film is witnessed for everyone present, and some may have owed nothing else. */
export const closeRollCall = (at: Installation, visitor: Visitor, rollCallId: string, item: CloseItem) =>
  change(at, visitor, rollCallId, 'roll-call.closed', item, async (writing, rollCall) => {
    const { course, film } = writing.editions.get(rollCall.editionHash);
    if (rollCall.present.length === 0) return fail({ code: 'roll-call.nobody-present', status: 422 });
    if (!hasSeen(course, film, rollCall.screening.proved)) return fail({ code: 'roll-call.film-unseen', status: 422 });
    // A tick from another device since the names were read: nobody attests to what was not on the screen.
    const attested = new Set(item.present);
    if (attested.size !== rollCall.present.length || !rollCall.present.every((id) => attested.has(id))) {
      return fail({ code: 'roll-call.changed', status: 409, field: 'present' });
    }
    return succeed({ subject: rollCallId, item });
  });

type ChangeKind = 'roll-call.presence' | 'roll-call.guest' | 'roll-call.screened' | 'roll-call.closed';

/** What every change of a roll call has in common: leave, the retry, the closed sheet. */
async function change<K extends ChangeKind>(
  { ledger, heads, now }: Installation,
  visitor: Visitor,
  rollCallId: string,
  kind: K,
  item: Payloads[K]['item'],
  payloadOf: (writing: Writing, rollCall: RollCall, units: Units) => Promise<Result<Payloads[K], Refusal>>,
): Promise<Answer> {
  let signed: SignedHead | null = null;
  const answer = await ledger.write(async (writing): Promise<Answer> => {
    const rollCall = await readRollCall(writing, rollCallId);
    const units = rollCall && (await unitsIfAllowed(writing, visitor, 'run-roll-call', rollCall.unitId));
    if (!units) return fail(notFound);
    const sent = { kind, at: now(), by: visitor.actor.officerId, subject: rollCallId, item };
    const known = await receiptOf(writing, sent);
    if (!known.ok) return fail({ ...known.error, status: 409 });
    if (known.value !== null) return view(writing, now, units, rollCallId);
    if (rollCall.closedAt !== null) return fail({ code: 'roll-call.closed', status: 409 });
    const payload = await payloadOf(writing, rollCall, units);
    if (!payload.ok) return payload;
    await writing.append({ kind, at: sent.at, by: sent.by, payload: payload.value });
    if (kind === 'roll-call.closed') {
      for (const officerId of rollCall.present) {
        await recordIfComplete(writing, officerId, rollCall.editionHash, sent.at);
      }
      signed = await heads.sign(writing, { at: sent.at, reason: kind, subject: rollCallId });
    }
    return view(writing, now, units, rollCallId);
  });
  if (signed) heads.announce(signed);
  return answer;
}

async function view(writing: Writing, now: () => number, units: Units, rollCallId: string): Promise<Answer> {
  const rollCall = await readRollCall(writing, rollCallId);
  return rollCall ? succeed(await viewRollCall({ ...writing, now }, units, rollCall)) : fail(notFound);
}

async function findOpen(writing: Writing, unitId: string, sergeantId: string): Promise<RollCall | null> {
  const row = await writing.tx
    .selectFrom('roll_call')
    .select('roll_call_id')
    .where('agency_id', '=', writing.agencyId)
    .where('unit_id', '=', unitId)
    .where('sergeant_id', '=', sergeantId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row ? readRollCall(writing, row.roll_call_id) : null;
}
