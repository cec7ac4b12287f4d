import type { Kysely } from 'kysely';

/** Whose records are held: they are not purged, however old. No entry before this one said so of anybody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('record_hold')
    .addColumn('agency_id', 'text', (column) => column.notNull())
    .addColumn('officer_id', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('placed_by', 'text', (column) => column.notNull())
    .addColumn('placed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('record_hold_key', ['agency_id', 'officer_id'])
    .execute();
}
