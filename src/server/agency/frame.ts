import type { Unit } from '#domain/roster/roster.ts';
import type { Asking } from '../db/open.ts';
import type { Writing } from '../ledger/append.ts';
import type { Kind } from '../ledger/kinds.ts';

export type Units = ReadonlyMap<string, Unit>;

/** An edition that the agency asked for. */
export type Assignment = { editionHash: string; startsOn: string; adoptedAt: string };

/** A unit, and all below it, that began on a day of its own. */
export type UnitWindow = { editionHash: string; unitId: string; startsOn: string };

/** What is the same for everybody who asks: few entries make it, every request needs it. */
export type Frame = {
  name: string;
  demo: boolean;
  timeZone: string;
  units: Units;
  /** All editions ever asked for, the current one last. */
  assignments: readonly Assignment[];
  windows: readonly UnitWindow[];
};

/** Entries of these kinds change it. */
const framing: readonly Kind[] = ['agency.founded', 'roster.loaded', 'roster.changed', 'course.adopted', 'window.set'];
export const changesFrame = (kind: Kind): boolean => framing.includes(kind);

export async function keepFrameHash({ tx, agencyId }: Pick<Writing, 'tx' | 'agencyId'>, hash: string): Promise<void> {
  await tx.updateTable('agency').set({ frame: hash }).where('agency_id', '=', agencyId).execute();
}

/**
 * By the hash of the last entry that changed it: no other state, of this database or another, ever has that one, so what is
 * kept here is right for every process, transaction and moment that reads the same hash.
 */
const kept = new Map<string, Frame>();
const mostKept = 20;

/** A rebuild brings rows back under the hash that they had: what was made of other rows goes. */
export const forgetFrames = (): void => kept.clear();

/** @returns null while no agency is founded */
export async function readFrame(asking: Asking): Promise<Frame | null> {
  for (;;) {
    const agency = await readAgencyRow(asking);
    if (!agency) return null;
    const known = kept.get(agency.frame ?? '');
    if (known) return known;
    const frame = {
      ...(await readParts(asking)),
      name: agency.name,
      demo: agency.demo === 1,
      timeZone: agency.time_zone,
    };
    // Outside a transaction another process may have changed something between two of these.
    if ((await readAgencyRow(asking))?.frame !== agency.frame) continue;
    if (agency.frame !== null) keep(agency.frame, frame);
    return frame;
  }
}

/** The same where there is an agency: everywhere behind a sign-in. */
export async function readFounded(asking: Asking): Promise<Frame> {
  const frame = await readFrame(asking);
  if (!frame) throw new Error('An installation is founded before anybody asks.');
  return frame;
}

function keep(hash: string, frame: Frame): void {
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
  kept.set(hash, frame);
}

const readAgencyRow = ({ tx, agencyId }: Asking) =>
  tx.selectFrom('agency').selectAll().where('agency_id', '=', agencyId).executeTakeFirst();

async function readParts({ tx, agencyId }: Asking): Promise<Pick<Frame, 'units' | 'assignments' | 'windows'>> {
  const units = await tx.selectFrom('unit').selectAll().where('agency_id', '=', agencyId).orderBy('position').execute();
  const assigned = await tx
    .selectFrom('assignment')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('seq')
    .execute();
  const windows = await tx.selectFrom('unit_window').selectAll().where('agency_id', '=', agencyId).execute();
  return {
    units: new Map(units.map((row) => [row.unit_id, { id: row.unit_id, parentId: row.parent_id, name: row.name }])),
    assignments: assigned.map((row) => ({
      editionHash: row.edition_hash,
      startsOn: row.starts_on,
      adoptedAt: row.adopted_at,
    })),
    windows: windows.map((row) => ({ editionHash: row.edition_hash, unitId: row.unit_id, startsOn: row.starts_on })),
  };
}
