import type { Selectable } from 'kysely';
import { asEvidence, type EvidenceSoFar, standingOf } from '#domain/completion/standing.ts';
import type { Coverage } from '#domain/coverage/coverage.ts';
import { shareOf } from '#domain/coverage/coverage.ts';
import { counted, type Watching } from '#domain/coverage/watching.ts';
import type { Asking } from '../db/open.ts';
import type { Tables } from '../db/tables.ts';
import type { Projecting } from '../ledger/projections.ts';

/** What is held of one officer for one edition. */
export type Held = EvidenceSoFar & { openedAt: string | null; acknowledgedAt: string | null; attempt: number };

const nothingHeld: Held = {
  opened: false,
  openedAt: null,
  watching: null,
  witnessed: [],
  acknowledged: false,
  acknowledgedAt: null,
  attempt: 1,
  quiz: 'deciding',
};

export async function readHeld({ tx, agencyId }: Asking, officerId: string, editionHash: string): Promise<Held> {
  const row = await tx
    .selectFrom('training')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('officer_id', '=', officerId)
    .where('edition_hash', '=', editionHash)
    .executeTakeFirst();
  return row ? fromRow(row) : nothingHeld;
}

const fromRow = (row: Selectable<Tables['training']>): Held => ({
  opened: row.opened_at !== null,
  openedAt: row.opened_at,
  watching: row.watching === null ? null : (JSON.parse(row.watching) as Watching),
  witnessed: JSON.parse(row.witnessed) as Coverage,
  acknowledged: row.acknowledged_at !== null,
  acknowledgedAt: row.acknowledged_at,
  attempt: row.attempt,
  quiz: row.quiz,
});

export const coveredBy = (held: Held): Coverage => counted(asEvidence(held).watching, held.witnessed);

/** Writes what is held, and with it where the officer stands, so that no report has to work it out. */
export async function keepHeld(
  { tx, agencyId, editions }: Projecting,
  officerId: string,
  editionHash: string,
  held: Held,
): Promise<void> {
  const { course, film } = editions.get(editionHash);
  const row = {
    opened_at: held.openedAt,
    watching: held.watching && JSON.stringify(held.watching),
    witnessed: JSON.stringify(held.witnessed),
    acknowledged_at: held.acknowledgedAt,
    attempt: held.attempt,
    quiz: held.quiz,
    standing: standingOf(course, film, held),
    watched_share: shareOf(coveredBy(held), film.durationSeconds),
  };
  await tx
    .insertInto('training')
    .values({ agency_id: agencyId, officer_id: officerId, edition_hash: editionHash, ...row })
    .onConflict((known) => known.columns(['agency_id', 'officer_id', 'edition_hash']).doUpdateSet(row))
    .execute();
}
