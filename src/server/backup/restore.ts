import type { Insertable } from 'kysely';
import { fail, type Result } from '#domain/shared/result.ts';
import { migrations } from '../db/migrations.ts';
import type { Db } from '../db/open.ts';
import { storedTables, type Tables } from '../db/tables.ts';
import { type Broken, checkBackup, type Header, linesOf, type TableLine, type Totals, type Values } from './format.ts';
import { headOf, tablesOf } from './write.ts';

export type NotRestored = Broken | { code: 'restore.newer'; migration: string } | { code: 'restore.notEmpty' };

/** A database that was opened and not yet given any tables. */
export type Target = { db: Db; migrateTo(level: string): Promise<void> };

/** Both databases take fewer values than this to a statement. */
const mostValues = 30_000;

/**
 * Puts a backup into an empty database: tables of the level that it was made at, then its rows, all or none of them, then
 * counts and head held against what it says. Later migrations are for whoever opens it next.
 */
export async function restoreBackup(
  file: string,
  open: () => Target,
): Promise<Result<{ header: Header; totals: Totals }, NotRestored>> {
  const checked = await checkBackup(file);
  if (!checked.ok) return checked;
  const { header, totals } = checked.value;
  const { migration } = header;
  if (!(migration in migrations)) return fail({ code: 'restore.newer', migration });
  const { db, migrateTo } = open();
  for (const table of await tablesOf(db)) {
    if (await db.selectFrom(table).selectAll().limit(1).executeTakeFirst()) return fail({ code: 'restore.notEmpty' });
  }
  await migrateTo(migration);
  await db.transaction().execute(async (tx) => {
    for await (const { table, rows } of rowsOf(file)) await tx.insertInto(table).values(rows).execute();
    await compare(tx, totals);
  });
  return checked;
}

type Batch = { table: keyof Tables; rows: Insertable<Tables[keyof Tables]>[] };

async function* rowsOf(file: string): AsyncGenerator<Batch> {
  let table: keyof Tables | undefined;
  let columns: string[] = [];
  let rows: Batch['rows'] = [];
  let header = true;
  for await (const line of linesOf(file)) {
    const isRow = line.startsWith('[');
    if (table && (isRow ? rows.length * columns.length > mostValues : rows.length > 0)) {
      yield { table, rows };
      rows = [];
    }
    if (isRow) {
      const values = JSON.parse(line) as Values;
      rows.push(Object.fromEntries(columns.map((column, at) => [column, values[at]])) as Batch['rows'][number]);
    } else if (!header && line.startsWith('{"table"')) {
      const named = JSON.parse(line) as TableLine;
      table = storedTables.find((each) => each === named.table);
      if (!table) throw new Error(`The backup has a table ${named.table} that no migration makes.`);
      columns = named.columns;
    }
    header = false;
  }
}

/** Thrown, not answered: the file was sound, so a difference is a fault of ours, and the transaction is undone. */
async function compare(tx: Db, totals: Totals): Promise<void> {
  for (const table of await tablesOf(tx)) {
    const { count } = await tx
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    const expected = totals.counts[table] ?? 0;
    if (Number(count) !== expected) throw new Error(`${table} has ${count} rows after the restore, not ${expected}.`);
  }
  if (JSON.stringify(await headOf(tx)) !== JSON.stringify(totals.head)) throw new Error('The head is another one.');
}
