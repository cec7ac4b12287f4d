import { localDate } from '#domain/completion/window.ts';
import type { StartLanguage } from '#domain/roster/agency.ts';
import type { Unit } from '#domain/roster/roster.ts';
import type { Asking } from '../db/open.ts';
import type { Tables } from '../db/tables.ts';
import type { Writing } from '../ledger/append.ts';
import type { Kind } from '../ledger/kinds.ts';

export type Units = ReadonlyMap<string, Unit>;

/** An edition that the agency asked for. */
export type Assignment = {
  editionHash: string;
  startsOn: string;
  adoptedAt: string;
  /** Earlier editions whose completion counts for this one. */
  counts: readonly string[];
};

/** A unit, and all below it, with days of its own; `days: null`: as many as the course gives. */
export type UnitWindow = { editionHash: string; unitId: string; startsOn: string; days: number | null; owes: boolean };

/** What is the same for everybody who asks: few entries make it, every request needs it. */
export type Frame = {
  name: string;
  demo: boolean;
  timeZone: string;
  startLanguage: StartLanguage;
  /** When an administrator named it, ISO 8601 UTC; null until then. */
  setUpAt: string | null;
  units: Units;
  /** All editions ever asked for, the current one last. */
  assignments: readonly Assignment[];
  windows: readonly UnitWindow[];
};

/** Entries of these kinds change it. */
const framing: readonly Kind[] = [
  'agency.founded',
  'roster.loaded',
  'agency.changed',
  'roster.changed',
  'unit.kept',
  'unit.removed',
  'course.adopted',
  'window.set',
  'window.changed',
];
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
    const frame = { ...(await readParts(asking)), ...ofAgency(agency) };
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

/** The day that it is by the agency's calendar. @param now server time in milliseconds */
export const readToday = async (asking: Asking, now: number): Promise<string> =>
  localDate(now, (await readFounded(asking)).timeZone);

function keep(hash: string, frame: Frame): void {
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
  kept.set(hash, frame);
}

const ofAgency = (row: Tables['agency']) => ({
  name: row.name,
  demo: row.demo === 1,
  timeZone: row.time_zone,
  startLanguage: row.start_language,
  setUpAt: row.set_up_at,
});

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
      counts: JSON.parse(row.counts) as string[],
    })),
    windows: windows.map((row) => ({
      editionHash: row.edition_hash,
      unitId: row.unit_id,
      startsOn: row.starts_on,
      days: row.days,
      owes: row.owes === 1,
    })),
  };
}
