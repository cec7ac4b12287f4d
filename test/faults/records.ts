import { receiptCode } from '#domain/ledger/entry.ts';
import { connect } from '#server/db/as-it-stands.ts';
import type { DatabasePlace } from '#server/db/place.ts';
import { run } from '#test/support/a-command-line.ts';

/**
 * The receipts that the entries themselves stand for, by the id of the item, and those of completions by the officer: more
 * than one where it was taken twice.
 */
export async function receiptsIn(
  place: DatabasePlace,
  afterSeq = 0,
): Promise<{ found: Map<string, string[]>; last: number }> {
  const db = connect(place, { readOnly: true });
  try {
    const rows = await db
      .selectFrom('ledger_entry')
      .innerJoin('ledger_payload', (on) =>
        on
          .onRef('ledger_payload.agency_id', '=', 'ledger_entry.agency_id')
          .onRef('ledger_payload.chain_id', '=', 'ledger_entry.chain_id')
          .onRef('ledger_payload.seq', '=', 'ledger_entry.seq'),
      )
      .select(['ledger_entry.seq', 'ledger_entry.hash', 'ledger_payload.text'])
      .where('ledger_entry.seq', '>', afterSeq)
      .orderBy('ledger_entry.seq')
      .execute();
    const found = new Map<string, string[]>();
    for (const { hash, text } of rows) {
      const { payload } = JSON.parse(text) as {
        payload: { item?: { id: string }; completionId?: string; officerId: string };
      };
      const key = payload.completionId ? completionOf(payload.officerId) : payload.item?.id;
      if (key) found.set(key, [...(found.get(key) ?? []), receiptCode(hash)]);
    }
    return { found, last: rows.at(-1)?.seq ?? afterSeq };
  } finally {
    await db.destroy();
  }
}

/** What an officer's completion is called among the receipts. */
export const completionOf = (officerId: string) => `completion of ${officerId}`;

export type Compared = { lost: string[]; doubled: string[] };

/** Lost: acknowledged with a receipt that no entry has. Doubled: in more than one entry, acknowledged or not. */
export function compare(
  acknowledged: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, readonly string[]>,
): Compared {
  return {
    lost: [...acknowledged].flatMap(([id, receipt]) => (found.get(id)?.includes(receipt) ? [] : [id])),
    doubled: [...found].flatMap(([id, receipts]) => (receipts.length > 1 ? [id] : [])),
  };
}

/** What whoever looks after the records types, with the server stopped. @returns exit codes; 0 where nothing was found */
export async function lookAfter(place: DatabasePlace): Promise<{ verify: number | null; rebuild: number | null }> {
  const verify = await run('verify', place);
  const rebuild = await run('rebuild', place, ['--check']);
  for (const { code, out, err } of [verify, rebuild]) if (code !== 0) console.error(out, err);
  return { verify: verify.code, rebuild: rebuild.code };
}
