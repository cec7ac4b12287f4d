import type { Logger } from 'pino';
import type { Head, SignedHead } from '#domain/ledger/head.ts';
import type { Asking } from '../db/open.ts';
import type { Writing } from './append.ts';
import { chainId } from './entries.ts';
import type { SigningKey } from './keys.ts';

/** Signs how far the chain has come, so that what is cut off or written anew later is seen. */
export type Heads = {
  /** In the same write as what it is about; `subject`: the roll call that was closed. Null while there is no entry. */
  sign(writing: Writing, head: { at: number; reason: Head['reason']; subject?: string }): Promise<SignedHead | null>;
  /** Into the log, once it is committed: a log kept elsewhere is a head saved elsewhere. */
  announce(head: SignedHead): void;
};

export type HeadLog = Pick<Logger, 'info' | 'warn' | 'child' | 'level'>;

export function openHeads(key: SigningKey, log: HeadLog | undefined): Heads {
  // Whatever else the log is to hold: only one that is silent stays so.
  const always = log?.level === 'silent' ? log : log?.child({}, { level: 'info' });
  return {
    async sign(writing, { at, reason, subject }) {
      const { tx, agencyId } = writing;
      const last = writing.head();
      if (!last) return null;
      const { seq, hash } = last;
      const head = { agency: agencyId, chain: chainId, seq, hash, at: new Date(at).toISOString(), reason };
      const jws = await key.sign(head);
      await tx
        .insertInto('ledger_head')
        .values({
          agency_id: agencyId,
          chain_id: chainId,
          seq,
          hash,
          at: head.at,
          reason,
          subject: subject ?? null,
          key_id: key.keyId,
          jws,
        })
        .onConflict((known) => known.doNothing())
        .execute();
      return { seq, hash, at: head.at, keyId: key.keyId, jws };
    },
    announce: ({ seq, hash, keyId, jws }) => always?.info({ seq, hash, keyId, jws }, 'ledger head signed'),
  };
}

/** The newest head, or the one of a roll call. */
export async function readHead({ tx, agencyId }: Asking, subject?: string): Promise<SignedHead | null> {
  let query = tx
    .selectFrom('ledger_head')
    .select(['seq', 'hash', 'key_id', 'jws', 'at'])
    .where('agency_id', '=', agencyId)
    .where('chain_id', '=', chainId);
  if (subject !== undefined) query = query.where('subject', '=', subject);
  const row = await query.orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return row ? { seq: row.seq, hash: row.hash, keyId: row.key_id, jws: row.jws, at: row.at } : null;
}
