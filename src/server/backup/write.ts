import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import type { Db } from '../db/open.ts';
import { storedTables } from '../db/tables.ts';
import type { Totals, Values } from './format.ts';

/** Enough of a head start for the compressor; more lines at a time save nothing. */
const linesAtOnce = 200;

/**
 * Writes every table as it stands in the transaction that is handed in, secrets' hashes included: only its owner may read
 * the file. Nothing is left under the name when it fails.
 */
export async function writeBackup(tx: Db, file: string, at: string): Promise<Totals> {
  const totals: Totals = { counts: {}, head: null, sha256: '' };
  const beside = `${file}.${randomUUID()}.part`;
  try {
    await pipeline(
      Readable.from(inParts(backupLines(tx, at, totals))),
      createGzip({ level: constants.Z_BEST_SPEED }),
      createWriteStream(beside, { mode: 0o600, flush: true }),
    );
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
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

async function* inParts(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let part: string[] = [];
  for await (const line of lines) {
    part.push(line);
    if (part.length < linesAtOnce) continue;
    yield `${part.join('\n')}\n`;
    part = [];
  }
  if (part.length > 0) yield `${part.join('\n')}\n`;
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
