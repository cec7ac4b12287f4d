import { hasSeen } from '#domain/completion/decide-completion.ts';
import { dueOf } from '#domain/completion/obligation.ts';
import { standingOf } from '#domain/completion/standing.ts';
import type { Training } from '#domain/completion/training.ts';
import { localDate } from '#domain/completion/window.ts';
import { shareOf } from '#domain/coverage/coverage.ts';
import type { Looking } from '../reading/looking.ts';
import { readAbsencesOf } from '../roster/absences.ts';
import { readPerson } from '../roster/store.ts';
import { readWindows } from './assignment.ts';
import { editionOf, readBegun } from './begun.ts';
import { coveredBy, nothingHeld } from './held.ts';
import { readDecisions } from './projections.ts';

/** The officer's own training, of the edition that was opened or else the current one. */
export async function readTraining(looking: Looking, officerId: string): Promise<Training> {
  const { editions } = looking;
  const windows = await readWindows(looking, editions);
  const { timeZone } = windows;
  const officer = await readPerson(looking, officerId);
  const begun = await readBegun(looking, officerId);
  const editionHash = editionOf(begun, windows.current);
  const { held = nothingHeld, completion = null } = begun.find((each) => each.editionHash === editionHash) ?? {};
  const { course, film } = editions.get(editionHash);
  const covered = coveredBy(held);
  const absences = await readAbsencesOf(looking, officerId);
  const today = localDate(looking.now(), timeZone);
  const { at: due } = dueOf(windows.of(editionHash, officer?.unitId ?? ''), absences, today, timeZone);
  return {
    officerId,
    editionHash,
    standing: completion ? 'done' : standingOf(course, film, held),
    covered,
    watchedShare: shareOf(covered, film.durationSeconds),
    witnessed: hasSeen(course, film, held.witnessed),
    acknowledgedAt: held.acknowledgedAt,
    attempt: held.attempt,
    decisions: await readDecisions(looking, officerId, editionHash, held.attempt),
    completion,
    dueAt: due === null ? null : new Date(due).toISOString(),
    dueOn: due === null ? null : localDate(due, timeZone),
  };
}
