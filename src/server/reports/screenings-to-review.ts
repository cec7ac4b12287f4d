import { cover } from '#domain/coverage/coverage.ts';
import type { Watching } from '#domain/coverage/watching.ts';
import type { ScreeningToReview } from '#domain/roll-call/screening-to-review.ts';
import { isAllowed } from '#domain/roster/permission.ts';
import { unitPath } from '#domain/roster/unit-tree.ts';
import type { Asking } from '../db/open.ts';
import { namesOf, readUnits } from '../roster/store.ts';
import type { Visitor } from '../sign-in/visitor.ts';

/** Of a screening as `JSON.stringify` writes it, when nothing of it is to review: most are never read. */
const nothingToReview = '%"toReview":[]%';

/** Screenings that the server's clock does not bear out, of the units that the visitor may review; the latest first. */
export async function listScreenings(asking: Asking, { actor }: Visitor): Promise<ScreeningToReview[]> {
  const units = await readUnits(asking);
  const rows = await asking.tx
    .selectFrom('roll_call')
    .selectAll()
    .where('agency_id', '=', asking.agencyId)
    .where('screening', 'not like', nothingToReview)
    .orderBy('opened_at', 'desc')
    .execute();
  const allowed = rows.filter((row) => isAllowed(actor, 'review-watching', row.unit_id, units));
  const names = await namesOf(
    asking,
    allowed.map((row) => row.sergeant_id),
  );
  return allowed.map((row) => {
    const { proved, reported: late, ahead = [], toReview } = JSON.parse(row.screening) as Watching;
    return {
      rollCallId: row.roll_call_id,
      editionHash: row.edition_hash,
      unit: unitPath(row.unit_id, units),
      sergeant: names.get(row.sergeant_id) ?? '',
      openedAt: row.opened_at,
      closedAt: row.closed_at,
      reported: cover(...proved, ...late, ...ahead, ...toReview),
      proved,
      late,
      toReview,
    };
  });
}
