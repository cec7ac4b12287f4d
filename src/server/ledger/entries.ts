import type { Entry, Payload } from '#domain/ledger/entry.ts';
import type { Asking } from '../db/open.ts';

/** One chain per agency and installation. */
export const chainId = 'main';

/** How many are held at a time. */
const page = 2_000;

export async function lastEntry({ tx, agencyId }: Asking): Promise<{ seq: number; hash: string } | null> {
  const row = await tx
    .selectFrom('ledger_entry')
    .select(['seq', 'hash'])
    .where('agency_id', '=', agencyId)
    .where('chain_id', '=', chainId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

type Stored = { entry: Entry; payload: Payload | null };

/**
 * All entries in the order of the chain, with their payloads; null where a payload was purged. `ahead`: the next page is
 * fetched while one is worked on, for those who ask the database nothing meanwhile.
 */
export async function* readEntries(asking: Asking, { ahead = false } = {}): AsyncGenerator<Stored> {
  let next = readPage(asking, null);
  while (true) {
    const stored = await next;
    const last = stored.at(-1);
    if (!last) return;
    if (ahead) {
      next = readPage(asking, last.entry.seq);
      // Whoever stops in the middle never asks how this one went.
      next.catch(() => undefined);
    }
    yield* stored;
    if (!ahead) next = readPage(asking, last.entry.seq);
  }
}

async function readPage({ tx, agencyId }: Asking, after: number | null): Promise<Stored[]> {
  let query = tx
    .selectFrom('ledger_entry as entry')
    .leftJoin('ledger_payload as payload', (join) => {
      const on = join
        .onRef('payload.agency_id', '=', 'entry.agency_id')
        .onRef('payload.chain_id', '=', 'entry.chain_id')
        .onRef('payload.seq', '=', 'entry.seq');
      // Said of the payloads too, or PostgreSQL reads them from the first one for every page.
      return after === null ? on : on.on('payload.seq', '>', after);
    })
    .select(['entry.seq', 'entry.prev', 'entry.kind', 'entry.at', 'entry.payload_digest', 'entry.hash'])
    .select(['payload.salt', 'payload.text'])
    .where('entry.agency_id', '=', agencyId)
    .where('entry.chain_id', '=', chainId);
  if (after !== null) query = query.where('entry.seq', '>', after);
  const rows = await query.orderBy('entry.seq').limit(page).execute();
  return rows.map(({ seq, prev, kind, at, payload_digest: payloadDigest, hash, salt, text }) => ({
    entry: { seq, prev, kind, at, payloadDigest, hash },
    payload: salt === null || text === null ? null : { salt, text },
  }));
}
