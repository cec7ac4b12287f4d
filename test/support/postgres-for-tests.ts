import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDb } from '#server/db/open.ts';
import { aPostgres } from './a-postgres.ts';
import { askPostgres, databaseOf } from './postgres-databases.ts';
import { postgresToTest } from './postgres-to-test.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a server where each test makes a database of its own; not there when tests run on SQLite. */
    postgres: { address: string; template: string; dropAfterwards: boolean } | undefined;
  }
}

/** One server for all tests of the project, and in it the tables that each test's database begins with. */
export default async function postgresForTests({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const wanted = postgresToTest();
  if (!wanted) return undefined;
  const own = wanted.address === null ? await aPostgres({ durable: false }) : null;
  const address = wanted.address ?? own?.address();
  if (address === undefined) throw new Error('The binaries of PostgreSQL are there and cannot be loaded.');
  const template = `muster_test_template_${process.pid}`;
  await askPostgres(address, `CREATE DATABASE ${template}`);
  const dataFolder = mkdtempSync(join(tmpdir(), 'muster-template-'));
  const db = await openDb({ kind: 'postgres', address: databaseOf(address, template), dataFolder });
  await db.destroy();
  rmSync(dataFolder, { recursive: true });
  provide('postgres', { address, template, dropAfterwards: own === null });
  return async () => {
    if (own) await own.remove();
    else await askPostgres(address, `DROP DATABASE ${template}`);
  };
}
