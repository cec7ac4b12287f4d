import { type Coverage, cover, secondsIn } from '#domain/coverage/coverage.ts';
import type { ReviewEvidence } from '#domain/coverage/refused-item.ts';
import type { ReviewLine, ReviewOutcome } from '#domain/coverage/watching-evidence.ts';
import { isAllowed } from '#domain/roster/permission.ts';
import { unitPath } from '#domain/roster/unit-tree.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { readToday } from '../agency/frame.ts';
import type { Asking } from '../db/open.ts';
import type { Installation } from '../installation.ts';
import { receiptOf } from '../ledger/keep.ts';
import { notFound, type Refusal } from '../problem.ts';
import type { Looking } from '../reading/looking.ts';
import { readListed, readPerson, readUnits, unitsIfAllowed } from '../roster/store.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { readFilmTakenAway } from '../training/film-taken-away.ts';
import { type OpenReports, withRefused } from './open-refused.ts';
import { readReviewEvidence } from './review-evidence.ts';

/** Whose watching is still to review, of the units that the visitor may review; the latest first. */
export async function listReviews(asking: Looking, visitor: Visitor): Promise<Result<ReviewLine[], Refusal>> {
  const units = await readUnits(asking);
  const allowed = new Set([...units.keys()].filter((id) => isAllowed(visitor.actor, 'review-watching', id, units)));
  if (allowed.size === 0) return fail(notFound);
  // What was reported stays to be settled, also of somebody who left since.
  const officers = new Map(
    (await readListed(asking, await readToday(asking, asking.now()))).map((officer) => [officer.id, officer]),
  );
  const lines = [...(await readOpen(asking)).values()].flatMap((open): ReviewLine[] => {
    const officer = officers.get(open.officerId);
    if (!officer || !allowed.has(officer.unitId)) return [];
    const { badge, name, unitId } = officer;
    return [{ ...open, badge, name, unit: unitPath(unitId, units) }];
  });
  return succeed(lines.sort((a, b) => b.lastAt.localeCompare(a.lastAt)));
}

type Open = Omit<ReviewLine, 'badge' | 'name' | 'unit'>;

/** What no noted outcome has settled, by officer and edition. */
async function readOpen(asking: Looking): Promise<Map<string, Open>> {
  const { tx, agencyId } = asking;
  const notes = await tx
    .selectFrom('review_note')
    .select(['officer_id', 'edition_hash', 'up_to_seq'])
    .where('agency_id', '=', agencyId)
    .orderBy('seq')
    .execute();
  const settled = new Map(notes.map((note) => [`${note.officer_id} ${note.edition_hash}`, note.up_to_seq]));
  const rows = await tx
    .selectFrom('watch_report')
    .select(['seq', 'officer_id', 'edition_hash', 'received_at', 'to_review'])
    .where('agency_id', '=', agencyId)
    .where('review_seconds', '>', 0)
    .orderBy('seq')
    .execute();
  const open = rows.filter((row) => row.seq > (settled.get(`${row.officer_id} ${row.edition_hash}`) ?? 0));
  const byPerson = Map.groupBy(open, (row) => `${row.officer_id} ${row.edition_hash}`);
  const lines = new Map(
    [...byPerson].flatMap(([key, reports]): [string, OpenReports][] => {
      const last = reports.at(-1);
      if (!last) return [];
      const seconds = secondsIn(cover(...reports.flatMap((each) => JSON.parse(each.to_review) as Coverage)));
      const line = { officerId: last.officer_id, editionHash: last.edition_hash, lastAt: last.received_at };
      return [[key, { ...line, seconds, reports: reports.length, takenAway: null }]];
    }),
  );
  for (const { officerId, editionHash, takenAway } of await readFilmTakenAway(asking, asking.editions)) {
    const key = `${officerId} ${editionHash}`;
    if (takenAway.seq <= (settled.get(key) ?? 0)) continue;
    const { lastAt = '', ...reported } = lines.get(key) ?? { seconds: 0, reports: 0 };
    const latest = [lastAt, takenAway.at].toSorted().at(-1) ?? '';
    lines.set(key, { ...reported, officerId, editionHash, takenAway, lastAt: latest });
  }
  return withRefused(asking, settled, lines);
}

/** Recorded before what devices reported of an officer's watching is looked at: by whom, and why. */
export async function noteWatchingReading(
  { ledger, now }: Installation,
  visitor: Visitor,
  officerId: string,
  item: { id: string; reason: string },
): Promise<Result<undefined, Refusal>> {
  return ledger.write(async (writing) => {
    if (!(await mayReview(writing, visitor, officerId))) return fail(notFound);
    const by = visitor.actor.officerId;
    const sent = { kind: 'watching.read' as const, at: now(), by, subject: officerId, item };
    const known = await receiptOf(writing, sent);
    if (!known.ok) return fail({ ...known.error, status: 409 });
    if (known.value === null) {
      await writing.append({ kind: sent.kind, at: sent.at, by, payload: { subject: officerId, item } });
    }
    return succeed(undefined);
  });
}

/** What devices reported of an officer's watching; that it is looked at was noted before. */
export async function seeWatching(
  at: Looking,
  visitor: Visitor,
  officerId: string,
): Promise<Result<ReviewEvidence[], Refusal>> {
  if (!(await mayReview(at, visitor, officerId))) return fail(notFound);
  return succeed(await readReviewEvidence(at, at.editions, visitor, officerId));
}

export type ReviewItem = { id: string; editionHash: string; upToSeq: number; outcome: ReviewOutcome };

/** Settles what is to review, up to the report that was on the screen: a later one opens it again. */
export async function noteReview(
  { ledger, editions, now }: Installation,
  visitor: Visitor,
  officerId: string,
  item: ReviewItem,
): Promise<Result<undefined, Refusal>> {
  return ledger.write(async (writing) => {
    // Nobody settles what is about themselves.
    const by = visitor.actor.officerId;
    if (by === officerId || !(await mayReview(writing, visitor, officerId))) return fail(notFound);
    const sent = { kind: 'review.noted' as const, at: now(), by, subject: officerId, item };
    const known = await receiptOf(writing, sent);
    if (!known.ok) return fail({ ...known.error, status: 409 });
    if (known.value === null) {
      const ofEdition = (await readReviewEvidence(writing, editions, visitor, officerId)).find(
        (each) => each.editionHash === item.editionHash,
      );
      // Settled by somebody else meanwhile, or more has come than was looked at.
      if (ofEdition?.openUpToSeq !== item.upToSeq) {
        return fail({ code: 'review.changed', status: 409, field: 'upToSeq' });
      }
      await writing.append({ kind: sent.kind, at: sent.at, by, payload: { subject: officerId, item } });
    }
    return succeed(undefined);
  });
}

async function mayReview(asking: Asking, visitor: Visitor, officerId: string): Promise<boolean> {
  const officer = await readPerson(asking, officerId);
  return officer !== null && (await unitsIfAllowed(asking, visitor, 'review-watching', officer.unitId)) !== null;
}
