import { localDate } from '#domain/completion/window.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Asking } from './db/open.ts';
import type { Installation } from './installation.ts';
import type { Payloads } from './ledger/kinds.ts';
import { readAssignments } from './training/assignment.ts';

/** The agency's record, made once in a data folder. Until it exists, nothing else does. */
export async function foundAgency(
  { ledger, now }: Installation,
  founding: Payloads['agency.founded'],
  at = now(),
): Promise<void> {
  await ledger.write(({ append }) => append({ kind: 'agency.founded', at, by: null, payload: founding }));
}

/** The agency as it was founded, or null in an empty data folder. */
export async function readAgency({
  db,
  agencyId,
}: {
  db: Asking['tx'];
  agencyId: string;
}): Promise<Payloads['agency.founded'] | null> {
  const row = await db.selectFrom('agency').selectAll().where('agency_id', '=', agencyId).executeTakeFirst();
  return row ? { name: row.name, demo: row.demo === 1, timeZone: row.time_zone } : null;
}

/**
 * Makes this edition the one that is owed, with a window from `startsOn` (local date; today when not given). Adopting the
 * current edition again changes nothing.
 */
export async function adoptCourse(
  { agencyId, ledger, editions, now }: Installation,
  pack: CoursePack,
  { startsOn, at = now() }: { startsOn?: string; at?: number } = {},
): Promise<void> {
  await editions.keep(pack);
  // Asked as the only writer: several processes on one database start at once.
  await ledger.write(async (writing) => {
    const current = (await readAssignments(writing)).at(-1);
    if (current?.editionHash === pack.editionHash) return;
    const agency = await readAgency({ db: writing.tx, agencyId });
    const today = localDate(at, agency?.timeZone ?? 'UTC');
    const payload = { editionHash: pack.editionHash, startsOn: startsOn ?? today };
    await writing.append({ kind: 'course.adopted', at, by: null, payload });
  });
}
