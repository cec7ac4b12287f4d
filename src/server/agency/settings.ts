import * as z from 'zod';
import { ItemId } from '#domain/completion/evidence.ts';
import { isTimeZone } from '#domain/completion/window.ts';
import { startLanguages } from '#domain/roster/agency.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { Installation } from '../installation.ts';
import { type Taken, takeSent } from '../ledger/take-sent.ts';
import type { Refusal } from '../problem.ts';
import { mayNotForAll } from '../roster/may.ts';
import type { Visitor } from '../sign-in/visitor.ts';

export const AgencyItem = z.strictObject({
  id: ItemId,
  name: z.string().trim().min(1).max(120),
  timeZone: z.string().min(1).max(60),
  startLanguage: z.enum(startLanguages),
});
export type AgencyItem = z.infer<typeof AgencyItem>;

export const refuseZone = ({ timeZone }: Pick<AgencyItem, 'timeZone'>): Refusal | null =>
  isTimeZone(timeZone) ? null : { code: 'agency.no-such-zone', status: 422, field: 'timeZone' };

export const changeAgency = (at: Installation, visitor: Visitor, item: AgencyItem): Promise<Result<Taken, Refusal>> =>
  takeSent(at, visitor, {
    kind: 'agency.changed',
    subject: 'agency',
    item,
    mayNot: mayNotForAll(visitor, 'set-up-agency'),
    decide: async () => {
      const refusal = refuseZone(item);
      return refusal ? fail(refusal) : succeed({});
    },
  });
