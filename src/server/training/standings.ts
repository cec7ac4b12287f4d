import type { EvidenceGrade, Standing } from '#domain/completion/completion.ts';
import type { Officer } from '#domain/roster/roster.ts';
import type { Editions } from '../course/editions.ts';
import type { Asking } from '../db/open.ts';
import { readWindow, type Window } from './assignment.ts';
import { editionOf } from './begun.ts';

/** Where one officer stands on the edition that is owed. Times in ISO 8601 UTC, `watchedShare` 0–1. */
export type OfficerStanding = {
  standing: Standing;
  watchedShare: number;
  dueAt: string;
  completedAt: string | null;
  grade: EvidenceGrade | null;
  receipt: string | null;
};

/** Where each of these officers stands; who has nothing on record has not opened the course. */
export async function readStandings(
  asking: Asking,
  editions: Editions,
  officers: readonly Officer[],
): Promise<{ of(officer: Officer): OfficerStanding; window: Window }> {
  const window = await readWindow(asking, editions);
  const byOfficer = Map.groupBy(
    await readRows(
      asking,
      officers.map(({ id }) => id),
    ),
    (row) => row.officer_id,
  );
  return {
    window,
    of({ id, unitId }) {
      const rows = byOfficer.get(id) ?? [];
      const begun = rows.map((row) => ({
        editionHash: row.edition_hash,
        openedAt: row.opened_at,
        completedAt: row.completed_at,
      }));
      const editionHash = editionOf(begun, window.current);
      const row = rows.find((each) => each.edition_hash === editionHash);
      return {
        standing: row?.completed_at ? 'done' : (row?.standing ?? 'not-opened'),
        watchedShare: row?.watched_share ?? 0,
        dueAt: new Date(window.dueAt(editionHash, unitId)).toISOString(),
        completedAt: row?.completed_at ?? null,
        grade: row?.grade ?? null,
        receipt: row?.receipt ?? null,
      };
    },
  };
}

/** Beyond this many names the whole table is read instead. */
const namedAtMost = 500;

async function readRows({ tx, agencyId }: Asking, officerIds: readonly string[]) {
  // PostgreSQL knows no empty list of names.
  if (officerIds.length === 0) return [];
  return tx
    .selectFrom('training')
    .leftJoin('completion', (join) =>
      join
        .onRef('completion.agency_id', '=', 'training.agency_id')
        .onRef('completion.officer_id', '=', 'training.officer_id')
        .onRef('completion.edition_hash', '=', 'training.edition_hash'),
    )
    .select([
      'training.officer_id',
      'training.edition_hash',
      'training.opened_at',
      'training.standing',
      'training.watched_share',
      'completion.completed_at',
      'completion.grade',
      'completion.receipt',
    ])
    .where('training.agency_id', '=', agencyId)
    .$if(officerIds.length <= namedAtMost, (rows) => rows.where('training.officer_id', 'in', officerIds))
    .execute();
}
