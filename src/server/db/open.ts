import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;

/** Who only reads: the database itself, or a transaction that is under way. */
export type Asking = { agencyId: string; tx: Pick<Db, 'selectFrom'> };

/** Opens `muster.db` in the data folder and brings it to the newest tables. WAL and FULL: what is answered is on disk. */
export async function openDb(dataFolder: string): Promise<Db> {
  const database = new DatabaseSync(join(dataFolder, 'muster.db'), { enableForeignKeyConstraints: true });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapt(database) }) });
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

/** Kysely's SQLite dialect asks for this shape; a statement that has columns is one that reads. */
const adapt = (database: DatabaseSync): SqliteDatabase => ({
  close: () => database.close(),
  prepare(sql) {
    const statement = database.prepare(sql);
    const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...values(parameters)),
      run: (parameters) => statement.run(...values(parameters)),
      iterate: (parameters) => statement.iterate(...values(parameters)),
    };
  },
});
