import { type Dialect, PostgresDialect } from 'kysely';
import { type ClientBase, Pool, types } from 'pg';
import Cursor from 'pg-cursor';
import { pooled } from './postgres-pool.ts';

/**
 * Seconds that a server which does not answer, a statement, or a wait for a lock may take. `streams`: rows may be asked for
 * bit by bit, which a pipelined connection cannot. `readOnly`: for who asks one thing after another and writes nothing.
 */
export type Patience = { connect: number; statement: number; lock: number; streams: boolean; readOnly?: boolean };
export const usualPatience: Patience = { connect: 3, statement: 30, lock: 10, streams: false };
/** Bringing the tables up to date may rewrite many rows, and another process may be at it already. */
export const migratingPatience: Patience = { connect: 3, statement: 0, lock: 0, streams: true };
export const readingPatience: Patience = { connect: 3, statement: 60, lock: 10, streams: false, readOnly: true };

/** @param address as in `placeOf` */
export function postgres(address: string, patience = usualPatience): Dialect {
  const pool = new Pool({
    connectionString: address,
    application_name: 'muster',
    max: patience.readOnly ? 2 : 4,
    connectionTimeoutMillis: patience.connect * 1000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    pipeline: !patience.streams,
    // For a server that is gone without a word: later than its own limit, so that a slow statement is ended there.
    ...(patience.statement > 0 ? { query_timeout: (patience.statement + 5) * 1000 } : {}),
    types: { getTypeParser },
    onConnect: (client) => settle(client, patience),
  });
  // A connection that ends tells whoever asked on it; told to nobody besides, it would end this process.
  pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
  return patience.streams ? new PostgresDialect({ pool, cursor: Cursor }) : new PostgresDialect({ pool: pooled(pool) });
}

/**
 * What every connection has, whatever the server's default: an answer is on disk (or on the standby's); a transaction sees what
 * was committed while it waited for the chain; a process that hangs inside one does not hold the chain for ever.
 */
async function settle(client: ClientBase, { statement, lock, readOnly = false }: Patience): Promise<void> {
  const settings = {
    synchronous_commit: 'on',
    default_transaction_isolation: 'read committed',
    default_transaction_read_only: readOnly ? 'on' : 'off',
    statement_timeout: `${statement}s`,
    lock_timeout: `${lock}s`,
    idle_in_transaction_session_timeout: '60s',
    timezone: 'UTC',
  };
  const calls = Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', false)`);
  await client.query(`SELECT ${calls.join(', ')}`);
}

const int8 = types.builtins.INT8;
const numeric = types.builtins.NUMERIC;

/** Counts and sums are numbers, as in SQLite: ours stay far below 2^53. */
const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  oid === int8 || oid === numeric ? Number : types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser;
