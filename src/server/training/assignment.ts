import { windowEnd } from '#domain/completion/window.ts';
import { lineage } from '#domain/roster/permission.ts';
import type { Editions } from '../course/editions.ts';
import type { Asking } from '../db/open.ts';
import type { Units } from '../roster/store.ts';

/** An edition that the agency asked for. */
export type Assignment = { editionHash: string; startsOn: string; adoptedAt: string };

/** All editions ever asked for, the current one last. */
export async function readAssignments({ tx, agencyId }: Asking): Promise<Assignment[]> {
  const rows = await tx.selectFrom('assignment').selectAll().where('agency_id', '=', agencyId).orderBy('seq').execute();
  return rows.map((row) => ({
    editionHash: row.edition_hash,
    startsOn: row.starts_on,
    adoptedAt: row.adopted_at,
  }));
}

/** What is the same for every officer when standings are worked out. */
export type Window = {
  assignments: Assignment[];
  current: Assignment;
  /** End of the window of that edition for an officer of that unit, Unix time in milliseconds. */
  dueAt: (editionHash: string, unitId: string) => number;
  timeZone: string;
};

export async function readWindow(asking: Asking, editions: Editions, units: Units): Promise<Window> {
  const { tx, agencyId } = asking;
  const assignments = await readAssignments(asking);
  const current = assignments.at(-1);
  const agency = await tx.selectFrom('agency').select('time_zone').where('agency_id', '=', agencyId).executeTakeFirst();
  if (!current || !agency) throw new Error('An installation adopts a course when it is founded.');
  const ownWindows = await tx.selectFrom('unit_window').selectAll().where('agency_id', '=', agencyId).execute();
  const dueByKey = new Map<string, number>();

  const startOf = (editionHash: string, unitId: string) => {
    const own = ownWindows.filter((each) => each.edition_hash === editionHash);
    const nearest = lineage(unitId, units).flatMap((id) => own.find((each) => each.unit_id === id) ?? [])[0];
    const adopted = assignments.findLast((each) => each.editionHash === editionHash) ?? current;
    return nearest?.starts_on ?? adopted.startsOn;
  };
  return {
    assignments,
    current,
    timeZone: agency.time_zone,
    dueAt(editionHash, unitId) {
      const key = `${editionHash} ${unitId}`;
      const known = dueByKey.get(key);
      if (known !== undefined) return known;
      const { windowDays } = editions.get(editionHash).course;
      const due = windowEnd(startOf(editionHash, unitId), windowDays, agency.time_zone);
      dueByKey.set(key, due);
      return due;
    },
  };
}

/** What an officer has begun or finished, by edition. */
export type Begun = { editionHash: string; openedAt: string | null; completedAt: string | null };

/**
 * The edition that an officer is on: one opened and not finished stays, whatever is adopted meanwhile; one finished since
 * the current was adopted counts for it; else the current one.
 */
export function editionOf(begun: readonly Begun[], current: Assignment): string {
  const openedLast = begun
    .filter((each) => each.openedAt !== null && each.completedAt === null)
    .sort((a, b) => ((a.openedAt ?? '') < (b.openedAt ?? '') ? 1 : -1))[0];
  if (openedLast) return openedLast.editionHash;
  const doneSince = begun.find((each) => each.completedAt !== null && each.completedAt >= current.adoptedAt);
  return doneSince?.editionHash ?? current.editionHash;
}

export async function readBegun({ tx, agencyId }: Asking, officerId: string): Promise<Begun[]> {
  const rows = await tx
    .selectFrom('training')
    .leftJoin('completion', (join) =>
      join
        .onRef('completion.agency_id', '=', 'training.agency_id')
        .onRef('completion.officer_id', '=', 'training.officer_id')
        .onRef('completion.edition_hash', '=', 'training.edition_hash'),
    )
    .select(['training.edition_hash', 'training.opened_at', 'completion.completed_at'])
    .where('training.agency_id', '=', agencyId)
    .where('training.officer_id', '=', officerId)
    .execute();
  return rows.map((row) => ({
    editionHash: row.edition_hash,
    openedAt: row.opened_at,
    completedAt: row.completed_at,
  }));
}
