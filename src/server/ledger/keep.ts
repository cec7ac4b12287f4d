import type { EvidenceGrade } from '#domain/completion/completion.ts';
import { canonicalJson } from '#domain/ledger/canonical-json.ts';
import { receiptCode } from '#domain/ledger/entry.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { oneOf } from '../db/one-of.ts';
import type { Tables } from '../db/tables.ts';
import type { Writing } from './append.ts';
import type { Kind, Payloads, Recorded, RefusedEvidence } from './kinds.ts';
import { type Known, type Remembering, readOnce } from './known.ts';
import type { Projecting } from './projections.ts';
import { sha256 } from './sha256.ts';

type Item = { id: string };

/** What a sent item is recognised by: kind, subject and every word of its body. */
const itemDigest = (kind: string, subject: string, item: unknown): string =>
  sha256(canonicalJson([kind, subject, item]));

/** The receipt of an entry whose payload was sent under an id; null for all others. */
export function receiptRowOf(agencyId: string, { kind, seq, by, payload, hash }: Recorded): Tables['receipt'] | null {
  if (!('item' in payload) || by === null) return null;
  const { id }: Item = payload.item;
  const digest = itemDigest(kind, payload.subject, payload.item);
  return { agency_id: agencyId, item_id: id, officer_id: by, digest, receipt: receiptCode(hash), seq };
}

export const rememberReceipt = (known: Known, row: Tables['receipt']): unknown => known.set(keyOf(row.item_id), row);

type Kept = Pick<Tables['receipt'], 'officer_id' | 'digest' | 'receipt'>;
const keyOf = (itemId: string) => `receipt ${itemId}`;

/** What was taken before under these ids; null where nothing was. */
export const readReceipts = ({ tx, agencyId, known = new Map() }: Remembering, itemIds: readonly string[]) =>
  readOnce<string, Kept | null>(known, itemIds, {
    keyOf,
    nothing: null,
    async read(unknown) {
      const rows = await tx
        .selectFrom('receipt')
        .select(['item_id', 'officer_id', 'digest', 'receipt'])
        .where('agency_id', '=', agencyId)
        .where(oneOf(tx, 'item_id', unknown))
        .execute();
      return rows.map((row) => [row.item_id, row]);
    },
  });

export type IdTaken = { code: 'evidence.id-taken' };

export type SentKind = { [K in Kind]: Payloads[K] extends { item: Item } ? K : never }[Kind];

/**
 * The receipt of the item if it was taken before, null if it is new. The same id with another body or from another person
 * is refused, and that is recorded.
 */
export async function receiptOf(
  writing: Writing,
  sent: { kind: SentKind; at: number; by: string; subject: string; item: Item },
): Promise<Result<string | null, IdTaken>> {
  const known = (await readReceipts(writing, [sent.item.id]))(sent.item.id);
  if (!known) return succeed(null);
  const same = known.officer_id === sent.by && known.digest === itemDigest(sent.kind, sent.subject, sent.item);
  if (same) return succeed(known.receipt);
  const { at, by, subject, item } = sent;
  const code = 'evidence.id-taken';
  const payload = { subject, itemId: item.id, code, ...refusedEvidence(sent) };
  await writing.append({ kind: 'item.refused', at, by, payload });
  return fail({ code });
}

/** Of evidence the whole of what came is kept, for the training unit to look at. */
const refusedEvidence = ({ kind, item }: { kind: SentKind; item: Item }): { sent?: RefusedEvidence } =>
  kind.startsWith('training.') ? { sent: { kind, body: item } as RefusedEvidence } : {};

type Noted = { kind?: string; grade?: EvidenceGrade | null; reason?: string | null };

/** A line of an officer's history. */
export async function noteEvent(
  { put, agencyId }: Projecting,
  { seq, at, by, kind: said }: Recorded,
  officerId: string,
  { kind = said, grade = null, reason = null }: Noted = {},
): Promise<void> {
  const about = { agency_id: agencyId, seq, officer_id: officerId };
  await put({ table: 'officer_event', row: { ...about, kind, at, grade, noted_by: by, reason } });
}
