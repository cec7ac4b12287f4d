import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import { canonicalJson } from '#domain/ledger/canonical-json.ts';
import { genesis, link, payloadDigest } from '#domain/ledger/entry.ts';
import type { Editions } from '../course/editions.ts';
import type { Db } from '../db/open.ts';
import type { Tables } from '../db/tables.ts';
import type { Kind, Payloads, Recorded } from './kinds.ts';
import { project } from './projections.ts';
import { sha256 } from './sha256.ts';

/** One chain per agency and installation. */
const chainId = 'main';

/** What is appended; `at` is server time in milliseconds. */
type Append = <K extends Kind>(entry: {
  kind: K;
  at: number;
  by: string | null;
  payload: Payloads[K];
}) => Promise<Recorded<K>>;

/** One transaction of the one writer. Inside, only `tx` may be asked: the connection is taken. */
export type Writing = { agencyId: string; tx: Transaction<Tables>; editions: Editions; append: Append };

export type Ledger = {
  /** Runs `work` as the only writer, in one transaction; answers after COMMIT. Keep everything slow outside. */
  write<T>(work: (writing: Writing) => Promise<T>): Promise<T>;
};

export function openLedger(db: Db, agencyId: string, editions: Editions): Ledger {
  let last: Promise<unknown> = Promise.resolve();
  return {
    write(work) {
      const run = last.then(() =>
        db.transaction().execute((tx) => {
          const writing: Writing = { agencyId, tx, editions, append: (entry) => append(writing, entry) };
          return work(writing);
        }),
      );
      last = run.catch(() => undefined);
      return run;
    },
  };
}

/** Entry, exact text and projections, or nothing of them. */
async function append<K extends Kind>(
  writing: Writing,
  { kind, at, by, payload }: { kind: K; at: number; by: string | null; payload: Payloads[K] },
): Promise<Recorded<K>> {
  const { tx, agencyId } = writing;
  const head = await tx
    .selectFrom('ledger_entry')
    .select(['seq', 'hash'])
    .where('agency_id', '=', agencyId)
    .where('chain_id', '=', chainId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();

  const salt = randomBytes(16).toString('hex');
  const text = canonicalJson({ by, payload });
  const entry = link(sha256, head?.hash ?? genesis, {
    seq: (head?.seq ?? 0) + 1,
    kind,
    at: new Date(at).toISOString(),
    payloadDigest: payloadDigest(sha256, salt, text),
  });
  const key = { agency_id: agencyId, chain_id: chainId, seq: entry.seq };
  const { prev, hash } = entry;
  await tx
    .insertInto('ledger_entry')
    .values({ ...key, prev, kind, at: entry.at, payload_digest: entry.payloadDigest, hash })
    .execute();
  await tx
    .insertInto('ledger_payload')
    .values({ ...key, salt, text })
    .execute();

  const recorded = { kind, seq: entry.seq, at: entry.at, by, hash, payload } as Recorded<K>;
  await project(writing, recorded);
  return recorded;
}
