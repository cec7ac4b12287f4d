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

/** All entries in the order of the chain, with their payloads; null where a payload was purged. */
export async function* readEntries({
  tx,
  agencyId,
}: Asking): AsyncGenerator<{ entry: Entry; payload: Payload | null }> {
  let after: number | null = null;
  while (true) {
    let query = tx
      .selectFrom('ledger_entry as entry')
      .leftJoin('ledger_payload as payload', (on) =>
        on
          .onRef('payload.agency_id', '=', 'entry.agency_id')
          .onRef('payload.chain_id', '=', 'entry.chain_id')
          .onRef('payload.seq', '=', 'entry.seq'),
      )
      .select(['entry.seq', 'entry.prev', 'entry.kind', 'entry.at', 'entry.payload_digest', 'entry.hash'])
      .select(['payload.salt', 'payload.text'])
      .where('entry.agency_id', '=', agencyId)
      .where('entry.chain_id', '=', chainId);
    if (after !== null) query = query.where('entry.seq', '>', after);
    const rows = await query.orderBy('entry.seq').limit(page).execute();
    for (const { seq, prev, kind, at, payload_digest: payloadDigest, hash, salt, text } of rows) {
      const payload = salt === null || text === null ? null : { salt, text };
      yield { entry: { seq, prev, kind, at, payloadDigest, hash }, payload };
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.seq;
  }
}
