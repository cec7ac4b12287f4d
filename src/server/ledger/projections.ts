import { projectRollCall } from '../roll-calls/projections.ts';
import { projectRoster } from '../roster/projections.ts';
import { projectTraining } from '../training/projections.ts';
import type { Writing } from './append.ts';
import { keepReceipt, noteEvent } from './keep.ts';
import type { Kind, Recorded } from './kinds.ts';

/** Where projections write. They read only what earlier entries wrote, and packs by hash, so replaying gives equal rows. */
export type Projecting = Pick<Writing, 'agencyId' | 'tx' | 'editions'>;

type Projection<K extends Kind> = (to: Projecting, entry: Recorded<K>) => Promise<void>;
export type ProjectionsOf<K extends Kind> = { [Each in K]: Projection<Each> };

const nothing = async () => undefined;

/** Which projection follows which kind. */
const projections: ProjectionsOf<Kind> = {
  ...projectRoster,
  ...projectTraining,
  ...projectRollCall,
  'sign-in.opened': nothing,
  'sign-in.closed': nothing,
  'sign-in.locked': nothing,
  'item.refused': nothing,
  'path.read': async (to, entry) => noteEvent(to, entry, entry.payload.subject),
};

export async function project<K extends Kind>(to: Projecting, entry: Recorded<K>): Promise<void> {
  await keepReceipt(to, entry as Recorded);
  await (projections[entry.kind] as Projection<K>)(to, entry);
}
