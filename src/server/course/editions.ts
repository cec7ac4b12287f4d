import type { CoursePack } from '#domain/course/pack.ts';
import type { Db } from '../db/open.ts';

/** Packs by edition hash. A pack never changes, so one copy is held in memory and served from there. */
export type Editions = {
  find(editionHash: string): CoursePack | undefined;
  /** The pack of a hash that a record pins. Only a bug asks for one that was never kept. */
  get(editionHash: string): CoursePack;
  keep(pack: CoursePack): Promise<void>;
};

export async function openEditions(db: Db, agencyId: string): Promise<Editions> {
  const rows = await db.selectFrom('edition').selectAll().where('agency_id', '=', agencyId).execute();
  const packs = new Map(rows.map((row) => [row.edition_hash, JSON.parse(row.pack) as CoursePack]));
  return {
    find: (editionHash) => packs.get(editionHash),
    get(editionHash) {
      const pack = packs.get(editionHash);
      if (!pack) throw new Error(`Edition ${editionHash} was recorded and never kept.`);
      return pack;
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
