import { setImmediate as whatHasArrived } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import type { Editions } from '../course/editions.ts';
import type { Db } from '../db/open.ts';
import type { Tables } from '../db/tables.ts';
import type { Sent } from '../training/read-ahead.ts';
import type { Kind, Payloads, Recorded } from './kinds.ts';
import type { Known } from './known.ts';
import type { Put } from './put-rows.ts';
import { type Waiting, writeTogether } from './write-together.ts';

/** What is appended; `at` is server time in milliseconds. */
export type Append = <K extends Kind>(entry: {
  kind: K;
  at: number;
  by: string | null;
  payload: Payloads[K];
}) => Promise<Recorded<K>>;

/** One transaction of the one writer. Inside, only `tx` may be asked: the connection is taken. */
export type Writing = {
  agencyId: string;
  tx: Transaction<Tables>;
  editions: Editions;
  append: Append;
  /** Puts a row into its table, or has it put there with all others at the end; `known` has to say it meanwhile. */
  put(row: Put): Promise<void>;
  known: Known;
  /** For whoever changes rows without saying so to `known`. */
  forget(): void;
  /** How far the chain has come with what was appended here; null while there is no entry. */
  head(): { seq: number; hash: string } | null;
  /** Entries reach their tables at the end; a work that reads them there has them put there first. */
  flush(): Promise<void>;
};

export type Ledger = {
  /**
   * Runs `work` as the only writer; answers after COMMIT. Keep everything slow outside. What waits meanwhile is committed
   * together, each undone by itself if it fails; a rejected COMMIT rejects all of them.
   *
   * @param evidence that the work will take: what it is judged by is read for all who wait, before the first. The rows that it
   * leaves may wait for the end, so such a work asks of them only through `known` (`ledger/put-rows.ts` names the tables)
   */
  write<T>(work: (writing: Writing) => Promise<T>, evidence?: readonly Sent[]): Promise<T>;
};

/** More would keep those who only read waiting for longer than a moment. */
const mostTogether = 100;

export function openLedger(db: Db, agencyId: string, editions: Editions): Ledger {
  let waiting: Waiting[] = [];
  let isWriting = false;
  const writeAll = async () => {
    isWriting = true;
    while (waiting.length > 0) {
      // SQLite commits without giving way, so all requests that have arrived are read first: they share one sync to disk.
      await whatHasArrived();
      const now = waiting.slice(0, mostTogether);
      waiting = waiting.slice(mostTogether);
      await writeTogether({ db, agencyId, editions }, now);
    }
    isWriting = false;
  };
  return {
    write: (work, evidence = []) =>
      new Promise((resolve, reject) => {
        waiting.push({ work, evidence, resolve: resolve as (value: unknown) => void, reject });
        if (!isWriting) void writeAll();
      }),
  };
}
