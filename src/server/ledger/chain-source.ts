import type { JWK } from 'jose';
import type { Entry, Payload } from '#domain/ledger/entry.ts';
import type { KnownHead } from '#domain/ledger/verify.ts';
import type { Asking } from '../db/open.ts';
import { chainId, readEntries } from './entries.ts';

/** A chain to be verified or exported, wherever it lies. */
export type ChainSource = {
  agency: string;
  chain: string;
  /** How many entries there should be: for progress. */
  expected: number;
  /** Public keys as they lie beside the records. */
  keys: JWK[];
  /** Signed heads, as compact JWS, oldest first. */
  heads: string[];
  /** What else lies beside the entries and knows how far they reached. */
  beside: KnownHead[];
  entries(): AsyncIterable<{ entry: Entry; payload: Payload | null | undefined }>;
};

/** The chain in a database, as it stands in the transaction that is handed in. */
export async function chainInDatabase(asking: Asking): Promise<ChainSource> {
  const { tx, agencyId } = asking;
  const keys = await tx
    .selectFrom('ledger_key')
    .select('jwk')
    .where('agency_id', '=', agencyId)
    .orderBy('made_at')
    .orderBy('key_id')
    .execute();
  const heads = await tx
    .selectFrom('ledger_head')
    .select('jws')
    .where('agency_id', '=', agencyId)
    .where('chain_id', '=', chainId)
    .orderBy('seq')
    .execute();
  const count = await tx
    .selectFrom('ledger_entry')
    .select(({ fn }) => fn.countAll().as('entries'))
    .where('agency_id', '=', agencyId)
    .where('chain_id', '=', chainId)
    .executeTakeFirst();
  return {
    agency: agencyId,
    chain: chainId,
    expected: Number(count?.entries ?? 0),
    keys: keys.map(({ jwk }) => JSON.parse(jwk) as JWK),
    heads: heads.map(({ jws }) => jws),
    beside: await rowsThatKnowMore(asking),
    entries: () => readEntries(asking, { ahead: true }),
  };
}

/** Payloads and histories name the entry that they come from: who cuts off entries alone leaves them behind. */
async function rowsThatKnowMore({ tx, agencyId }: Asking): Promise<KnownHead[]> {
  const last = [
    await tx
      .selectFrom('ledger_payload')
      .select(({ fn }) => fn.max('seq').as('seq'))
      .where('agency_id', '=', agencyId)
      .where('chain_id', '=', chainId)
      .executeTakeFirst(),
    await tx
      .selectFrom('officer_event')
      .select(({ fn }) => fn.max('seq').as('seq'))
      .where('agency_id', '=', agencyId)
      .executeTakeFirst(),
  ];
  return last.flatMap((row) => (row?.seq ? [{ seq: Number(row.seq), hash: null, kept: 'inside' as const }] : []));
}
