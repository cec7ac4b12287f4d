import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { connect, migrateTo } from '#server/db/as-it-stands.ts';
import { pendingMigrations } from '#server/db/migrate.ts';
import { migrations } from '#server/db/migrations.ts';
import type { DatabasePlace } from '#server/db/place.ts';
import { run } from '#test/support/a-command-line.ts';
import { bySql } from '#test/support/a-place.ts';
import { bareEnvironment } from '#test/support/bare-environment.ts';
import { startServer } from './a-server.ts';
import { aSite, type Officer, type Site } from './a-site.ts';
import { isLong, tell } from './figures.ts';
import { compare, receiptsIn } from './records.ts';
import { anAcknowledgement, anOpening, submit } from './submissions.ts';

const home = resolve(import.meta.dirname, '../..');
const [firstLevel = ''] = Object.keys(migrations);

describe.each(['sqlite', 'postgres'] as const)('a migration killed in the middle, %s', (kind) => {
  test('leaves the tables as they were before, and the next start completes it', async () => {
    const site = await aSite(kind);
    const [officer] = site?.officers ?? [];
    if (!site || !officer) return console.log('No PostgreSQL for this machine: no migration was killed on it.');
    const acknowledged = await someEvidence(site, officer);
    const old = await withTablesOfThen(site);
    const before = await tablesIn(old);

    const whole = await copyOf(old, site, 'whole');
    const statements = Number(/statements (\d+)/.exec(await halfway(whole, 0))?.[1]);
    const all = Array.from({ length: statements }, (_, place) => place + 1);
    const stops = isLong ? all : [Math.ceil(statements / 2)];
    for (const stop of stops) {
      const place = await copyOf(old, site, `stopped_${stop}`);
      expect(await halfway(place, stop)).toContain('halfway');
      expect(await tablesIn(place), `killed after statement ${stop}`).toEqual(before);
      const server = await startServer(place);
      expect(await (await fetch(`${server.url}/api/agency`)).json()).toMatchObject({ name: 'Small Town Police' });
      const { found } = await receiptsIn(place);
      expect(compare(acknowledged, found)).toEqual({ lost: [], doubled: [] });
      expect(await server.stop()).toBe(0);
      expect((await tablesIn(place)).pending).toEqual([]);
      if (stop === stops.at(-1)) expect((await run('verify', place)).code).toBe(0);
    }
    tell(
      `Migration killed in the middle, ${kind}`,
      `after ${isLong ? 'each' : stops.length} of ${statements} statements`,
      '0 half migrated: tables as before, the next start completes and serves; 0 records lost',
    );
  }, 600_000);
});

/** Runs the migrations as another process and kills it with the transaction open. @returns what it said */
async function halfway(place: DatabasePlace, stopAfter: number): Promise<string> {
  const child = spawn(process.execPath, ['test/faults/halfway.ts', String(stopAfter)], {
    cwd: home,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...bareEnvironment(),
      MUSTER_DATA: place.dataFolder,
      ...(place.kind === 'postgres' && { DATABASE_URL: place.address }),
    },
  });
  let out = '';
  child.stdout.on('data', (bytes) => {
    out += String(bytes);
    if (out.includes('halfway')) child.kill('SIGKILL');
  });
  await new Promise((done) => child.once('close', done));
  return out;
}

async function someEvidence({ place }: Site, officer: Officer): Promise<Map<string, string>> {
  const acknowledged = new Map<string, string>();
  const server = await startServer(place);
  for (const item of [anOpening(), ...Array.from({ length: 10 }, anAcknowledgement)]) {
    acknowledged.set(item.id, (await submit(server.url, officer, item)).receipt);
  }
  await server.stop();
  return acknowledged;
}

/** The same records under the tables of the first version: what entries alone determine is made anew from them at the start. */
async function withTablesOfThen(site: Site): Promise<DatabasePlace> {
  const old = await copyOf(null, site, 'old');
  await migrateTo(old, firstLevel);
  const [from, to] = [connect(site.place), connect(old)];
  for (const table of ['ledger_entry', 'ledger_payload', 'edition', 'credential', 'session'] as const) {
    const rows = await from.selectFrom(table).selectAll().execute();
    if (rows.length > 0) await to.insertInto(table).values(rows).execute();
  }
  await Promise.all([from.destroy(), to.destroy()]);
  return old;
}

/** A database of its own beside that of the site, with what another one holds, or empty. */
async function copyOf(from: DatabasePlace | null, { place, postgres }: Site, name: string): Promise<DatabasePlace> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'muster-faults-'));
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
  if (from) cpSync(from.dataFolder, dataFolder, { recursive: true });
  if (!postgres) return { kind: 'sqlite', dataFolder };
  const template = from?.kind === 'postgres' ? new URL(from.address).pathname.slice(1) : 'template1';
  await bySql(place, (db) => sql.raw(`CREATE DATABASE ${name} TEMPLATE ${template}`).execute(db));
  return { kind: 'postgres', address: postgres.address(name), dataFolder };
}

/** Every table with its columns, and what a start would still do to them. */
async function tablesIn(place: DatabasePlace): Promise<{ pending: string[]; tables: string[] }> {
  const db = connect(place);
  try {
    const tables = (await db.introspection.getTables()).map(
      ({ name, columns }) => `${name}: ${columns.map((column) => column.name).join(' ')}`,
    );
    return { pending: await pendingMigrations(db), tables: tables.sort() };
  } finally {
    await db.destroy();
  }
}
