import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import type { DatabasePlace } from '#server/db/place.ts';
import { askPostgres, databaseOf } from './postgres-databases.ts';

/** The project that runs a test says which: `unit` on SQLite, `postgres` on PostgreSQL (vitest.config.ts). */
export const onPostgres = inject('postgres') !== undefined;

let count = 0;

/**
 * Where a test keeps its records: a folder, and on PostgreSQL a database that has the tables already unless it should be
 * empty. Gone when the test is.
 */
export async function testedPlace({ empty = false } = {}): Promise<DatabasePlace> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'muster-agency-'));
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
  const postgres = inject('postgres');
  if (!postgres) return { kind: 'sqlite', dataFolder };
  const { address, template, dropAfterwards } = postgres;
  count += 1;
  const name = `muster_test_${process.pid}_${process.env.VITEST_WORKER_ID}_${Date.now()}_${count}`;
  await askPostgres(address, `CREATE DATABASE ${name} TEMPLATE ${empty ? 'template1' : template}`);
  onTestFinished(async () => {
    // On our own server it goes with the server.
    if (dropAfterwards) await askPostgres(address, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  return { kind: 'postgres', address: databaseOf(address, name), dataFolder };
}
