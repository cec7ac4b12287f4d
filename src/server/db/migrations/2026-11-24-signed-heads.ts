import type { Kysely } from 'kysely';

/** Heads of the chain, signed; the public keys of all times; and which rules the projections were last written by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('ledger_head')
    .addColumn('agency_id', 'text', (column) => column.notNull())
    .addColumn('chain_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('subject', 'text')
    .addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('jws', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ledger_head_key', ['agency_id', 'chain_id', 'seq'])
    .execute();
  await db.schema
    .createIndex('ledger_head_in_subject')
    .on('ledger_head')
    .columns(['agency_id', 'chain_id', 'subject'])
    .execute();
  await db.schema
    .createTable('ledger_key')
    .addColumn('agency_id', 'text', (column) => column.notNull())
    .addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('jwk', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ledger_key_key', ['agency_id', 'key_id'])
    .execute();
  await db.schema
    .createTable('projections_version')
    .addColumn('agency_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('projections_version_key', ['agency_id'])
    .execute();
}
