import * as z from 'zod';
import { ItemId, Opened } from '#domain/completion/evidence.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { Installation } from '../installation.ts';
import { type Taken, takeSent } from '../ledger/take-sent.ts';
import type { Refusal } from '../problem.ts';
import { mayNotIn } from '../roster/may.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { readAssignments } from './assignment.ts';

/** The days that a unit and all below it have for an edition, or that they owe nothing of it. */
export const WindowItem = z.strictObject({
  id: ItemId,
  editionHash: Opened.shape.editionHash,
  unitId: z.string().min(1).max(100),
  startsOn: z.iso.date(),
  days: z.int().min(1).max(366).nullable(),
  owes: z.boolean(),
});
export type WindowItem = z.infer<typeof WindowItem>;

export const setWindow = (at: Installation, visitor: Visitor, item: WindowItem): Promise<Result<Taken, Refusal>> =>
  takeSent(at, visitor, {
    kind: 'window.changed',
    subject: item.unitId,
    item,
    mayNot: mayNotIn(visitor, 'set-window', item.unitId),
    decide: async (writing) =>
      (await readAssignments(writing)).some((each) => each.editionHash === item.editionHash)
        ? succeed({})
        : fail({ code: 'evidence.unknown-edition', status: 422, field: 'editionHash' }),
  });
