import type { Kysely } from 'kysely';

/** By which entry the agency's units, windows and editions stand as they do: whoever knows that state need not read them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('agency').addColumn('frame', 'text').execute();
}
