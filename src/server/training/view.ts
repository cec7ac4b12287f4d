import DataLoader from 'dataloader';
import { hasSeen } from '#domain/completion/decide-completion.ts';
import { dueOf } from '#domain/completion/obligation.ts';
import { standingOf } from '#domain/completion/standing.ts';
import type { Training } from '#domain/completion/training.ts';
import { localDate } from '#domain/completion/window.ts';
import { shareOf } from '#domain/coverage/coverage.ts';
import type { Projecting } from '../ledger/projections.ts';
import type { Looking } from '../reading/looking.ts';
import { readAbsences } from '../roster/absences.ts';
import { readPersons } from '../roster/store.ts';
import { readWindows } from './assignment.ts';
import { editionOf, readBegunBy } from './begun.ts';
import { readDecisionsBy } from './decisions.ts';
import { coveredBy, nothingHeld } from './held.ts';

type Reading = Looking & Pick<Projecting, 'known'>;

export type Trainings = { load(officerId: string): Promise<Training> };

/** The officer's own training, of the edition that was opened or else the current one. */
export async function readTraining(reading: Reading, officerId: string): Promise<Training> {
  const [training] = await readTrainings(reading, [officerId]);
  if (training instanceof Error || !training) throw training;
  return training;
}

/**
 * For many who ask at the same moment, as a room does that ends one question together: those who ask within one turn are
 * read together. Nothing is kept for the next turn.
 */
export const trainingsTogether = (looking: Looking): Trainings =>
  new DataLoader((officerIds: readonly string[]) => readTrainings(looking, officerIds), { cache: false });

/** In the order of the ids, in as many statements as for one; what is wrong with one of them is no other's failure. */
async function readTrainings(reading: Reading, officerIds: readonly string[]): Promise<(Training | Error)[]> {
  const { editions } = reading;
  const windows = await readWindows(reading, editions);
  const { timeZone } = windows;
  const today = localDate(reading.now(), timeZone);
  const persons = await readPersons(reading, officerIds);
  const begunBy = await readBegunBy(reading, officerIds);
  const absences = await readAbsences(reading, officerIds);
  const found = officerIds.map((officerId) => {
    const begun = begunBy.get(officerId) ?? [];
    const editionHash = editionOf(begun, windows.current);
    const { held = nothingHeld, completion = null } = begun.find((each) => each.editionHash === editionHash) ?? {};
    return { officerId, editionHash, attempt: held.attempt, held, completion };
  });
  const decisionsOf = await readDecisionsBy(reading, found);

  const trainingOf = ({ held, completion, ...asked }: (typeof found)[number]): Training => {
    const { officerId, editionHash } = asked;
    const { course, film } = editions.get(editionHash);
    const covered = coveredBy(held);
    const window = windows.of(editionHash, persons.get(officerId)?.unitId ?? '');
    const { at: due } = dueOf(window, absences.of(officerId), today, timeZone);
    return {
      ...asked,
      standing: completion ? 'done' : standingOf(course, film, held),
      covered,
      watchedShare: shareOf(covered, film.durationSeconds),
      witnessed: hasSeen(course, film, held.witnessed),
      acknowledgedAt: held.acknowledgedAt,
      decisions: [...decisionsOf(asked)],
      completion,
      dueAt: due === null ? null : new Date(due).toISOString(),
      dueOn: due === null ? null : localDate(due, timeZone),
    };
  };
  return found.map((each) => {
    try {
      return trainingOf(each);
    } catch (error) {
      return error as Error;
    }
  });
}
