import type { CoursePack } from '#domain/course/pack.ts';
import { isPostgres } from '../db/dialect.ts';
import { DatabaseBusy } from '../db/failure.ts';
import type { Db } from '../db/open.ts';

/**
 * Packs by edition hash. A pack never changes, so one copy is held in memory and served from there. On PostgreSQL another
 * process may have kept one since: a hash that is not known here is looked for there.
 */
export type Editions = {
  find(editionHash: string): Promise<CoursePack | undefined>;
  /**
   * The pack of a hash that a record pins. Throws `DatabaseBusy` while it is being fetched, if another process kept it: the
   * next one who asks has it.
   */
  get(editionHash: string): CoursePack;
  keep(pack: CoursePack): Promise<void>;
};

export async function openEditions(db: Db, agencyId: string): Promise<Editions> {
  const mine = db.selectFrom('edition').selectAll().where('agency_id', '=', agencyId);
  const packs = new Map<string, CoursePack>();
  const remember = (row: { edition_hash: string; pack: string }) =>
    packs.set(row.edition_hash, JSON.parse(row.pack) as CoursePack);
  for (const row of await mine.execute()) remember(row);

  // Of one SQLite file this process is the only one; and within a write its one connection is taken.
  const othersMayKeep = isPostgres(db);
  const find = async (editionHash: string) => {
    if (!packs.has(editionHash) && othersMayKeep) {
      const row = await mine.where('edition_hash', '=', editionHash).executeTakeFirst();
      if (row) remember(row);
    }
    return packs.get(editionHash);
  };
  return {
    find,
    get(editionHash) {
      const pack = packs.get(editionHash);
      if (pack) return pack;
      if (!othersMayKeep) throw new Error(`Edition ${editionHash} was recorded and never kept.`);
      find(editionHash).catch(() => undefined);
      throw new DatabaseBusy(`Edition ${editionHash} is being fetched.`);
    },
    async keep(pack) {
      await db
        .insertInto('edition')
        .values({ agency_id: agencyId, edition_hash: pack.editionHash, pack: JSON.stringify(pack) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      packs.set(pack.editionHash, pack);
    },
  };
}
