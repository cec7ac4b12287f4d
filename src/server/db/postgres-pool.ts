import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { DatabaseBusy } from './failure.ts';

/** Lists of many ids make statements of many lengths, each asked once: not worth keeping on the server. */
const longestKept = 1_500;

/**
 * The pool as Kysely's dialect asks for it, with two round trips spared: a statement is parsed and planned once for each
 * connection, and nobody waits for the answer to a SAVEPOINT (the next statement comes after it on the same wire; when it
 * failed, that one fails too).
 */
export function pooled(pool: Pool): PostgresPool {
  const known = new WeakMap<PoolClient, Adapted>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const adapted = known.get(client) ?? adapt(client);
      known.set(client, adapted);
      adapted.begin();
      return adapted.connection;
    },
  };
}

type Adapted = { connection: PostgresPoolClient; begin(): void };

function adapt(client: PoolClient): Adapted {
  let isOld = false;
  let hasEnded = false;
  const query = async (text: string, values: unknown[]) => {
    if (isBegin.test(text)) hasEnded = false;
    // On the same wire it would come after the ROLLBACK, and be committed alone.
    if (hasEnded) throw new DatabaseBusy('The transaction has ended.');
    if (isEnd.test(text)) hasEnded = true;
    if (text.startsWith('SAVEPOINT ')) {
      client.query(text).catch(() => undefined);
      return { command: 'SELECT', rowCount: 0, rows: [] };
    }
    const isKept = values.length > 0 && text.length <= longestKept;
    try {
      return await client.query(isKept ? { name: nameOf(text), text, values } : { text, values });
    } catch (error) {
      if (!isOldPlan(error)) throw error;
      isOld = true;
      throw new DatabaseBusy('The tables were changed meanwhile.', { cause: error });
    }
  };
  // Its second form, with a cursor, is for connections that stream.
  return {
    connection: {
      query: query as unknown as PostgresPoolClient['query'],
      release: (destroy) => client.release(destroy || isOld),
    },
    begin() {
      hasEnded = false;
    },
  };
}

const isBegin = /^(begin|start transaction)\b/i;
const isEnd = /^(commit|rollback)$/i;

/** A newer program has added a column to what this connection planned before: another connection will not know that plan. */
const isOldPlan = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === '0A000' && error.message.includes('cached plan');

const names = new Map<string, string>();

/** PostgreSQL cuts names off after 63 bytes. */
function nameOf(text: string): string {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
}
