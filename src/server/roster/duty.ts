import * as z from 'zod';
import { ItemId } from '#domain/completion/evidence.ts';
import { dutyStatuses } from '#domain/roster/roster.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { Installation } from '../installation.ts';
import { type Taken, takeSent } from '../ledger/take-sent.ts';
import type { Refusal } from '../problem.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { mayNotFor } from './may.ts';

/** Away from a day to a day (null: nobody knows yet), or on duty from a day. Days by the agency's calendar. */
export const DutyItem = z.strictObject({
  id: ItemId,
  duty: z.enum(dutyStatuses),
  fromDay: z.iso.date(),
  untilDay: z.iso.date().nullable(),
});
export type DutyItem = z.infer<typeof DutyItem>;

export const sayDuty = (
  at: Installation,
  visitor: Visitor,
  officerId: string,
  item: DutyItem,
): Promise<Result<Taken, Refusal>> =>
  takeSent(at, visitor, {
    kind: 'duty.said',
    subject: officerId,
    item,
    mayNot: mayNotFor(visitor, 'set-duty', officerId),
    decide: async () => {
      if (item.untilDay !== null && item.untilDay < item.fromDay) {
        return fail({ code: 'duty.days-turned', status: 422, field: 'untilDay' });
      }
      return succeed({});
    },
  });
