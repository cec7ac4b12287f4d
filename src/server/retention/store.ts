import { randomUUID } from 'node:crypto';
import { canonicalJson } from '#domain/ledger/canonical-json.ts';
import type { SignedHead } from '#domain/ledger/head.ts';
import { type Range, tombstone } from '#domain/ledger/purged.ts';
import { latestBefore } from '#domain/retention/kept-years.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { readToday } from '../agency/frame.ts';
import type { Installation } from '../installation.ts';
import type { Writing } from '../ledger/append.ts';
import { chainId } from '../ledger/entries.ts';
import { type Taken, takeSent } from '../ledger/take-sent.ts';
import type { Refusal } from '../problem.ts';
import { mayNotForAll } from '../roster/may.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import type { HoldItem } from './items.ts';
import { type PurgePlan, planPurge } from './plan.ts';

type At = Pick<Installation, 'ledger' | 'heads' | 'now'>;

/** From here on nothing of that officer is purged, or it may be again. */
export const setHold = (
  at: At,
  visitor: Visitor,
  kind: 'hold.placed' | 'hold.ended',
  officerId: string,
  item: HoldItem,
): Promise<Result<Taken, Refusal>> =>
  takeSent(at, visitor, { kind, subject: officerId, item, mayNot: mayNotForAll(visitor, 'purge-records') });

type Shown = { before: string; reason: string; plan: PurgePlan };
type NotPurged = { code: 'retention.tooSoon'; latest: string } | { code: 'retention.changedMeanwhile' };

/**
 * Purges exactly whom was shown, all of them or nobody: first the entry that says so, then the texts, then a signed head, so
 * that nobody can take that entry away again.
 */
export async function purgeRecords(
  { ledger, heads, now }: At,
  visitor: Visitor,
  { before, reason, plan }: Shown,
): Promise<Result<SignedHead | null, Refusal | NotPurged>> {
  const done = await ledger.write(async (writing): Promise<Result<SignedHead | null, Refusal | NotPurged>> => {
    const refusal = await mayNotForAll(visitor, 'purge-records')(writing);
    if (refusal) return fail(refusal);
    const at = now();
    const latest = latestBefore(await readToday(writing, at));
    if (before > latest) return fail({ code: 'retention.tooSoon', latest });
    // Lists of officers and the chain are read past whatever waits.
    await writing.flush();
    const { purged } = await planPurge(writing, before);
    if (canonicalJson(purged) !== canonicalJson(plan.purged)) return fail({ code: 'retention.changedMeanwhile' });
    if (purged.length === 0) return succeed(null);
    for (const { officerId, ranges } of purged) {
      const payload = { subject: officerId, item: { id: randomUUID(), before, reason }, ranges: [...ranges] };
      await writing.append({ kind: tombstone, at, by: visitor.actor.officerId, payload });
      await deleteTexts(writing, ranges);
    }
    await writing.flush();
    writing.forget();
    return succeed(await heads.sign(writing, { at, reason: 'records.purged' }));
  });
  if (done.ok && done.value) heads.announce(done.value);
  return done;
}

async function deleteTexts({ tx, agencyId }: Writing, ranges: readonly Range[]): Promise<void> {
  for (const [from, to] of ranges) {
    await tx
      .deleteFrom('ledger_payload')
      .where('agency_id', '=', agencyId)
      .where('chain_id', '=', chainId)
      .where('seq', '>=', from)
      .where('seq', '<=', to)
      .execute();
  }
}
