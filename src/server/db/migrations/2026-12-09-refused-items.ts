import type { Kysely } from 'kysely';

/**
 * What was sent again under an id that was taken, and where in the ledger stands what was taken under it first. The rebuild
 * that follows fills in the places of receipts that were given before.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('refused_item')
    .addColumn('agency_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('officer_id', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('edition_hash', 'text', (column) => column.notNull())
    .addColumn('refused_at', 'text', (column) => column.notNull())
    .addColumn('sent', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('refused_item_key', ['agency_id', 'seq'] as never)
    .execute();
  await db.schema
    .createIndex('refused_item_in_officer')
    .on('refused_item')
    .columns(['agency_id', 'officer_id'])
    .execute();
  await db.schema
    .alterTable('receipt')
    .addColumn('seq', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
