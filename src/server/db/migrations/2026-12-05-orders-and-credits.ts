import type { Kysely } from 'kysely';

/** What the agency says of the course, files that it brings, and completions that it credits. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('agency_course')
    .addColumn('agency_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('said', 'text', (column) => column.notNull())
    .addColumn('said_by', 'text')
    .addColumn('said_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('agency_course_key', ['agency_id', 'seq'])
    .execute();
  // Which earlier editions count as much: who completed one of them owes nothing of this.
  await db.schema
    .alterTable('assignment')
    .addColumn('counts', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute();
  await db.schema
    .createTable('agency_file')
    .addColumn('agency_id', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('media_type', 'text', (column) => column.notNull())
    .addColumn('base64', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('agency_file_key', ['agency_id', 'hash'])
    .execute();
  await db.schema
    .createTable('credit')
    .addColumn('agency_id', 'text', (column) => column.notNull())
    .addColumn('credit_id', 'text', (column) => column.notNull())
    .addColumn('officer_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('edition_hash', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('held_on', 'text')
    .addColumn('file_hash', 'text')
    .addColumn('said_by', 'text', (column) => column.notNull())
    .addColumn('said_at', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'text')
    .addPrimaryKeyConstraint('credit_key', ['agency_id', 'credit_id', 'officer_id'])
    .execute();
}
