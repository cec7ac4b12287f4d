import type { Kysely } from 'kysely';

/**
 * What devices reported to have played, report by report, and what became of it; the outcomes that the training unit noted;
 * who looked at an officer's path or watching, and why; and the sign-ins, for the officer's own record.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const table = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn('agency_id', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('officer_id', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint(`${name}_key`, ['agency_id', 'seq'] as never);
  await table('watch_report')
    .addColumn('edition_hash', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('device_at', 'text', (column) => column.notNull())
    .addColumn('offset_seconds', 'double precision', (column) => column.notNull())
    .addColumn('stretches', 'text', (column) => column.notNull())
    .addColumn('proved', 'text', (column) => column.notNull())
    .addColumn('late', 'text', (column) => column.notNull())
    .addColumn('to_review', 'text', (column) => column.notNull())
    .addColumn('review_seconds', 'double precision', (column) => column.notNull())
    .execute();
  await table('review_note')
    .addColumn('edition_hash', 'text', (column) => column.notNull())
    .addColumn('up_to_seq', 'integer', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('noted_by', 'text', (column) => column.notNull())
    .addColumn('noted_at', 'text', (column) => column.notNull())
    .execute();
  await table('record_reading')
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('read_by', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('read_at', 'text', (column) => column.notNull())
    .execute();
  await table('sign_in_event')
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('proof', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  for (const name of ['watch_report', 'review_note', 'record_reading', 'sign_in_event']) {
    await db.schema.createIndex(`${name}_in_officer`).on(name).columns(['agency_id', 'officer_id']).execute();
  }
  await db.schema
    .createIndex('watch_report_in_review')
    .on('watch_report')
    .columns(['agency_id', 'review_seconds'])
    .execute();
}
