import { randomBytes } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { canonicalJson } from '#domain/ledger/canonical-json.ts';
import { genesis, link, payloadDigest } from '#domain/ledger/entry.ts';
import { isPostgres } from '../db/dialect.ts';
import type { Tables } from '../db/tables.ts';
import type { Append, Writing } from './append.ts';
import { chainId, lastEntry } from './entries.ts';
import { receiptRowOf, rememberReceipt } from './keep.ts';
import type { Recorded } from './kinds.ts';
import { openKnowledge } from './known.ts';
import { project } from './projections.ts';
import { type Put, putRows } from './put-rows.ts';
import { sha256 } from './sha256.ts';

/** Where the chain stands; `waiting`: linked or projected, and not yet in the tables; `known`: how much was known. */
type State = { head: { seq: number; hash: string } | null; waiting: readonly Put[]; known: number };

export type Chain = {
  writing: Writing;
  flush(): Promise<void>;
  /**
   * Before each work. Rows that evidence leaves wait for the end of the group on PostgreSQL, where every statement is a round
   * trip; any other work has all of them put there first and projects at once, as it may read whatever there is.
   */
  begin(evidence: readonly unknown[]): Promise<void>;
  /** What `rewind` goes back to; the tables are gone back by a savepoint that was made at the same moment. */
  mark(): State;
  rewind(state: State): void;
};

/** Rows that may wait, even if all are for one statement: far below the number of values that either database takes. */
const mostRows = 1000;

/**
 * The end of the chain during one transaction. It is read once and then linked in memory; a lock on it, taken first, makes
 * other processes on one PostgreSQL wait and read what this one has written.
 */
export async function openChain(tx: Transaction<Tables>, at: Pick<Writing, 'agencyId' | 'editions'>): Promise<Chain> {
  const { agencyId } = at;
  if (isPostgres(tx)) await lockChain(tx, agencyId);
  const { known, forget, mark, rewind } = openKnowledge();
  let head = await lastEntry({ tx, agencyId });
  let waiting: readonly Put[] = [];
  let putsLater = false;

  const append: Append = async ({ kind, at: time, by, payload }) => {
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
    head = { seq, hash };
    const key = { agency_id: agencyId, chain_id: chainId, seq };
    const entry = { ...key, prev, kind, at: iso, payload_digest: digest, hash };
    waiting = [
      ...waiting,
      { table: 'ledger_entry', row: entry },
      { table: 'ledger_payload', row: { ...key, salt, text } },
    ];
    // Projected from the text, as a rebuild will: rows come out equal whatever order the sender gave its fields.
    const recorded = { kind, seq, at: iso, hash, ...JSON.parse(text) } as Recorded<typeof kind>;
    const receipt = receiptRowOf(agencyId, recorded as Recorded);
    if (receipt) {
      waiting = [...waiting, { table: 'receipt', row: receipt }];
      rememberReceipt(known, receipt);
    }
    if (waiting.length >= mostRows) await flush();
    await project(writing, recorded);
    return recorded;
  };

  async function put(row: Put): Promise<void> {
    if (!putsLater) return putRows(tx, [row]);
    waiting = [...waiting, row];
  }

  async function flush(): Promise<void> {
    const rows = waiting;
    waiting = [];
    await putRows(tx, rows);
  }

  const writing: Writing = { ...at, tx, append, put, flush, known, forget, head: () => head };
  return {
    writing,
    flush,
    async begin(evidence) {
      const later = isPostgres(tx) && evidence.length > 0;
      if (putsLater && !later) await flush();
      putsLater = later;
    },
    mark: () => ({ head, waiting, known: mark() }),
    rewind(before) {
      ({ head, waiting } = before);
      rewind(before.known);
    },
  };
}

async function lockChain(tx: Transaction<Tables>, agencyId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`muster ${agencyId} ${chainId}`}, 0))`.execute(tx);
}
