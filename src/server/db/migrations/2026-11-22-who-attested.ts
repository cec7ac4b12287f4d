import { type Kysely, sql } from 'kysely';

/**
 * Any sergeant of the squad may close a roll call that another opened: the sheet names the one whose word it is. What was
 * closed before is put under the one who opened it; no release was without this column.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('roll_call').addColumn('closed_by', 'text').execute();
  await sql`UPDATE roll_call SET closed_by = sergeant_id WHERE closed_at IS NOT NULL`.execute(db);
}
