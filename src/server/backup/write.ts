import { createHash } from 'node:crypto';
import type { Db } from '../db/open.ts';
import { storedTables } from '../db/tables.ts';
import type { Totals, Values } from './format.ts';
import { writeWholeFile } from './whole-file.ts';

/** Writes every table as it stands in the transaction that is handed in, secrets' hashes included. */
export async function writeBackup(tx: Db, file: string, at: string): Promise<Totals> {
  const totals: Totals = { counts: {}, head: null, sha256: '' };
  await writeWholeFile(file, backupLines(tx, at, totals), { gzip: true });
  return totals;
}

async function* backupLines(tx: Db, at: string, totals: Totals): AsyncGenerator<string> {
  const sum = createHash('sha256');
  const counted = (line: string) => {
    sum.update(`${line}\n`);
    return line;
  };
  yield counted(JSON.stringify({ muster: 'backup', version: 1, at, migration: await lastMigration(tx) }));
  for (const table of await tablesOf(tx)) {
    let columns: string[] | undefined;
    let rows = 0;
    for await (const row of tx.selectFrom(table).selectAll().stream(500)) {
      if (!columns) {
        columns = Object.keys(row);
        yield counted(JSON.stringify({ table, columns }));
      }
      rows += 1;
      yield counted(JSON.stringify(Object.values(row) as Values));
    }
    if (rows > 0) totals.counts[table] = rows;
  }
  totals.head = await headOf(tx);
  totals.sha256 = sum.digest('hex');
  yield JSON.stringify({ end: totals });
}

/** Tables of ours that are there: before a migration, later ones are not. */
export async function tablesOf(tx: Db): Promise<(typeof storedTables)[number][]> {
  const there = new Set((await tx.introspection.getTables()).map(({ name }) => name));
  return storedTables.filter((table) => there.has(table));
}

export async function headOf(tx: Pick<Db, 'selectFrom'>): Promise<Totals['head']> {
  const row = await tx
    .selectFrom('ledger_entry')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

async function lastMigration(tx: Db): Promise<string> {
  const row = await tx
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.name ?? '';
}
