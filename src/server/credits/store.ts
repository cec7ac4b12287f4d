import { getRandomValues } from 'node:crypto';
import { creditGrade, faultOfClaim, faultOfDecision } from '#domain/completion/credit.ts';
import type { Action } from '#domain/roster/permission.ts';
import { newId } from '#domain/shared/id.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { readToday } from '../agency/frame.ts';
import type { Asking } from '../db/open.ts';
import { isFile } from '../files/store.ts';
import type { Installation } from '../installation.ts';
import type { Writing } from '../ledger/append.ts';
import { type Taken, takeSent } from '../ledger/take-sent.ts';
import { notFound, type Refusal } from '../problem.ts';
import { mayNotFor } from '../roster/may.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { readAssignments } from '../training/assignment.ts';
import { isCompleted } from '../training/begun.ts';
import type { CreditDecision, CreditItem, PaperItem } from './items.ts';
import { readCredit } from './read.ts';

/** One says it, with a reason that stays on record; until another confirms it nobody has completed anything. */
export const proposeCredit = (at: Installation, visitor: Visitor, item: CreditItem): Promise<Result<Taken, Refusal>> =>
  takeSent(at, visitor, {
    kind: 'credit.proposed',
    subject: 'credit',
    item,
    mayNot: mayNotForEach(visitor, 'credit', item.officerIds),
    decide: async (writing) => {
      const fault = faultOfClaim({ saidBy: visitor.actor.officerId, officerIds: item.officerIds });
      if (fault) return fail({ code: fault, status: 422, field: 'officerIds' });
      const refusal = await refuseClaim(writing, item);
      return refusal ? fail(refusal) : succeed({});
    },
  });

export const decideCredit = (
  at: Installation,
  visitor: Visitor,
  item: CreditDecision,
): Promise<Result<Taken, Refusal>> =>
  takeSent(at, visitor, {
    kind: 'credit.decided',
    subject: item.creditId,
    item,
    mayNot: async (writing) => {
      const credit = await readCredit(writing, item.creditId);
      return credit ? mayNotForEach(visitor, 'credit', credit.officerIds)(writing) : notFound;
    },
    decide: async (writing) => {
      const credit = await readCredit(writing, item.creditId);
      if (!credit) return fail(notFound);
      const { officerIds, editionHash, saidBy, outcome } = credit;
      if (outcome !== 'open') return fail({ code: 'credit.decided', status: 409 });
      const fault = faultOfDecision({ saidBy, officerIds }, visitor.actor.officerId);
      return fault ? fail({ code: fault, status: 422 }) : succeed({ officerIds: [...officerIds], editionHash });
    },
    after: async (writing) => {
      const credit = await readCredit(writing, item.creditId);
      if (credit && item.outcome === 'confirmed') await complete(writing, credit, at.now());
    },
  });

/** What was held on paper before there was Muster, or where there was no power: the sheet itself is the evidence. */
export const recordPaper = (at: Installation, visitor: Visitor, item: PaperItem): Promise<Result<Taken, Refusal>> =>
  takeSent(at, visitor, {
    kind: 'paper.recorded',
    subject: 'paper',
    item,
    mayNot: mayNotForEach(visitor, 'record-paper', item.officerIds),
    decide: async (writing) => {
      const fault = faultOfClaim({ saidBy: visitor.actor.officerId, officerIds: item.officerIds });
      if (fault) return fail({ code: fault, status: 422, field: 'officerIds' });
      if (!(await isFile(writing, item.fileHash))) return fail({ code: 'file.none', status: 422, field: 'fileHash' });
      const isAhead = item.heldOn > (await readToday(writing, at.now()));
      if (isAhead) return fail({ code: 'credit.not-yet', status: 422, field: 'heldOn' });
      const refusal = await refuseClaim(writing, item);
      return refusal ? fail(refusal) : succeed({});
    },
    after: (writing) => complete(writing, item, at.now()),
  });

type Claim = { officerIds: readonly string[]; editionHash: string };

async function refuseClaim(writing: Writing, { officerIds, editionHash }: Claim): Promise<Refusal | null> {
  const isAssigned = (await readAssignments(writing)).some((each) => each.editionHash === editionHash);
  if (!isAssigned) return { code: 'evidence.unknown-edition', status: 422, field: 'editionHash' };
  for (const officerId of officerIds) {
    if (await isCompleted(writing, officerId, editionHash)) {
      return { code: 'credit.completed', status: 409, field: 'officerIds' };
    }
  }
  return null;
}

/** Who has completed it themselves meanwhile keeps that. */
async function complete(writing: Writing, { officerIds, editionHash }: Claim, at: number): Promise<void> {
  for (const officerId of officerIds) {
    if (await isCompleted(writing, officerId, editionHash)) continue;
    const completionId = newId(at, getRandomValues);
    const payload = { officerId, editionHash, completionId, grade: creditGrade };
    await writing.append({ kind: 'completion.recorded', at, by: null, payload });
  }
}

const mayNotForEach =
  (visitor: Visitor, action: Action, officerIds: readonly string[]) =>
  async (asking: Asking): Promise<Refusal | null> => {
    for (const officerId of officerIds) {
      const refusal = await mayNotFor(visitor, action, officerId)(asking);
      if (refusal) return refusal;
    }
    return null;
  };
