import type { EvidenceGrade } from '#domain/completion/completion.ts';
import { canonicalJson } from '#domain/ledger/canonical-json.ts';
import { receiptCode } from '#domain/ledger/entry.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { Writing } from './append.ts';
import type { Kind, Payloads, Recorded } from './kinds.ts';
import type { Projecting } from './projections.ts';
import { sha256 } from './sha256.ts';

type Item = { id: string };

/** What a sent item is recognised by: kind, subject and every word of its body. */
const itemDigest = (kind: string, subject: string, item: unknown): string =>
  sha256(canonicalJson([kind, subject, item]));

/** Keeps the receipt of an entry whose payload was sent under an id. */
export async function keepReceipt({ tx, agencyId }: Projecting, entry: Recorded): Promise<void> {
  const { payload } = entry;
  if (!('item' in payload) || entry.by === null) return;
  const item: Item = payload.item;
  await tx
    .insertInto('receipt')
    .values({
      agency_id: agencyId,
      item_id: item.id,
      officer_id: entry.by,
      digest: itemDigest(entry.kind, payload.subject, payload.item),
      receipt: receiptCode(entry.hash),
    })
    .execute();
}

export type IdTaken = { code: 'evidence.id-taken' };

export type SentKind = { [K in Kind]: Payloads[K] extends { item: Item } ? K : never }[Kind];

/**
 * The receipt of the item if it was taken before, null if it is new. The same id with another body or from another person
 * is refused, and that is recorded.
 */
export async function receiptOf(
  { tx, agencyId, append }: Writing,
  sent: { kind: SentKind; at: number; by: string; subject: string; item: Item },
): Promise<Result<string | null, IdTaken>> {
  const known = await tx
    .selectFrom('receipt')
    .select(['officer_id', 'digest', 'receipt'])
    .where('agency_id', '=', agencyId)
    .where('item_id', '=', sent.item.id)
    .executeTakeFirst();
  if (!known) return succeed(null);
  const same = known.officer_id === sent.by && known.digest === itemDigest(sent.kind, sent.subject, sent.item);
  if (same) return succeed(known.receipt);
  const { at, by, subject, item } = sent;
  const code = 'evidence.id-taken';
  await append({ kind: 'item.refused', at, by, payload: { subject, itemId: item.id, code } });
  return fail({ code });
}

type Noted = { kind?: string; grade?: EvidenceGrade | null; reason?: string | null };

/** A line of an officer's history. */
export async function noteEvent(
  { tx, agencyId }: Projecting,
  entry: Recorded,
  officerId: string,
  { kind = entry.kind, grade = null, reason = null }: Noted = {},
): Promise<void> {
  await tx
    .insertInto('officer_event')
    .values({
      agency_id: agencyId,
      seq: entry.seq,
      officer_id: officerId,
      kind,
      at: entry.at,
      grade,
      noted_by: entry.by,
      reason,
    })
    .execute();
}
