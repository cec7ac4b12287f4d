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
  const known = new WeakMap<PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const adapted = known.get(client) ?? adapt(client);
      known.set(client, adapted);
      return adapted;
    },
  };
}

function adapt(client: PoolClient): PostgresPoolClient {
  let isOld = false;
  let isEnding = false;
  const query = async (text: string, values: unknown[]) => {
    // On the same wire it would come after the ROLLBACK, and be committed alone.
    if (isEnding) throw new DatabaseBusy('The transaction ends.');
    if (isEnd.test(text)) {
      isEnding = true;
      return await client.query(text).finally(() => {
        isEnding = false;
      });
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
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy || isOld),
  };
}

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
