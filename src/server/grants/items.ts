import * as z from 'zod';
import { ItemId } from '#domain/completion/evidence.ts';
import { roles } from '#domain/roster/roster.ts';

/** `until`: the end of a shift, for a supervisor who stands in for another. */
export const GrantItem = z.strictObject({
  id: ItemId,
  role: z.enum(roles).exclude(['officer']),
  unitId: z.string().min(1).max(100),
  until: z.iso.datetime().nullable(),
});
export const GrantEndItem = z.strictObject({ id: ItemId, grantId: z.string().min(1).max(100) });
export type GrantItem = z.infer<typeof GrantItem>;
export type GrantEndItem = z.infer<typeof GrantEndItem>;
