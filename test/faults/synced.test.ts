import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { connect } from '#server/db/as-it-stands.ts';
import { openDb } from '#server/db/open.ts';
import { bySql } from '#test/support/a-place.ts';
import { startServer } from './a-server.ts';
import { aSite, type Site } from './a-site.ts';
import { isLong, tell } from './figures.ts';
import { aStream } from './submissions.ts';
import { acknowledgements, isSync, readTrace, unsynced } from './trace.ts';

const seconds = isLong ? 20 : 2;
const fewest = 20;
const straced = ['-f', '-y', '-T', '-ttt', '-s', '48', '-e', 'trace=read,write,writev,pwrite64,sendto,fdatasync,fsync'];
const hasStrace = spawnSync('strace', ['-V']).status === 0;
if (!hasStrace) console.log('No strace here: that a sync stands before every answer was not looked at.');

test.runIf(hasStrace)(
  'between a submission and its answer stands a sync of the log to disk, sqlite',
  async () => {
    const site = await aSite('sqlite', { seen: true, officers: 100 });
    if (!site) throw new Error('SQLite is part of Node.');
    const file = join(site.place.dataFolder, 'trace');
    // -D: the server stays our child, and hears our signals.
    await load(site, ['strace', '-D', ...straced, '-o', file]);
    await untilWritten(file);
    const calls = readTrace(file);
    const acknowledged = acknowledgements(calls);
    const ofLog = calls.filter(({ on }) => on.endsWith('muster.db-wal'));
    const syncs = ofLog.filter(isSync);
    const writes = ofLog.filter(({ name }) => name === 'pwrite64');
    expect(acknowledged.length).toBeGreaterThanOrEqual(fewest);
    expect(unsynced(acknowledged, syncs)).toEqual([]);
    // And whatever the log was given before an answer is on disk by then, the answered record with it.
    const open = acknowledged.filter(({ to }) => {
      const last = writes.findLast((write) => write.to <= to);
      return last && !syncs.some((sync) => sync.from >= last.to && sync.to <= to);
    });
    expect(open).toEqual([]);
    tellRatio('sqlite', acknowledged.length, syncs.length);
  },
  120_000,
);

test('between a submission and its answer stands a sync of the log to disk, postgres', async () => {
  const site = await aSite('postgres', { seen: true, officers: 100 });
  if (!site) return console.log('No PostgreSQL for this machine: its syncs were not looked at.');
  // Our connections wait for the disk even where the database is told not to.
  await bySql(site.place, (db) => sql`ALTER DATABASE postgres SET synchronous_commit = off`.execute(db));
  const settings = await settingsOf(site);
  expect(settings).toEqual({ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' });
  tell('Settings of our connections, postgres', 'database told not to wait', Object.entries(settings).flat().join(' '));
  if (!hasStrace) return;
  const log = join(site.place.dataFolder, 'trace-of-postgres');
  const tracer = await traceOf(site, log);
  if (!tracer) {
    tell('A sync before every answer, postgres', '0', 'not looked at: another process may not be traced here');
    return;
  }
  const file = join(site.place.dataFolder, 'trace');
  await load(site, ['strace', '-D', ...straced, '-o', file]);
  await untilWritten(file);
  const ended = new Promise((done) => tracer.once('close', done));
  tracer.kill('SIGINT');
  await ended;
  const acknowledged = acknowledgements(readTrace(file));
  const syncs = readTrace(log).filter((call) => isSync(call) && call.on.includes('/pg_wal/'));
  expect(acknowledged.length).toBeGreaterThanOrEqual(fewest);
  expect(unsynced(acknowledged, syncs)).toEqual([]);
  tellRatio('postgres', acknowledged.length, syncs.length);
}, 120_000);

function tellRatio(kind: string, acknowledged: number, syncs: number) {
  const ratio = (syncs / acknowledged).toFixed(2);
  tell(
    `A sync before every answer, ${kind}`,
    `${acknowledged} receipts, ${syncs} syncs`,
    `0 answers without one; ${ratio} syncs to a receipt, as what waits is committed together`,
  );
}

async function settingsOf({ place }: Site): Promise<Record<string, unknown>> {
  const db = await openDb(place);
  const names = ['fsync', 'synchronous_commit', 'full_page_writes'];
  const asked = names.map((name) => sql`current_setting(${name})`.as(name));
  const { rows } = await sql<Record<string, unknown>>`SELECT ${sql.join(asked)}`.execute(db);
  await db.destroy();
  return rows[0] ?? {};
}

async function load({ place, officers }: Site, under: string[]): Promise<void> {
  const server = await startServer(place, { under });
  const stream = aStream(officers, async (answer) => expect.fail(`${answer.status} ${answer.code}`));
  const { end, untilMore } = stream.run(server.url);
  await pause(seconds * 1000);
  while (stream.acknowledged.size < fewest || stream.completions() === 0) await untilMore();
  await end();
  expect(await server.stop()).toBe(0);
}

/** The tracer writes its last lines when the server has ended. */
async function untilWritten(file: string): Promise<void> {
  const isWhole = () =>
    existsSync(file) && /\n\d+ +\S+ \+\+\+ exited with 0 \+\+\+\n$/.test(readFileSync(file, 'utf8'));
  for (let tries = 0; tries < 100 && !isWhole(); tries += 1) await pause(50);
}

/** Follows PostgreSQL and every process that it makes from now on; null where this user may not. */
async function traceOf({ place }: Site, file: string): Promise<ChildProcess | null> {
  const db = connect(place);
  const { rows } = await sql<{ folder: string }>`SELECT current_setting('data_directory') AS folder`.execute(db);
  await db.destroy();
  const pid = readFileSync(join(rows[0]?.folder ?? '', 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
  const tracer = spawn('strace', [...straced, '-o', file, '-p', pid], { stdio: ['ignore', 'ignore', 'pipe'] });
  onTestFinished(() => void tracer.kill('SIGKILL'));
  const attached = await new Promise<boolean>((done) => {
    tracer.stderr.on('data', (bytes) => done(String(bytes).includes('attached')));
    tracer.once('close', () => done(false));
  });
  return attached ? tracer : null;
}
