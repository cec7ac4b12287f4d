import { type Coverage, secondsIn } from '#domain/coverage/coverage.ts';
import type { PlayedAt } from '#domain/coverage/played-stretches.ts';
import type { Judged } from '#domain/coverage/watching.ts';
import type { WatchReport } from '#domain/coverage/watching-evidence.ts';
import { canonicalJson } from '#domain/ledger/canonical-json.ts';
import type { Asking } from '../db/open.ts';
import type { Recorded } from '../ledger/kinds.ts';
import type { Projecting } from '../ledger/projections.ts';

/** Keeps one report of a player beside what the server's clock made of it. */
export async function keepReport(
  { put, agencyId }: Projecting,
  { seq, at, payload: { subject, item } }: Recorded<'training.watched'>,
  { proved, late, toReview }: Judged,
): Promise<void> {
  const row = {
    agency_id: agencyId,
    seq,
    officer_id: subject,
    edition_hash: item.editionHash,
    received_at: at,
    device_at: item.deviceAt,
    offset_seconds: (Date.parse(item.deviceAt) - Date.parse(at)) / 1000,
    // Canonical, as the ledger keeps it: replayed from there, the row is the same to the byte.
    stretches: canonicalJson(item.stretches),
    proved: JSON.stringify(proved),
    late: JSON.stringify(late),
    to_review: JSON.stringify(toReview),
    review_seconds: secondsIn(toReview),
  };
  await put({ table: 'watch_report', row });
}

/** Every report of one officer on one edition, in the order of arrival. */
export async function readReports(
  { tx, agencyId }: Asking,
  officerId: string,
  editionHash: string,
  openedAt: string | null,
): Promise<WatchReport[]> {
  const rows = await tx
    .selectFrom('watch_report')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('officer_id', '=', officerId)
    .where('edition_hash', '=', editionHash)
    .orderBy('seq')
    .execute();
  return rows.map((row, place) => {
    const before = rows[place - 1]?.received_at ?? openedAt;
    return {
      seq: row.seq,
      receivedAt: row.received_at,
      deviceAt: row.device_at,
      offsetSeconds: row.offset_seconds,
      sinceSeconds: before === null ? null : (Date.parse(row.received_at) - Date.parse(before)) / 1000,
      stretches: JSON.parse(row.stretches) as PlayedAt[],
      proved: JSON.parse(row.proved) as Coverage,
      late: JSON.parse(row.late) as Coverage,
      toReview: JSON.parse(row.to_review) as Coverage,
    };
  });
}
