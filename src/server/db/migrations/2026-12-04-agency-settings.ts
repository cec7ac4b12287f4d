import type { Kysely } from 'kysely';

/** What an agency sets of itself; and the link that lets its first administrator in, as a hash. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('agency')
    .addColumn('start_language', 'text', (column) => column.notNull().defaultTo('device'))
    .execute();
  // When somebody named it: an agency that nobody has set up yet bears the program's name.
  await db.schema.alterTable('agency').addColumn('set_up_at', 'text').execute();
  await db.schema
    .createTable('setup_link')
    .addColumn('agency_id', 'text', (column) => column.notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('setup_link_key', ['agency_id'])
    .execute();
}
