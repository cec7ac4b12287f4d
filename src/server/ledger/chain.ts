import { randomBytes } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { canonicalJson } from '#domain/ledger/canonical-json.ts';
import { genesis, link, payloadDigest } from '#domain/ledger/entry.ts';
import { isPostgres } from '../db/dialect.ts';
import type { Tables } from '../db/tables.ts';
import type { Append, Writing } from './append.ts';
import { chainId, lastEntry } from './entries.ts';
import { insertRows } from './insert-rows.ts';
import { receiptRowOf, rememberReceipt } from './keep.ts';
import type { Recorded } from './kinds.ts';
import type { Known } from './known.ts';
import { project } from './projections.ts';
import { sha256 } from './sha256.ts';

type EntryRow = Tables['ledger_entry'];
type PayloadRow = Tables['ledger_payload'];
type ReceiptRow = Tables['receipt'];

/** Where the chain stands; `waiting`: linked, and not yet in the tables. */
type State = {
  head: { seq: number; hash: string } | null;
  waiting: readonly { entry: EntryRow; payload: PayloadRow; receipt: ReceiptRow | null }[];
};

export type Chain = {
  writing: Writing;
  flush(): Promise<void>;
  /** What `rewind` goes back to; the tables are gone back by a savepoint that was made at the same moment. */
  mark(): State;
  rewind(state: State): void;
};

/** Rows to one statement, far below the number of values that either database takes. */
const mostRows = 500;

/**
 * The end of the chain during one transaction. It is read once and then linked in memory; a lock on it, taken first, makes
 * other processes on one PostgreSQL wait and read what this one has written.
 */
export async function openChain(tx: Transaction<Tables>, at: Pick<Writing, 'agencyId' | 'editions'>): Promise<Chain> {
  const { agencyId } = at;
  if (isPostgres(tx)) await lockChain(tx, agencyId);
  const known: Known = new Map();
  let state: State = { head: await lastEntry({ tx, agencyId }), waiting: [] };

  const append: Append = async ({ kind, at: time, by, payload }) => {
    const { head, waiting } = state;
    const salt = randomBytes(16).toString('hex');
    const text = canonicalJson({ by, payload });
    const iso = new Date(time).toISOString();
    const digest = payloadDigest(sha256, salt, text);
    const { prev, seq, hash } = link(sha256, head?.hash ?? genesis, {
      seq: (head?.seq ?? 0) + 1,
      kind,
      at: iso,
      payloadDigest: digest,
    });
    const key = { agency_id: agencyId, chain_id: chainId, seq };
    const entry = { ...key, prev, kind, at: iso, payload_digest: digest, hash };
    // Projected from the text, as a rebuild will: rows come out equal whatever order the sender gave its fields.
    const recorded = { kind, seq, at: iso, hash, ...JSON.parse(text) } as Recorded<typeof kind>;
    const receipt = receiptRowOf(agencyId, recorded as Recorded);
    if (receipt) rememberReceipt(known, receipt);
    state = { head: { seq, hash }, waiting: [...waiting, { entry, payload: { ...key, salt, text }, receipt }] };
    if (state.waiting.length >= mostRows) await flush();
    await project(writing, recorded);
    return recorded;
  };

  async function flush(): Promise<void> {
    const { head, waiting } = state;
    if (waiting.length === 0) return;
    state = { head, waiting: [] };
    // None waits for another: one round trip to PostgreSQL, not three.
    const entries = waiting.map(({ entry }) => entry);
    const payloads = waiting.map(({ payload }) => payload);
    const receipts = waiting.flatMap(({ receipt }) => receipt ?? []);
    await Promise.all([
      insertRows(tx, 'ledger_entry', entries),
      insertRows(tx, 'ledger_payload', payloads),
      insertRows(tx, 'receipt', receipts),
    ]);
  }

  const writing: Writing = { ...at, tx, append, flush, known, head: () => state.head };
  return {
    writing,
    flush,
    mark: () => state,
    rewind(before) {
      state = before;
      // What was undone is not known any more; receipts that are in no table yet are known nowhere else.
      known.clear();
      for (const { receipt } of before.waiting) if (receipt) rememberReceipt(known, receipt);
    },
  };
}

async function lockChain(tx: Transaction<Tables>, agencyId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`muster ${agencyId} ${chainId}`}, 0))`.execute(tx);
}
