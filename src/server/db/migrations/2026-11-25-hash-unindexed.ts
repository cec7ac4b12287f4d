import type { Kysely } from 'kysely';

/**
 * Nothing looks an entry up by its hash, and the chain itself shows a hash that comes twice. Hashes lie anywhere in an index, so
 * each entry of a group rewrote a page of its own: two thirds of what a commit wrote to disk.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('ledger_entry_by_hash').execute();
}
