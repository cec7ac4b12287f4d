import { sql } from 'kysely';
import type { Editions } from '../course/editions.ts';
import { storageFailure } from '../db/failure.ts';
import type { Db } from '../db/open.ts';
import { readAhead, type Sent } from '../training/read-ahead.ts';
import type { Writing } from './append.ts';
import { type Chain, openChain } from './chain.ts';
import { watchOver } from './watch-over.ts';

/** A work, the evidence that it will take, and whoever waits for it. */
export type Waiting = {
  work: (writing: Writing) => Promise<unknown>;
  evidence: readonly Sent[];
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
};

export type Where = { db: Db; agencyId: string; editions: Editions };
type Outcome = { done: true; value: unknown } | { done: false; reason: unknown };

/** One transaction for all of them. Never throws: each is told its own outcome once the transaction has ended. */
export async function writeTogether({ db, agencyId, editions }: Where, works: readonly Waiting[]): Promise<void> {
  const outcomes: Outcome[] = [];
  // Kept here: when the transaction cannot be undone any more, the driver would speak of that instead of the cause.
  let cause: unknown;
  try {
    await db.transaction().execute(async (given) => {
      const watch = watchOver(given);
      try {
        const chain = await openChain(watch.tx, { agencyId, editions });
        await watch.untilHung(
          readAhead(
            chain.writing,
            works.flatMap(({ evidence }) => evidence),
          ),
        );
        const each = works.length === 1 ? alone : inSavepoint;
        for (const [index, { work, evidence }] of works.entries()) {
          await watch.untilHung(chain.begin(evidence));
          outcomes.push(await watch.untilHung(each(chain, work, `work_${index}`)));
        }
        await watch.untilHung(chain.flush());
      } catch (error) {
        cause = error;
        throw error;
      } finally {
        watch.end();
      }
    });
  } catch (error) {
    const reason = cause ?? error;
    for (const [index, { reject }] of works.entries()) {
      const outcome = outcomes[index];
      reject(outcome?.done === false ? outcome.reason : reason);
    }
    return;
  }
  for (const [index, { resolve, reject }] of works.entries()) {
    const outcome = outcomes[index];
    if (outcome?.done) resolve(outcome.value);
    else reject(outcome?.reason);
  }
}

type Work = Waiting['work'];

/** With nobody to take into account, failing undoes the whole transaction. */
const alone = async ({ writing }: Chain, work: Work): Promise<Outcome> => ({ done: true, value: await work(writing) });

/** COMMIT releases the savepoints, one statement less for each. Each has a name of its own: undoing never reaches another's. */
async function inSavepoint(chain: Chain, work: Work, name: string): Promise<Outcome> {
  const { tx } = chain.writing;
  const before = chain.mark();
  await sql.raw(`SAVEPOINT ${name}`).execute(tx);
  try {
    return { done: true, value: await work(chain.writing) };
  } catch (reason) {
    // A full disk or a lost connection is nobody's own failure, and has often undone the transaction already.
    if (storageFailure(reason)) throw reason;
    await sql.raw(`ROLLBACK TO SAVEPOINT ${name}`).execute(tx);
    chain.rewind(before);
    return { done: false, reason };
  }
}
