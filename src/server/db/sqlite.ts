import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type Dialect, SqliteAdapter, type SqliteDatabase, SqliteDialect } from 'kysely';
import { followTransaction, isUndoing, type RunStatement } from './sqlite-transaction.ts';

/** `muster.db` in the data folder. WAL and FULL: what is answered is on disk. `readOnly`: for a look while others write. */
export function sqlite(dataFolder: string, { readOnly = false } = {}): Dialect {
  const database = new DatabaseSync(join(dataFolder, 'muster.db'), { enableForeignKeyConstraints: true, readOnly });
  if (!readOnly) database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  const dialect = new SqliteDialect({ database: adapt(database) });
  return {
    createAdapter: () => new WholeMigrations(),
    createDriver: () => dialect.createDriver(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

/** SQLite can undo a table; Kysely leaves that out because some pragmas cannot be. Migrations here use none. */
class WholeMigrations extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}

type Prepared = ReturnType<SqliteDatabase['prepare']>;
const mostPrepared = 500;

/**
 * Kysely's SQLite dialect asks for this shape. Statements are prepared once, as the same few hundred come again and again: a
 * fifth of the processor time of founding the demo. SQLite itself prepares anew what was made before a change of the tables;
 * only whether there are columns, asked once, would be old, so whatever is not plain reading or writing empties the store.
 */
function adapt(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, Prepared>();
  const transaction = followTransaction(database);
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = prepared.get(sql);
      if (known) return known;
      const fresh = shaped(database, sql, transaction);
      if (!isPlain.test(sql)) prepared.clear();
      else {
        // The oldest goes: lists of ids make statements of many lengths.
        if (prepared.size >= mostPrepared) prepared.delete(prepared.keys().next().value ?? '');
        prepared.set(sql, fresh);
      }
      return fresh;
    },
  };
}

const isPlain = /^\s*(select|insert|update|delete|with|begin|commit|rollback|savepoint|release)\b/i;

const nothingDone = { changes: 0, lastInsertRowid: 0 };

/** A statement that has columns is one that reads. */
function shaped(database: DatabaseSync, sql: string, within: RunStatement): Prepared {
  const statement = database.prepare(sql);
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => within(sql, () => statement.all(...values(parameters))),
    // A full disk at COMMIT has undone everything already; refusing to undo it again would hide that.
    run: (parameters) =>
      within(sql, () =>
        isUndoing.test(sql) && !database.isTransaction ? nothingDone : statement.run(...values(parameters)),
      ),
    // Rows handed out one by one: the same statement may be asked again meanwhile and would begin anew.
    iterate: (parameters) => within(sql, () => database.prepare(sql).iterate(...values(parameters))),
  };
}
