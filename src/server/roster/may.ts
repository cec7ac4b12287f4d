import type { Action } from '#domain/roster/permission.ts';
import type { Asking } from '../db/open.ts';
import { notFound, type Refusal } from '../problem.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { readPerson, readUnits, unitsIfAllowed } from './store.ts';

/** Refuses whoever may not do this for that officer; an officer of another unit and none at all look the same. */
export const mayNotFor =
  (visitor: Visitor, action: Action, officerId: string) =>
  async (asking: Asking): Promise<Refusal | null> => {
    const person = await readPerson(asking, officerId);
    return person && (await unitsIfAllowed(asking, visitor, action, person.unitId)) ? null : notFound;
  };

/** The same for a unit and all below it. */
export const mayNotIn =
  (visitor: Visitor, action: Action, unitId: string) =>
  async (asking: Asking): Promise<Refusal | null> =>
    (await unitsIfAllowed(asking, visitor, action, unitId)) ? null : notFound;

/** The same for what concerns the whole agency. */
export const mayNotForAll =
  (visitor: Visitor, action: Action) =>
  async (asking: Asking): Promise<Refusal | null> => {
    const root = [...(await readUnits(asking)).values()].find((unit) => unit.parentId === null);
    return root && (await unitsIfAllowed(asking, visitor, action, root.id)) ? null : notFound;
  };
