import type { Completion } from '#domain/completion/completion.ts';
import { hasSeen } from '#domain/completion/decide-completion.ts';
import { standingOf } from '#domain/completion/standing.ts';
import type { Training } from '#domain/completion/training.ts';
import { localDate } from '#domain/completion/window.ts';
import { shareOf } from '#domain/coverage/coverage.ts';
import type { Editions } from '../course/editions.ts';
import type { Asking } from '../db/open.ts';
import { readOfficer, readUnits } from '../roster/store.ts';
import { editionOf, readBegun, readWindow } from './assignment.ts';
import { coveredBy, readHeld } from './held.ts';
import { readDecisions } from './projections.ts';

/** The officer's own training, of the edition that was opened or else the current one. */
export async function readTraining(asking: Asking, editions: Editions, officerId: string): Promise<Training> {
  const window = await readWindow(asking, editions, await readUnits(asking));
  const officer = await readOfficer(asking, officerId);
  const editionHash = editionOf(await readBegun(asking, officerId), window.current);
  const held = await readHeld(asking, officerId, editionHash);
  const completion = await readCompletion(asking, officerId, editionHash);
  const { course, film } = editions.get(editionHash);
  const covered = coveredBy(held);
  const due = window.dueAt(editionHash, officer?.unitId ?? '');
  return {
    officerId,
    editionHash,
    standing: completion ? 'done' : standingOf(course, film, held),
    covered,
    watchedShare: shareOf(covered, film.durationSeconds),
    witnessed: hasSeen(course, film, held.witnessed),
    acknowledgedAt: held.acknowledgedAt,
    attempt: held.attempt,
    decisions: await readDecisions(asking, officerId, editionHash, held.attempt),
    completion,
    dueAt: new Date(due).toISOString(),
    dueOn: localDate(due, window.timeZone),
  };
}

export async function readCompletion(
  { tx, agencyId }: Asking,
  officerId: string,
  editionHash: string,
): Promise<Completion | null> {
  const row = await tx
    .selectFrom('completion')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('officer_id', '=', officerId)
    .where('edition_hash', '=', editionHash)
    .executeTakeFirst();
  return row
    ? {
        id: row.completion_id,
        officerId,
        editionHash,
        completedAt: row.completed_at,
        grade: row.grade,
        receipt: row.receipt,
      }
    : null;
}
