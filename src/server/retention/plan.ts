import { localDate } from '#domain/completion/window.ts';
import { extend, mayBePurged, type Range } from '#domain/ledger/purged.ts';
import { readFounded } from '../agency/frame.ts';
import type { Asking } from '../db/open.ts';
import { readEntries } from '../ledger/entries.ts';
import { ofTraining } from './of-training.ts';

/** Records of one officer's training; `ranges`: the entries whose texts are about nobody else. */
export type OfficerRecords = { officerId: string; lastOn: string; ranges: readonly Range[] };

/** Who would be purged, who is held, and of whom there is anything that is too recent. */
export type PurgePlan = Record<'purged' | 'held' | 'recent', OfficerRecords[]>;

/** @param before local date, YYYY-MM-DD */
export async function planPurge(asking: Asking, before: string): Promise<PurgePlan> {
  const [texts, last, held] = [await readTexts(asking), await readLast(asking), await readHolds(asking)];
  const { timeZone } = await readFounded(asking);
  const plan: PurgePlan = { purged: [], held: [], recent: [] };
  for (const [officerId, { ranges, at }] of [...texts].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const lastOn = localDate(Date.parse(later(at, last.get(officerId) ?? '')), timeZone);
    const records = { officerId, lastOn, ranges };
    if (held.has(officerId)) plan.held.push(records);
    else if (lastOn < before) plan.purged.push(records);
    else plan.recent.push(records);
  }
  return plan;
}

const later = (one: string, other: string): string => [one, other].sort().at(-1) ?? one;

/** Texts that are still there, by officer; `at`: of the last one. */
async function readTexts(asking: Asking): Promise<Map<string, { ranges: Range[]; at: string }>> {
  const texts = new Map<string, { ranges: Range[]; at: string }>();
  for await (const { entry, payload } of readEntries(asking)) {
    if (!payload || !mayBePurged(entry.kind)) continue;
    const said = JSON.parse(payload.text) as { payload: { subject?: string; officerId?: string } };
    const officerId = said.payload.subject ?? said.payload.officerId ?? '';
    const { ranges, at } = texts.get(officerId) ?? { ranges: [], at: '' };
    extend(ranges, entry.seq);
    texts.set(officerId, { ranges, at: later(at, entry.at) });
  }
  return texts;
}

/** When the last thing happened in each officer's training; a roll call that was attended is such, and named with others. */
async function readLast({ tx, agencyId }: Asking): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('officer_event')
    .select(['officer_id', ({ fn }) => fn.max('at').as('at')])
    .where('agency_id', '=', agencyId)
    .where(ofTraining)
    .groupBy('officer_id')
    .execute();
  return new Map(rows.map((row) => [row.officer_id, row.at]));
}

async function readHolds({ tx, agencyId }: Asking): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('record_hold').select('officer_id').where('agency_id', '=', agencyId).execute();
  return new Set(rows.map((row) => row.officer_id));
}

export const isHeld = async (asking: Asking, officerId: string): Promise<boolean> =>
  (await readHolds(asking)).has(officerId);
