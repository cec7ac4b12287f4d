import { hasSeen } from '#domain/completion/decide-completion.ts';
import { standingOf } from '#domain/completion/standing.ts';
import type { Training } from '#domain/completion/training.ts';
import { localDate } from '#domain/completion/window.ts';
import { shareOf } from '#domain/coverage/coverage.ts';
import type { Editions } from '../course/editions.ts';
import type { Asking } from '../db/open.ts';
import { readOfficer } from '../roster/store.ts';
import { readWindow } from './assignment.ts';
import { editionOf, readBegun } from './begun.ts';
import { coveredBy, nothingHeld } from './held.ts';
import { readDecisions } from './projections.ts';

/** The officer's own training, of the edition that was opened or else the current one. */
export async function readTraining(asking: Asking, editions: Editions, officerId: string): Promise<Training> {
  const window = await readWindow(asking, editions);
  const officer = await readOfficer(asking, officerId);
  const begun = await readBegun(asking, officerId);
  const editionHash = editionOf(begun, window.current);
  const { held = nothingHeld, completion = null } = begun.find((each) => each.editionHash === editionHash) ?? {};
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
