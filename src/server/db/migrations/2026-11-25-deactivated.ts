import { type Kysely, sql } from 'kysely';

/**
 * Who is not on the agency's list any more stays, with everything on record; the badge may then be somebody else's. The
 * agency's own stable id for a person, where its lists have one. And the imports, with the columns that the last one used.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('officer').addColumn('person_id', 'text').execute();
  await db.schema.alterTable('officer').addColumn('deactivated_at', 'text').execute();
  await db.schema.dropIndex('officer_by_badge').execute();
  await sql`CREATE UNIQUE INDEX officer_by_badge ON officer (agency_id, badge) WHERE deactivated_at IS NULL`.execute(
    db,
  );
  await db.schema
    .createIndex('officer_by_person_id')
    .on('officer')
    .columns(['agency_id', 'person_id'])
    .unique()
    .execute();
  await db.schema
    .createTable('roster_import')
    .addColumn('agency_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('imported_by', 'text')
    .addColumn('imported_at', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('mapping', 'text', (column) => column.notNull())
    .addColumn('counts', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('roster_import_key', ['agency_id', 'seq'])
    .execute();
}
