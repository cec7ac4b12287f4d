import { changesFrame, keepFrameHash } from '../agency/frame.ts';
import { projectOrders } from '../agency/order.ts';
import { projectCredits } from '../credits/projections.ts';
import { projectGrants } from '../grants/projections.ts';
import { projectLmsImports } from '../lms-import/projections.ts';
import { projectLookingInto } from '../reports/projections.ts';
import { projectRetention } from '../retention/projections.ts';
import { projectRollCall } from '../roll-calls/projections.ts';
import { projectRoster } from '../roster/projections.ts';
import { projectSignIns } from '../sign-in/projections.ts';
import { projectExemptions } from '../training/exemptions.ts';
import { projectTraining } from '../training/projections.ts';
import { keepRefused } from '../training/refused-items.ts';
import type { Writing } from './append.ts';
import type { Kind, Recorded } from './kinds.ts';

/** Where projections write. They read only what earlier entries wrote, and packs by hash, so replaying gives equal rows. */
export type Projecting = Pick<Writing, 'agencyId' | 'tx' | 'editions' | 'put'> & Partial<Pick<Writing, 'known'>>;

type Projection<K extends Kind> = (to: Projecting, entry: Recorded<K>) => Promise<void>;
export type ProjectionsOf<K extends Kind> = { [Each in K]: Projection<Each> };

const nothing = async () => undefined;

/** Which projection follows which kind. */
const projections: ProjectionsOf<Kind> = {
  ...projectRoster,
  ...projectOrders,
  ...projectCredits,
  ...projectLmsImports,
  ...projectTraining,
  ...projectExemptions,
  ...projectRollCall,
  ...projectGrants,
  ...projectSignIns,
  ...projectLookingInto,
  ...projectRetention,
  // The bytes are in no entry, so a rebuild lets them lie where they are.
  'file.kept': nothing,
  'item.refused': keepRefused,
  'ledger.key-made': nothing,
};

export async function project<K extends Kind>(to: Projecting, entry: Recorded<K>): Promise<void> {
  await (projections[entry.kind] as Projection<K>)(to, entry);
  if (changesFrame(entry.kind)) await keepFrameHash(to, entry.hash);
}
