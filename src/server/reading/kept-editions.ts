import type { CoursePack } from '#domain/course/pack.ts';
import type { Editions } from '../course/editions.ts';
import type { Asking } from '../db/open.ts';

/**
 * Editions for who only reads. Another thread keeps them, so each reading first fetches those that have come since; a pack is
 * parsed when it is first asked for.
 */
export function keptEditions(): Editions & { catchUp(asking: Asking): Promise<void> } {
  const packs = new Map<string, () => CoursePack>();
  const get = (editionHash: string) => {
    const pack = packs.get(editionHash);
    if (!pack) throw new Error(`Edition ${editionHash} was recorded and never kept.`);
    return pack();
  };
  return {
    async catchUp({ tx, agencyId }) {
      const known = [...packs.keys()];
      const fresh = await tx
        .selectFrom('edition')
        .select(['edition_hash', 'pack'])
        .where('agency_id', '=', agencyId)
        .$if(known.length > 0, (rows) => rows.where('edition_hash', 'not in', known))
        .execute();
      for (const row of fresh) packs.set(row.edition_hash, once(row.pack));
    },
    get,
    find: async (editionHash) => packs.get(editionHash)?.(),
    keep: async () => Promise.reject(new Error('Who only reads keeps no edition.')),
  };
}

function once(text: string): () => CoursePack {
  let held: string | CoursePack = text;
  return () => {
    if (typeof held === 'string') held = JSON.parse(held) as CoursePack;
    return held;
  };
}
