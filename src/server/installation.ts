import { type Result, succeed } from '#domain/shared/result.ts';
import { type Editions, openEditions } from './course/editions.ts';
import { type Locked, lockDataFolder } from './db/lock.ts';
import { type Db, openDb } from './db/open.ts';
import { type Ledger, openLedger } from './ledger/append.ts';

/** One agency per installation. */
const agencyId = 'agency';

/** What the stores work with. The clock comes from outside. */
export type Installation = {
  agencyId: string;
  db: Db;
  ledger: Ledger;
  editions: Editions;
  /** Server time in milliseconds. */
  now: () => number;
};

export type Opened = { installation: Installation; close(): Promise<void> };

/** Takes the data folder for this process and opens what is in it. */
export async function openInstallation(dataFolder: string, now: () => number): Promise<Result<Opened, Locked>> {
  const lock = lockDataFolder(dataFolder);
  if (!lock.ok) return lock;
  const db = await openDb(dataFolder);
  const editions = await openEditions(db, agencyId);
  const ledger = openLedger(db, agencyId, editions);
  return succeed({
    installation: { agencyId, db, ledger, editions, now },
    async close() {
      await ledger.write(async () => undefined);
      await db.destroy();
      lock.value.release();
    },
  });
}
