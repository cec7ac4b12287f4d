import type { EvidenceItem } from '#domain/completion/evidence.ts';
import { canonicalJson } from '#domain/ledger/canonical-json.ts';
import type { Asking } from '../db/open.ts';
import { chainId } from '../ledger/entries.ts';
import type { Recorded } from '../ledger/kinds.ts';
import type { Projecting } from '../ledger/projections.ts';

/** Keeps what was sent under an id that was taken. Entries of earlier versions say nothing of it, and leave no row. */
export async function keepRefused(
  { put, agencyId }: Projecting,
  { seq, at, payload: { subject, itemId, sent } }: Recorded<'item.refused'>,
): Promise<void> {
  if (!sent) return;
  const row = {
    agency_id: agencyId,
    seq,
    officer_id: subject,
    item_id: itemId,
    edition_hash: sent.body.editionHash,
    refused_at: at,
    sent: canonicalJson(sent.body),
  };
  await put({ table: 'refused_item', row });
}

type Taken = { officerId: string; at: string; item: EvidenceItem | null };
export type Refused = { seq: number; officerId: string; at: string; item: EvidenceItem; first: Taken | null };

/** Somebody who sends the same thing over and over does not make the page, and the reading of it, grow without end. */
const mostRead = 100;

/** The latest that this officer sent, or that came under ids of what was taken from this officer; each beside the first. */
export async function readRefused({ tx, agencyId }: Asking, officerId: string): Promise<Refused[]> {
  const rows = await tx
    .selectFrom('refused_item as refused')
    .leftJoin('receipt', (join) =>
      join.onRef('receipt.agency_id', '=', 'refused.agency_id').onRef('receipt.item_id', '=', 'refused.item_id'),
    )
    .leftJoin('ledger_entry as entry', (join) =>
      join
        .onRef('entry.agency_id', '=', 'receipt.agency_id')
        .onRef('entry.seq', '=', 'receipt.seq')
        .on('entry.chain_id', '=', chainId),
    )
    .leftJoin('ledger_payload as payload', (join) =>
      join
        .onRef('payload.agency_id', '=', 'receipt.agency_id')
        .onRef('payload.seq', '=', 'receipt.seq')
        .on('payload.chain_id', '=', chainId),
    )
    .select(['refused.seq', 'refused.officer_id', 'refused.refused_at', 'refused.sent'])
    .select(['receipt.officer_id as first_officer_id', 'entry.at as first_at', 'entry.kind', 'payload.text'])
    .where('refused.agency_id', '=', agencyId)
    .where((it) => it.or([it('refused.officer_id', '=', officerId), it('receipt.officer_id', '=', officerId)]))
    .orderBy('refused.seq', 'desc')
    .limit(mostRead)
    .execute();
  return rows.map(({ seq, officer_id, refused_at, sent, first_officer_id, first_at, kind, text }) => ({
    seq,
    officerId: officer_id,
    at: refused_at,
    item: JSON.parse(sent) as EvidenceItem,
    first:
      first_officer_id === null || first_at === null
        ? null
        : { officerId: first_officer_id, at: first_at, item: evidenceIn(kind, text) },
  }));
}

/** What was taken under the id may be no evidence, and its text may have been purged. */
const evidenceIn = (kind: string | null, text: string | null): EvidenceItem | null =>
  text !== null && kind?.startsWith('training.')
    ? (JSON.parse(text) as Recorded<'training.watched'>).payload.item
    : null;
