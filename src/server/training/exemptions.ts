import * as z from 'zod';
import { ItemId, Opened } from '#domain/completion/evidence.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { Asking } from '../db/open.ts';
import type { Installation } from '../installation.ts';
import type { Writing } from '../ledger/append.ts';
import { noteEvent } from '../ledger/keep.ts';
import type { ProjectionsOf } from '../ledger/projections.ts';
import { type Taken, takeSent } from '../ledger/take-sent.ts';
import type { Refusal } from '../problem.ts';
import { mayNotFor } from '../roster/may.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { readAssignments } from './assignment.ts';

/** A reason is somebody's words for the file: who reads the record reads it too. */
export const Reason = z.string().trim().min(10).max(500);

export const ExemptionItem = z.strictObject({ id: ItemId, editionHash: Opened.shape.editionHash, reason: Reason });
export const ExemptionEndItem = z.strictObject({ id: ItemId, editionHash: Opened.shape.editionHash });
export type ExemptionItem = z.infer<typeof ExemptionItem>;
export type ExemptionEndItem = z.infer<typeof ExemptionEndItem>;

/** The officer owes nothing of this edition; what was done stays on record, and counts if it is completed all the same. */
export const exempt = (
  at: Installation,
  visitor: Visitor,
  officerId: string,
  item: ExemptionItem,
): Promise<Result<Taken, Refusal>> =>
  takeSent(at, visitor, {
    kind: 'exemption.given',
    subject: officerId,
    item,
    mayNot: mayNotFor(visitor, 'exempt', officerId),
    decide: async (writing) => {
      if (visitor.actor.officerId === officerId) return fail({ code: 'exemption.own', status: 422 });
      if (!(await isAssigned(writing, item.editionHash))) {
        return fail({ code: 'evidence.unknown-edition', status: 422, field: 'editionHash' });
      }
      const given = await isExempt(writing, officerId, item.editionHash);
      return given ? fail({ code: 'exemption.given', status: 409 }) : succeed({});
    },
  });

export const endExemption = (
  at: Installation,
  visitor: Visitor,
  officerId: string,
  item: ExemptionEndItem,
): Promise<Result<Taken, Refusal>> =>
  takeSent(at, visitor, {
    kind: 'exemption.ended',
    subject: officerId,
    item,
    mayNot: mayNotFor(visitor, 'exempt', officerId),
    decide: async (writing) =>
      (await isExempt(writing, officerId, item.editionHash))
        ? succeed({})
        : fail({ code: 'exemption.none', status: 409 }),
  });

const isAssigned = async (writing: Writing, editionHash: string) =>
  (await readAssignments(writing)).some((each) => each.editionHash === editionHash);

async function isExempt({ tx, agencyId }: Asking, officerId: string, editionHash: string): Promise<boolean> {
  const row = await tx
    .selectFrom('exemption')
    .select('officer_id')
    .where('agency_id', '=', agencyId)
    .where('officer_id', '=', officerId)
    .where('edition_hash', '=', editionHash)
    .executeTakeFirst();
  return row !== undefined;
}

/** `officer edition` of everybody who is exempt. */
export async function readExempt({ tx, agencyId }: Asking): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('exemption')
    .select(['officer_id', 'edition_hash'])
    .where('agency_id', '=', agencyId)
    .execute();
  return new Set(rows.map((row) => `${row.officer_id} ${row.edition_hash}`));
}

export async function readExemptionsOf({ tx, agencyId }: Asking, officerId: string) {
  const rows = await tx
    .selectFrom('exemption')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('officer_id', '=', officerId)
    .orderBy('given_at')
    .execute();
  return rows.map((row) => ({
    editionHash: row.edition_hash,
    reason: row.reason,
    givenBy: row.given_by,
    givenAt: row.given_at,
  }));
}

export const projectExemptions: ProjectionsOf<'exemption.given' | 'exemption.ended'> = {
  async 'exemption.given'(to, entry) {
    const { subject, item } = entry.payload;
    await to.tx
      .insertInto('exemption')
      .values({
        agency_id: to.agencyId,
        officer_id: subject,
        edition_hash: item.editionHash,
        reason: item.reason,
        given_by: entry.by ?? '',
        given_at: entry.at,
      })
      .execute();
    await noteEvent(to, entry, subject, { reason: item.reason });
  },

  async 'exemption.ended'(to, entry) {
    const { subject, item } = entry.payload;
    await to.tx
      .deleteFrom('exemption')
      .where('agency_id', '=', to.agencyId)
      .where('officer_id', '=', subject)
      .where('edition_hash', '=', item.editionHash)
      .execute();
    await noteEvent(to, entry, subject);
  },
};
