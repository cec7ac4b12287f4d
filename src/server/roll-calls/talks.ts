import { receiptCode } from '#domain/ledger/entry.ts';
import type { TalkRecorded } from '#domain/roll-call/roll-call.ts';
import { dutyOn } from '#domain/roster/absence.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { readToday } from '../agency/frame.ts';
import type { Installation } from '../installation.ts';
import { receiptOf } from '../ledger/keep.ts';
import { notFound, type Refusal } from '../problem.ts';
import { readAbsencesOf } from '../roster/absences.ts';
import { readPerson, unitsIfAllowed } from '../roster/store.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { readTalk } from '../training/talk.ts';
import type { TalkItem } from './items.ts';
import { readOwes } from './owes.ts';

/**
 * The sergeant's word that an ended attempt was talked over; with that the next attempt is open. Two sergeants at once, or
 * a second tap, open one: the talk names the attempt that it was about.
 */
export async function recordTalk(
  { ledger, now }: Installation,
  visitor: Visitor,
  item: TalkItem,
): Promise<Result<TalkRecorded, Refusal>> {
  return ledger.write(async (writing) => {
    const officer = await readPerson(writing, item.officerId);
    const units = officer && (await unitsIfAllowed(writing, visitor, 'record-talk', officer.unitId));
    if (!units) return fail(notFound);
    const sent = { kind: 'talk.recorded' as const, at: now(), by: visitor.actor.officerId, subject: officer.id, item };
    const known = await receiptOf(writing, sent);
    if (!known.ok) return fail({ ...known.error, status: 409 });
    let receipt = known.value;
    if (receipt === null) {
      // A talk takes two.
      if (officer.id === sent.by) return fail({ code: 'talk.own', status: 422, field: 'officerId' });
      const talk = await readTalk(writing, writing.editions, officer.id);
      const isAboutIt = talk?.editionHash === item.editionHash && talk.attempt === item.attempt;
      if (!isAboutIt) return fail({ code: 'talk.not-needed', status: 409, field: 'attempt' });
      const { kind, at, by, subject } = sent;
      const entry = await writing.append({ kind, at, by, payload: { subject, item, clauses: talk.clauses } });
      receipt = receiptCode(entry.hash);
    }
    const { agencyId, tx, editions } = writing;
    const absences = await readAbsencesOf(writing, officer.id);
    const duty = dutyOn(absences, await readToday(writing, sent.at));
    const { lines } = await readOwes({ agencyId, tx, editions, now }, [{ ...officer, duty }]);
    return succeed({ receipt, line: lines[0] ?? null });
  });
}
