import { CompiledQuery, type Transaction } from 'kysely';
import { isPostgres } from '../db/dialect.ts';
import type { Tables } from '../db/tables.ts';

/** What grows with every item of evidence. A work that takes evidence reads none of it but through `known`. */
type PutTable =
  | 'ledger_entry'
  | 'ledger_payload'
  | 'receipt'
  | 'training'
  | 'quiz_decision'
  | 'watch_report'
  | 'refused_item'
  | 'officer_event';

export type Put = { [T in PutTable]: { table: T; row: Tables[T] } }[PutTable];

/** Rows that are written over, by the columns that say which one it is. */
const writtenOver: Partial<Record<PutTable, readonly string[]>> = {
  training: ['agency_id', 'officer_id', 'edition_hash'],
};

/**
 * Puts rows into their tables, in one statement a table; of several that say the same row the last one stands. Rows of one
 * table name the same columns in the same order.
 */
export async function putRows(tx: Transaction<Tables>, puts: readonly Put[]): Promise<void> {
  const byTable = Map.groupBy(puts, ({ table }) => table);
  for (const [table, each] of byTable) await insert(tx, table, lastOf(table, each));
}

function lastOf(table: PutTable, puts: readonly Put[]): readonly Put['row'][] {
  const columns = writtenOver[table];
  if (!columns) return puts.map(({ row }) => row);
  const keyOf = (row: object) => JSON.stringify(columns.map((column) => row[column as keyof typeof row]));
  return [...new Map(puts.map(({ row }) => [keyOf(row), row])).values()];
}

/** By table, number of rows and database. Making a statement of many rows takes longer than running it. */
const statements = new Map<string, string>();

async function insert(tx: Transaction<Tables>, table: PutTable, rows: readonly Put['row'][]): Promise<void> {
  const key = `${table} ${rows.length} ${isPostgres(tx)}`;
  const statement = statements.get(key) ?? statementFor(tx, table, rows);
  statements.set(key, statement);
  const values = rows.flatMap((row) => Object.values(row));
  await tx.executeQuery(CompiledQuery.raw(statement, values));
}

function statementFor(tx: Transaction<Tables>, table: PutTable, rows: readonly Put['row'][]): string {
  const inserting = tx.insertInto(table).values([...rows] as never);
  const columns = writtenOver[table];
  if (!columns) return inserting.compile().sql;
  return inserting
    .onConflict((there) =>
      there.columns(columns as never).doUpdateSet((row) => {
        const others = Object.keys(rows[0] ?? {}).filter((column) => !columns.includes(column));
        return Object.fromEntries(others.map((column) => [column, row.ref(`excluded.${column}` as never)])) as never;
      }),
    )
    .compile().sql;
}
