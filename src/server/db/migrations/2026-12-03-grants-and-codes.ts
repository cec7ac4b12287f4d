import type { Kysely } from 'kysely';

/**
 * Who granted what, when and until when; what has ended stays. And codes that let somebody in once, to choose a PIN or a
 * password. Grants come from the entries, by the rebuild that follows.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('role_grant').execute();
  await db.schema
    .createTable('role_grant')
    .addColumn('agency_id', 'text', (column) => column.notNull())
    .addColumn('grant_id', 'text', (column) => column.notNull())
    .addColumn('officer_id', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('granted_by', 'text')
    .addColumn('granted_at', 'text', (column) => column.notNull())
    .addColumn('until', 'text')
    .addColumn('ended_by', 'text')
    .addColumn('ended_at', 'text')
    .addPrimaryKeyConstraint('role_grant_key', ['agency_id', 'grant_id'])
    .execute();
  await db.schema
    .createIndex('role_grant_in_officer_id')
    .on('role_grant')
    .columns(['agency_id', 'officer_id'])
    .execute();
  await db.schema
    .createTable('entry_code')
    .addColumn('agency_id', 'text', (column) => column.notNull())
    .addColumn('officer_id', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('proof', 'text', (column) => column.notNull())
    .addColumn('salt', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('entry_code_key', ['agency_id', 'officer_id', 'purpose'])
    .execute();
}
