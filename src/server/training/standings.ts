import type { CompletionSource, EvidenceGrade, Standing } from '#domain/completion/completion.ts';
import { dueOf, isLate, type Spared } from '#domain/completion/obligation.ts';
import { localDate } from '#domain/completion/window.ts';
import { dayPlus } from '#domain/roster/absence.ts';
import type { Person } from '#domain/roster/roster.ts';
import type { Asking } from '../db/open.ts';
import { readReportedByLms } from '../lms-import/reported-by-lms.ts';
import type { Looking } from '../reading/looking.ts';
import { readAbsences } from '../roster/absences.ts';
import { readWindows, type Windows } from './assignment.ts';
import { editionOf } from './begun.ts';
import { readExempt } from './exemptions.ts';

/** Where one officer stands on the edition that is owed. Times in ISO 8601 UTC, `watchedShare` 0–1. */
export type OfficerStanding = {
  standing: Standing;
  watchedShare: number;
  /** Null while the officer is away and nobody knows until when. */
  dueAt: string | null;
  /** The first day back, where it is known. */
  backOn: string | null;
  /** Owes nothing although nothing is completed. */
  spared: Spared | null;
  overdue: boolean;
  completedAt: string | null;
  grade: EvidenceGrade | null;
  /** Null: a server of ours or a person of the agency bears it out. */
  source: CompletionSource | null;
  receipt: string | null;
};

/** Where each of these officers stands; who has nothing on record has not opened the course. */
export async function readStandings(
  looking: Looking,
  officers: readonly Person[],
): Promise<{ of(officer: Person): OfficerStanding; windows: Windows }> {
  const windows = await readWindows(looking, looking.editions);
  const absences = await readAbsences(looking);
  const exempt = await readExempt(looking);
  const byLms = await readReportedByLms(looking, officers.length === 1 ? officers.map(({ id }) => id) : undefined);
  const now = looking.now();
  const today = localDate(now, windows.timeZone);
  const byOfficer = Map.groupBy(
    await readRows(
      looking,
      officers.map(({ id }) => id),
    ),
    (row) => row.officer_id,
  );
  return {
    windows,
    of({ id, unitId }) {
      const rows = byOfficer.get(id) ?? [];
      const begun = rows.map((row) => ({
        editionHash: row.edition_hash,
        openedAt: row.opened_at,
        completedAt: row.completed_at,
      }));
      const editionHash = editionOf(begun, windows.current);
      const row = rows.find((each) => each.edition_hash === editionHash);
      const window = windows.of(editionHash, unitId);
      const due = dueOf(window, absences.of(id), today, windows.timeZone);
      const isDone = row?.completed_at != null;
      const asked = exempt.has(`${id} ${editionHash}`) ? 'exempt' : window.owes ? null : 'not-assigned';
      const spared = isDone ? null : asked;
      return {
        standing: isDone ? 'done' : (row?.standing ?? 'not-opened'),
        watchedShare: row?.watched_share ?? 0,
        dueAt: due.at === null ? null : new Date(due.at).toISOString(),
        backOn: due.away?.untilDay ? dayPlus(due.away.untilDay, 1) : null,
        spared,
        overdue: !isDone && spared === null && isLate(due, now),
        completedAt: row?.completed_at ?? null,
        grade: row?.grade ?? null,
        source: byLms.has(`${id} ${editionHash}`) ? 'lms' : null,
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
