import type { Completion } from '#domain/completion/completion.ts';
import { lmsGrade } from '#domain/lms-import/lms-import.ts';
import type { Assignment } from '../agency/frame.ts';
import { oneOf } from '../db/one-of.ts';
import type { Asking } from '../db/open.ts';
import { readReportedByLms } from '../lms-import/reported-by-lms.ts';
import { type Held, heldOf } from './held.ts';

/** What an officer has begun or finished, by edition. */
export type Begun = { editionHash: string; openedAt: string | null; completedAt: string | null };

/**
 * The edition that an officer is on: one opened and not finished stays, whatever is adopted meanwhile; one finished since
 * the current was adopted, or that the agency lets count, counts for it; else the current one.
 */
export function editionOf(begun: readonly Begun[], current: Assignment): string {
  const openedLast = begun
    .filter((each) => each.openedAt !== null && each.completedAt === null)
    .sort((a, b) => ((a.openedAt ?? '') < (b.openedAt ?? '') ? 1 : -1))[0];
  if (openedLast) return openedLast.editionHash;
  const doneSince = begun.find(
    (each) =>
      each.completedAt !== null && (each.completedAt >= current.adoptedAt || current.counts.includes(each.editionHash)),
  );
  return doneSince?.editionHash ?? current.editionHash;
}

/** With all that is held of the edition, and its completion. */
export type OnRecord = Begun & { held: Held; completion: Completion | null };

/** Every edition that the officer has something of on record. */
export const readBegun = async (asking: Asking, officerId: string): Promise<readonly OnRecord[]> =>
  (await readBegunBy(asking, [officerId])).get(officerId) ?? [];

/** The same by officer: one statement for all, and another only for grades that an LMS may have reported. */
export async function readBegunBy(
  asking: Asking,
  officerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OnRecord[]>> {
  const { tx, agencyId } = asking;
  const rows = await tx
    .selectFrom('training')
    .leftJoin('completion', (join) =>
      join
        .onRef('completion.agency_id', '=', 'training.agency_id')
        .onRef('completion.officer_id', '=', 'training.officer_id')
        .onRef('completion.edition_hash', '=', 'training.edition_hash'),
    )
    .selectAll('training')
    .select(['completion.completion_id', 'completion.completed_at', 'completion.grade', 'completion.receipt'])
    .where('training.agency_id', '=', agencyId)
    .where(oneOf(tx, 'training.officer_id', officerIds))
    .orderBy('training.edition_hash')
    .execute();
  const graded = rows.filter(({ grade }) => grade === lmsGrade).map((row) => row.officer_id);
  const byLms = graded.length > 0 ? await readReportedByLms(asking, graded) : null;
  const onRecord = rows.map((row): OnRecord & { officerId: string } => {
    const { completion_id: id, completed_at: completedAt, grade, receipt, ...training } = row;
    const officerId = row.officer_id;
    const editionHash = row.edition_hash;
    const source = byLms?.has(`${officerId} ${editionHash}`) ? { source: 'lms' as const } : {};
    const isComplete = id !== null && completedAt !== null && grade !== null && receipt !== null;
    return {
      officerId,
      editionHash,
      openedAt: row.opened_at,
      completedAt,
      held: heldOf(training),
      completion: isComplete ? { id, officerId, editionHash, completedAt, grade, receipt, ...source } : null,
    };
  });
  return Map.groupBy(onRecord, ({ officerId }) => officerId);
}

/** Is this edition's completion on record already? */
export async function isCompleted({ tx, agencyId }: Asking, officerId: string, editionHash: string): Promise<boolean> {
  const row = await tx
    .selectFrom('completion')
    .select('completion_id')
    .where('agency_id', '=', agencyId)
    .where('officer_id', '=', officerId)
    .where('edition_hash', '=', editionHash)
    .executeTakeFirst();
  return row !== undefined;
}
