import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { isPostgres } from './dialect.ts';
import { migrations } from './migrations.ts';
import { storedTables } from './tables.ts';

/**
 * Brings the tables up to date in one transaction: cut off in the middle, they are what they were before. On PostgreSQL under
 * an advisory lock, which Kysely takes: of several processes one migrates, the others wait. Throws; never half.
 */
export async function migrate<T>(db: Kysely<T>, known: Record<string, Migration> = migrations): Promise<void> {
  const inOrder = Object.fromEntries(
    Object.entries(known).map(([name, { up }]) => [
      name,
      { up: (tx: Kysely<unknown>) => up(tx).then(() => asBytes(tx)) },
    ]),
  );
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => inOrder } }).migrateToLatest();
  if (error) throw error;
}

/** What `migrate` would do, by name and in its order. */
export async function pendingMigrations<T>(db: Kysely<T>): Promise<string[]> {
  const all = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).getMigrations();
  return all.flatMap(({ name, executedAt }) => (executedAt ? [] : [name]));
}

/**
 * Text is compared and sorted by its bytes, as SQLite does, whatever the language of the PostgreSQL database: lists, hashes and
 * chains would differ otherwise. Done for every column of ours after each migration, so that none is forgotten.
 */
async function asBytes(tx: Kysely<unknown>): Promise<void> {
  if (!isPostgres(tx)) return;
  const { rows } = await sql<{ table: string; column: string }>`
    SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name IN (${sql.join(storedTables)})
      AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'
  `.execute(tx);
  for (const { table, column } of rows) {
    await sql`ALTER TABLE ${sql.table(table)} ALTER COLUMN ${sql.ref(column)} TYPE text COLLATE "C"`.execute(tx);
  }
}
