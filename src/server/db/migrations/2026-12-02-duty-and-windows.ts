import type { Kysely } from 'kysely';

/**
 * Duty has days: who is away from when until when. A unit's window has a length of its own, and a unit may owe nothing of an
 * edition; an officer may be exempt from one. The rows come from the entries, by the rebuild that follows.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('officer').dropColumn('duty').execute();
  await db.schema
    .createTable('absence')
    .addColumn('agency_id', 'text', (column) => column.notNull())
    .addColumn('officer_id', 'text', (column) => column.notNull())
    .addColumn('from_day', 'text', (column) => column.notNull())
    .addColumn('until_day', 'text')
    .addColumn('duty', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('absence_key', ['agency_id', 'officer_id', 'from_day'])
    .execute();
  await db.schema.alterTable('unit_window').addColumn('days', 'integer').execute();
  await db.schema
    .alterTable('unit_window')
    .addColumn('owes', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await db.schema
    .createTable('exemption')
    .addColumn('agency_id', 'text', (column) => column.notNull())
    .addColumn('officer_id', 'text', (column) => column.notNull())
    .addColumn('edition_hash', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('given_by', 'text', (column) => column.notNull())
    .addColumn('given_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('exemption_key', ['agency_id', 'officer_id', 'edition_hash'])
    .execute();
}
