import { type RawBuilder, sql } from 'kysely';
import { isPostgres } from './dialect.ts';
import type { Asking } from './open.ts';

/** That the column holds one of the values: the same statement for any number above one, so it is planned once. */
export function oneOf(tx: Asking['tx'], column: string, values: readonly string[]): RawBuilder<boolean> {
  const asked = sql.ref(column);
  if (values.length === 1) return sql`${asked} = ${values[0]}`;
  if (isPostgres(tx)) return sql`${asked} = any(${values})`;
  return sql`${asked} in (select value from json_each(${JSON.stringify(values)}))`;
}
