import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import type { Db } from './open.ts';
import type { DatabasePlace } from './place.ts';
import { migratingPatience, postgres } from './postgres.ts';
import { sqlite } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** Opens a database with whatever tables it has, and brings nothing up to date. */
export const connect = (place: DatabasePlace, { readOnly = false } = {}): Db =>
  new Kysely<Tables>({
    dialect:
      place.kind === 'sqlite' ? sqlite(place.dataFolder, { readOnly }) : postgres(place.address, migratingPatience),
  });

/** The tables are not those that this program knows: it was updated and has not been started since, or it is the older one. */
export class OtherTables extends Error {
  override name = 'OtherTables';
}

/**
 * Asks a database as it stands at this moment, whoever writes in it meanwhile, and changes nothing. Null when there are no
 * records. Throws `OtherTables`, unless `anyTables` says that whatever is there will do.
 */
export async function readSnapshot<T>(
  place: DatabasePlace,
  ask: (tx: Db) => Promise<T>,
  { anyTables = false } = {},
): Promise<T | null> {
  if (place.kind === 'sqlite' && !existsSync(join(place.dataFolder, 'muster.db'))) return null;
  const db = connect(place, { readOnly: true });
  try {
    return await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        const tables = await tx.introspection.getTables();
        if (!tables.some(({ name }) => name === 'ledger_entry')) return null;
        if (!anyTables && !(await hasTablesOfNow(tx))) throw new OtherTables();
        return await ask(tx);
      });
  } finally {
    await db.destroy();
  }
}

export const hasRecords = async (place: DatabasePlace): Promise<boolean> =>
  (await readSnapshot(place, async () => true, { anyTables: true })) ?? false;

async function hasTablesOfNow(tx: Db): Promise<boolean> {
  const done = await tx
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  const names = done.map(({ name }) => name);
  return names.length === Object.keys(migrations).length && names.every((name) => name in migrations);
}

/** Gives an empty database the tables that it had after this migration. */
export async function migrateTo(place: DatabasePlace, level: string): Promise<void> {
  const db = connect(place);
  const known = Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= level));
  await migrate(db, known).finally(() => db.destroy());
}
