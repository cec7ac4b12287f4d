import type { Selectable } from 'kysely';
import { asEvidence, type EvidenceSoFar, standingOf } from '#domain/completion/standing.ts';
import type { Coverage } from '#domain/coverage/coverage.ts';
import { shareOf } from '#domain/coverage/coverage.ts';
import { counted, type Watching } from '#domain/coverage/watching.ts';
import { oneOf } from '../db/one-of.ts';
import type { Tables } from '../db/tables.ts';
import { type Remembering, readOnce } from '../ledger/known.ts';
import type { Projecting } from '../ledger/projections.ts';

/** What is held of one officer for one edition. */
export type Held = EvidenceSoFar & { openedAt: string | null; acknowledgedAt: string | null; attempt: number };

/** Of who has begun nothing of that edition. */
export const nothingHeld: Held = {
  opened: false,
  openedAt: null,
  watching: null,
  witnessed: [],
  acknowledged: false,
  acknowledgedAt: null,
  attempt: 1,
  quiz: 'deciding',
};

type HeldKey = { officerId: string; editionHash: string };
const keyOf = ({ officerId, editionHash }: HeldKey) => `held ${officerId} ${editionHash}`;

export async function readHeld(asking: Remembering, officerId: string, editionHash: string): Promise<Held> {
  const asked = { officerId, editionHash };
  return (await readHeldBy(asking, [asked]))(asked);
}

/** The same of many, in one statement. */
export const readHeldBy = ({ tx, agencyId, known = new Map() }: Remembering, asked: readonly HeldKey[]) =>
  readOnce<HeldKey, Held>(known, asked, {
    keyOf,
    nothing: nothingHeld,
    async read(unknown) {
      const rows = await tx
        .selectFrom('training')
        .selectAll()
        .where('agency_id', '=', agencyId)
        .where(
          oneOf(
            tx,
            'officer_id',
            unknown.map(({ officerId }) => officerId),
          ),
        )
        .where(oneOf(tx, 'edition_hash', [...new Set(unknown.map(({ editionHash }) => editionHash))]))
        .execute();
      return rows.map((row) => [{ officerId: row.officer_id, editionHash: row.edition_hash }, heldOf(row)]);
    },
  });

export const heldOf = (row: Selectable<Tables['training']>): Held => ({
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
  { put, agencyId, editions, known }: Projecting,
  officerId: string,
  editionHash: string,
  held: Held,
): Promise<void> {
  const { course, film } = editions.get(editionHash);
  const row = {
    agency_id: agencyId,
    officer_id: officerId,
    edition_hash: editionHash,
    opened_at: held.openedAt,
    watching: held.watching && JSON.stringify(held.watching),
    witnessed: JSON.stringify(held.witnessed),
    acknowledged_at: held.acknowledgedAt,
    attempt: held.attempt,
    quiz: held.quiz,
    standing: standingOf(course, film, held),
    watched_share: shareOf(coveredBy(held), film.durationSeconds),
  };
  known?.set(keyOf({ officerId, editionHash }), held);
  await put({ table: 'training', row });
}
