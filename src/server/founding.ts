import { localDate } from '#domain/completion/window.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { readFrame } from './agency/frame.ts';
import type { Installation } from './installation.ts';
import type { Payloads } from './ledger/kinds.ts';

/** The agency's record, made once in a data folder. Until it exists, nothing else does. */
export async function foundAgency(
  { ledger, now }: Installation,
  founding: Payloads['agency.founded'],
  at = now(),
): Promise<void> {
  await ledger.write(({ append }) => append({ kind: 'agency.founded', at, by: null, payload: founding }));
}

/**
 * Makes this edition the one that is owed, with a window from `startsOn` (local date; today when not given). Adopting the
 * current edition again changes nothing.
 */
export async function adoptCourse(
  { ledger, editions, now }: Installation,
  pack: CoursePack,
  { startsOn, at = now() }: { startsOn?: string; at?: number } = {},
): Promise<void> {
  await editions.keep(pack);
  // Asked as the only writer: several processes on one database start at once.
  await ledger.write(async (writing) => {
    const frame = await readFrame(writing);
    if (frame?.assignments.at(-1)?.editionHash === pack.editionHash) return;
    const today = localDate(at, frame?.timeZone ?? 'UTC');
    const payload = { editionHash: pack.editionHash, startsOn: startsOn ?? today };
    await writing.append({ kind: 'course.adopted', at, by: null, payload });
  });
}
