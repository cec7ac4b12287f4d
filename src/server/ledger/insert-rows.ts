import { CompiledQuery, type Transaction } from 'kysely';
import { isPostgres } from '../db/dialect.ts';
import type { Tables } from '../db/tables.ts';

type Table = 'ledger_entry' | 'ledger_payload' | 'receipt';

/** By table, number of rows and database. Making a statement of many rows takes longer than running it. */
const statements = new Map<string, string>();

/** Inserts rows that name the same columns in the same order. */
export async function insertRows<T extends Table>(
  tx: Transaction<Tables>,
  table: T,
  rows: readonly Tables[T][],
): Promise<void> {
  if (rows.length === 0) return;
  const key = `${table} ${rows.length} ${isPostgres(tx)}`;
  const known = statements.get(key);
  const statement =
    known ??
    tx
      .insertInto<Table>(table)
      .values([...rows])
      .compile().sql;
  if (!known) statements.set(key, statement);
  await tx.executeQuery(
    CompiledQuery.raw(
      statement,
      rows.flatMap((row) => Object.values(row)),
    ),
  );
}
