import type { ReviewLine } from '#domain/coverage/watching-evidence.ts';
import type { Asking } from '../db/open.ts';

type Open = Omit<ReviewLine, 'badge' | 'name' | 'unit'>;
export type OpenReports = Omit<Open, 'refused'>;

/** Adds what was sent again under a taken id, and is not settled, to whoever sent it: also to who has nothing else open. */
export async function withRefused(
  { tx, agencyId }: Asking,
  settled: ReadonlyMap<string, number>,
  reports: ReadonlyMap<string, OpenReports>,
): Promise<Map<string, Open>> {
  const rows = await tx
    .selectFrom('refused_item')
    .select(['seq', 'officer_id', 'edition_hash', 'refused_at'])
    .where('agency_id', '=', agencyId)
    .orderBy('seq')
    .execute();
  const open = new Map<string, Open>([...reports].map(([key, line]) => [key, { ...line, refused: 0 }]));
  for (const { seq, officer_id: officerId, edition_hash: editionHash, refused_at: at } of rows) {
    const key = `${officerId} ${editionHash}`;
    if (seq <= (settled.get(key) ?? 0)) continue;
    const line = open.get(key) ?? {
      officerId,
      editionHash,
      seconds: 0,
      reports: 0,
      refused: 0,
      lastAt: at,
      takenAway: null,
    };
    open.set(key, { ...line, refused: line.refused + 1, lastAt: [line.lastAt, at].sort().at(-1) ?? at });
  }
  return open;
}
