import * as z from 'zod';
import { ItemId } from '#domain/completion/evidence.ts';

const Name = z.string().trim().min(1).max(120);
const Id = z.string().min(1).max(100);

/** How somebody is to stand on the roster, by hand; without `officerId` somebody new. `listed: false` takes them off it. */
export const PersonItem = z.strictObject({
  id: ItemId,
  officerId: Id.nullable(),
  badge: z.string().trim().min(1).max(40),
  name: Name,
  rank: z.string().trim().max(60),
  unitId: Id,
  personId: z.string().trim().min(1).max(100).nullable(),
  listed: z.boolean(),
});
export type PersonItem = z.infer<typeof PersonItem>;

/** How a unit is to stand; without `unitId` a new one. */
export const UnitItem = z.strictObject({ id: ItemId, unitId: Id.nullable(), name: Name, parentId: Id });
export const UnitEndItem = z.strictObject({ id: ItemId });
export type UnitItem = z.infer<typeof UnitItem>;
export type UnitEndItem = z.infer<typeof UnitEndItem>;
