import type { Kysely } from 'kysely';

/** An officer reads in the own record who noted something and why: the rebuild that follows fills it in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('officer_event').addColumn('noted_by', 'text').execute();
  await db.schema.alterTable('officer_event').addColumn('reason', 'text').execute();
}
