import type { CorrectionRecorded, RollCall } from '#domain/roll-call/roll-call.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { readToday } from '../agency/frame.ts';
import type { Installation } from '../installation.ts';
import type { Writing } from '../ledger/append.ts';
import { takeSent } from '../ledger/take-sent.ts';
import { notFound, type Refusal } from '../problem.ts';
import { readOfficersOf, readPerson, readUnits, unitsIfAllowed } from '../roster/store.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { recordIfComplete } from '../training/store.ts';
import type { CorrectionItem } from './items.ts';
import { readMarked, readRollCall } from './read.ts';
import { seeRollCall } from './store.ts';

/**
 * Puts right after the close who was in the room. The close stays as it was attested; a completion that stands is never
 * taken away, and one that is owed nothing more by it is recorded.
 */
export async function correctAttendance(
  at: Installation,
  visitor: Visitor,
  rollCallId: string,
  item: CorrectionItem,
): Promise<Result<CorrectionRecorded, Refusal>> {
  const taken = await takeSent(at, visitor, {
    kind: 'roll-call.corrected',
    subject: rollCallId,
    item,
    async mayNot(writing) {
      const rollCall = await readRollCall(writing, rollCallId);
      return rollCall && (await unitsIfAllowed(writing, visitor, 'run-roll-call', rollCall.unitId)) ? null : notFound;
    },
    async decide(writing) {
      const rollCall = await readRollCall(writing, rollCallId);
      if (!rollCall) return fail(notFound);
      const refusal = await refusalOf(writing, rollCall, visitor, item, at.now());
      return refusal ? fail(refusal) : succeed({ was: !item.present });
    },
    async after(writing) {
      const rollCall = await readRollCall(writing, rollCallId);
      if (rollCall && item.present) {
        await recordIfComplete(writing, item.officerId, rollCall.editionHash, at.now());
      }
    },
  });
  if (!taken.ok) return taken;
  const seen = await seeRollCall(at, visitor, rollCallId);
  return seen.ok ? succeed({ ...taken.value, rollCall: seen.value }) : seen;
}

async function refusalOf(
  writing: Writing,
  rollCall: RollCall,
  visitor: Visitor,
  { officerId, present }: CorrectionItem,
  now: number,
): Promise<Refusal | null> {
  if (rollCall.closedAt === null) return { code: 'roll-call.open', status: 422 };
  // Who was in the room is somebody else's word.
  if (officerId === visitor.actor.officerId) return { code: 'roll-call.own', status: 422, field: 'officerId' };
  if (!(await isOfRollCall(writing, rollCall, officerId, now))) {
    return { code: 'roll-call.unknown-officer', status: 422, field: 'officerId' };
  }
  if (rollCall.present.includes(officerId) === present) {
    return { code: 'roll-call.same', status: 422, field: 'present' };
  }
  return null;
}

/** Of the unit, or marked before; who was marked and has left since is corrected too. */
async function isOfRollCall(writing: Writing, { id, unitId }: RollCall, officerId: string, now: number) {
  if ((await readMarked(writing, id)).includes(officerId)) return (await readPerson(writing, officerId)) !== null;
  const ofUnit = await readOfficersOf(writing, unitId, await readUnits(writing), await readToday(writing, now));
  return ofUnit.some((officer) => officer.id === officerId);
}
