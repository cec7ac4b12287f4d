import type { Kysely } from 'kysely';

/** Attendance put right after the close: old value, new value, who and why. Nothing was corrected before, so nothing is filled in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('presence_correction')
    .addColumn('agency_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('roll_call_id', 'text', (column) => column.notNull())
    .addColumn('officer_id', 'text', (column) => column.notNull())
    .addColumn('was', 'integer', (column) => column.notNull())
    .addColumn('present', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('corrected_by', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('presence_correction_key', ['agency_id', 'seq'] as never)
    .execute();
  for (const column of ['roll_call_id', 'officer_id']) {
    await db.schema
      .createIndex(`presence_correction_by_${column}`)
      .on('presence_correction')
      .columns(['agency_id', column])
      .execute();
  }
}
