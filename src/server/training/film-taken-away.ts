import { isStillBorneOut } from '#domain/completion/decide-completion.ts';
import type { FilmTakenAway } from '#domain/completion/film-taken-away.ts';
import { asEvidence } from '#domain/completion/standing.ts';
import type { Editions } from '../course/editions.ts';
import type { Asking } from '../db/open.ts';
import { readReportedByLms } from '../lms-import/reported-by-lms.ts';
import { namesOf } from '../roster/store.ts';
import { readHeldBy } from './held.ts';

export type OfEdition = { officerId: string; editionHash: string; takenAway: FilmTakenAway };

/**
 * Completions that stand although a corrected attendance took away the film that they rested on, each with the last of
 * these corrections.
 *
 * @param officerId of one officer only
 */
export async function readFilmTakenAway(asking: Asking, editions: Editions, officerId?: string): Promise<OfEdition[]> {
  const rows = await readTicksTakenBack(asking, officerId);
  if (rows.length === 0) return [];
  const names = await namesOf(
    asking,
    rows.map((row) => row.corrected_by),
  );
  const byLms = await readReportedByLms(
    asking,
    rows.map((row) => row.officer_id),
  );
  const heldOf = await readHeldBy(
    asking,
    rows.map((row) => ({ officerId: row.officer_id, editionHash: row.edition_hash })),
  );
  const last = new Map(rows.map((row) => [`${row.officer_id} ${row.edition_hash}`, row]));
  return [...last].flatMap(([key, row]): OfEdition[] => {
    const of = { officerId: row.officer_id, editionHash: row.edition_hash };
    const { course, film } = editions.get(of.editionHash);
    if (byLms.has(key) || isStillBorneOut(row.grade, course, film, asEvidence(heldOf(of)))) return [];
    const { seq, at, reason, grade, completed_at: completedAt } = row;
    return [{ ...of, takenAway: { seq, at, by: names.get(row.corrected_by) ?? '', reason, grade, completedAt } }];
  });
}

const readTicksTakenBack = ({ tx, agencyId }: Asking, officerId?: string) =>
  tx
    .selectFrom('presence_correction as corrected')
    .innerJoin('roll_call', (join) =>
      join
        .onRef('roll_call.agency_id', '=', 'corrected.agency_id')
        .onRef('roll_call.roll_call_id', '=', 'corrected.roll_call_id'),
    )
    .innerJoin('completion', (join) =>
      join
        .onRef('completion.agency_id', '=', 'corrected.agency_id')
        .onRef('completion.officer_id', '=', 'corrected.officer_id')
        .onRef('completion.edition_hash', '=', 'roll_call.edition_hash'),
    )
    .select([
      'corrected.seq',
      'corrected.officer_id',
      'corrected.at',
      'corrected.corrected_by',
      'corrected.reason',
      'roll_call.edition_hash',
      'completion.grade',
      'completion.completed_at',
    ])
    .where('corrected.agency_id', '=', agencyId)
    .where('corrected.present', '=', 0)
    .$if(officerId !== undefined, (rows) => rows.where('corrected.officer_id', '=', officerId ?? ''))
    .orderBy('corrected.seq')
    .execute();
