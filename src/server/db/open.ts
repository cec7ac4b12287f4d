import { join } from 'node:path';
import { Kysely } from 'kysely';
import { backupBeforeMigration } from '../backup/before-migration.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import type { DatabasePlace } from './place.ts';
import { migratingPatience, postgres } from './postgres.ts';
import { sqlite } from './sqlite.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;

/** Who only reads: the database itself, or a transaction that is under way. */
export type Asking = { agencyId: string; tx: Pick<Db, 'selectFrom' | 'getExecutor'> };

/**
 * Opens the database at its place and brings it to the newest tables; throws what the driver says when it cannot. Several
 * processes may open one PostgreSQL at once: the first brings it up to date, the others wait for that.
 */
export async function openDb(place: DatabasePlace): Promise<Db> {
  if (place.kind === 'sqlite') {
    const db = new Kysely<Tables>({ dialect: sqlite(place.dataFolder) });
    await bringUp(db, place).catch((error) => db.destroy().then(() => Promise.reject(error)));
    return db;
  }
  const migrating = new Kysely<Tables>({ dialect: postgres(place.address, migratingPatience) });
  await bringUp(migrating, place).finally(() => migrating.destroy());
  return new Kysely<Tables>({ dialect: postgres(place.address) });
}

async function bringUp(
  db: Db,
  { dataFolder, backupFolder = join(dataFolder, 'backups') }: DatabasePlace,
): Promise<void> {
  await backupBeforeMigration(db, backupFolder, await pendingMigrations(db));
  await migrate(db);
}
