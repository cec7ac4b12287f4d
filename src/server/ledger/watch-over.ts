import type { KyselyPlugin, Transaction } from 'kysely';
import { DatabaseBusy } from '../db/failure.ts';
import type { Tables } from '../db/tables.ts';

/** A work that has asked the database nothing for this long waits for something that may never come. */
const patienceMilliseconds = 20_000;

/**
 * Keeps one work from holding up all that come after it. A long one, such as a rebuild, goes on as long as it keeps asking; one
 * that hangs ends the transaction for all in it, as what it would do later could no longer be told from theirs.
 */
export function watchOver(given: Transaction<Tables>, patience = patienceMilliseconds) {
  let asked = performance.now();
  const notice: KyselyPlugin = {
    transformQuery({ node }) {
      asked = performance.now();
      return node;
    },
    async transformResult({ result }) {
      asked = performance.now();
      return result;
    },
  };
  const hung = Promise.withResolvers<never>();
  hung.promise.catch(() => undefined);
  const timer = setInterval(() => {
    if (performance.now() - asked > patience) hung.reject(new DatabaseBusy('A work inside the ledger hung.'));
  }, patience / 4);
  return {
    tx: given.withPlugin(notice),
    /** Throws `DatabaseBusy` when the work hangs. */
    untilHung: <T>(work: Promise<T>): Promise<T> => Promise.race([work, hung.promise]),
    end: () => clearInterval(timer),
  };
}
