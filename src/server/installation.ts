import type { Logger } from 'pino';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { type Editions, openEditions } from './course/editions.ts';
import { storageFailure, whyUnusable } from './db/failure.ts';
import { type Locked, lockDataFolder } from './db/lock.ts';
import { type Db, openDb } from './db/open.ts';
import { type DatabasePlace, shownAddress } from './db/place.ts';
import { type Ledger, openLedger } from './ledger/append.ts';
import type { Heads } from './ledger/heads.ts';
import { keyFileIn } from './ledger/keys.ts';
import { openProof, signIfNew } from './ledger/proof.ts';
import { bringProjectionsUp, type NotRebuilt } from './ledger/rebuild.ts';
import { openReader, type Reader } from './reading/reader.ts';

/** One agency per installation. */
export const agencyId = 'agency';

/** What the stores work with. The clock comes from outside. */
export type Installation = {
  agencyId: string;
  db: Db;
  ledger: Ledger;
  editions: Editions;
  heads: Heads;
  /** For lists and everything else that takes long to read. */
  reader: Reader;
  /** Server time in milliseconds. */
  now: () => number;
};

export type Opened = { installation: Installation; close(): Promise<void> };

/** Where the key that signs heads lies when it is not in the data folder, and where a head is logged. */
export type ProofChoice = { ledgerKeyFile?: string | undefined; log?: Logger | undefined };

/** `address` without user and password. */
export type DatabaseAway = { code: 'start.databaseAway'; address: string; reason: string };

/** Opens what is there; a data folder that holds the records is taken for this process alone. */
export async function openInstallation(
  place: DatabasePlace,
  now: () => number,
  { ledgerKeyFile = keyFileIn(place.dataFolder), log }: ProofChoice = {},
): Promise<Result<Opened, Locked | DatabaseAway | NotRebuilt>> {
  const opened = await openRecords(place);
  if (!opened.ok) return opened;
  const { db, editions, ledger, shut } = opened.value;
  try {
    const upToDate = await bringProjectionsUp({ agencyId, ledger });
    if (!upToDate.ok) {
      await shut();
      return upToDate;
    }
    const at = { agencyId, db, ledger, now };
    const heads = await openProof(at, { keyFile: ledgerKeyFile, log });
    const reader = openReader(place, now, { log });
    return succeed({
      installation: { ...at, editions, heads, reader },
      /** What waits to be written is written first. */
      async close() {
        await reader.close();
        try {
          await signIfNew(at, heads, 'stop');
          await ledger.write(async () => undefined);
        } catch (error) {
          // A database that is gone keeps nobody from ending: what was answered is in it.
          if (!storageFailure(error)) throw error;
        } finally {
          await shut();
        }
      },
    });
  } catch (error) {
    await shut();
    throw error;
  }
}

export type Records = Pick<Installation, 'agencyId' | 'db' | 'editions' | 'ledger'> & { shut(): Promise<void> };

/** The records alone, for who looks at them while no server does: nothing is signed, and nothing is written by opening. */
export async function openRecords(place: DatabasePlace): Promise<Result<Records, Locked | DatabaseAway>> {
  const lock = place.kind === 'sqlite' ? lockDataFolder(place.dataFolder) : succeed({ release: () => undefined });
  if (!lock.ok) return lock;
  const database = await openAt(place);
  if (!database.ok) return database;
  const db = database.value;
  const shut = () => db.destroy().finally(() => lock.value.release());
  try {
    const editions = await openEditions(db, agencyId);
    return succeed({ agencyId, db, editions, ledger: openLedger(db, agencyId, editions), shut });
  } catch (error) {
    await shut();
    throw error;
  }
}

async function openAt(place: DatabasePlace): Promise<Result<Db, DatabaseAway>> {
  try {
    return succeed(await openDb(place));
  } catch (error) {
    const reason = place.kind === 'postgres' ? whyUnusable(error) : null;
    if (place.kind !== 'postgres' || reason === null) throw error;
    return fail({ code: 'start.databaseAway', address: shownAddress(place.address), reason });
  }
}
