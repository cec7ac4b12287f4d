import { receiptCode } from '#domain/ledger/entry.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { Installation } from '../installation.ts';
import type { Refusal } from '../problem.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import type { Append, Writing } from './append.ts';
import { receiptOf, type SentKind } from './keep.ts';
import type { Payloads } from './kinds.ts';

export type Taken = { receipt: string };

type Sending<K extends SentKind> = {
  kind: K;
  /** The officer, unit or thing that it is about. */
  subject: string;
  item: Payloads[K]['item'];
  /** Asked before anything else, so that who may not learns nothing: what refuses, or null. */
  mayNot: (writing: Writing) => Promise<Refusal | null>;
  /** Asked once it is known to be new: what stands against it, or what the server keeps beside the item. */
  decide?: (writing: Writing) => Promise<Result<Omit<Payloads[K], 'subject' | 'item'>, Refusal>>;
  /** In the same transaction, after the entry. */
  after?: (writing: Writing) => Promise<void>;
};

/** What everything that somebody sends under an id has in common: leave first, then the retry, then the entry. */
export async function takeSent<K extends SentKind>(
  { ledger, now }: Pick<Installation, 'ledger' | 'now'>,
  visitor: Visitor,
  { kind, subject, item, mayNot, decide, after }: Sending<K>,
): Promise<Result<Taken, Refusal>> {
  return ledger.write(async (writing) => {
    const refusal = await mayNot(writing);
    if (refusal) return fail(refusal);
    const sent = { kind, at: now(), by: visitor.actor.officerId, subject, item };
    const known = await receiptOf(writing, sent);
    if (!known.ok) return fail({ ...known.error, status: 409 as const });
    if (known.value !== null) return succeed({ receipt: known.value });
    const decided = await (decide?.(writing) ?? succeed({}));
    if (!decided.ok) return decided;
    const payload = { subject, item, ...decided.value };
    const entry = await (writing.append as Append)({ kind, at: sent.at, by: sent.by, payload: payload as never });
    await after?.(writing);
    return succeed({ receipt: receiptCode(entry.hash) });
  });
}
