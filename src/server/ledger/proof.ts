import type { Logger } from 'pino';
import type { Db } from '../db/open.ts';
import type { Ledger } from './append.ts';
import { lastEntry } from './entries.ts';
import { type HeadLog, type Heads, openHeads, readHead } from './heads.ts';
import { makeSigningKey, openSigningKey, type SigningKey } from './keys.ts';
import type { Payloads } from './kinds.ts';

type At = { db: Db; agencyId: string; ledger: Ledger; now: () => number };
type AtHeads = At & { heads: Heads };
export type ProofSettings = { keyFile: string; log: HeadLog | undefined };

/** Opens the signing key and makes its public half known where the records are. */
export async function openProof(at: At, { keyFile, log }: ProofSettings): Promise<Heads> {
  const key = await openSigningKey(keyFile);
  const known = await knownKeys(at);
  if (!known.includes(key.keyId)) await makeKnown(at, key, key.made ? 'not-found' : 'brought', known);
  if (key.made && known.length > 0) {
    log?.warn({ keyId: key.keyId, known }, 'no ledger key was found here and one was made; earlier keys are known');
  }
  return openHeads(key, log);
}

/**
 * From here on another key signs. The old one signs a last head, so that the chain up to here stays under it; the new one
 * signs the entry that says so.
 */
export async function rotateKey(at: At, { keyFile, log }: ProofSettings): Promise<{ before: string; now: string }> {
  const before = await openSigningKey(keyFile);
  await signNow(at, openHeads(before, log), 'key.rotated');
  await makeSigningKey(keyFile);
  const key = await openSigningKey(keyFile);
  await makeKnown(at, key, 'rotated', await knownKeys(at));
  await signNow(at, openHeads(key, log), 'key.rotated');
  return { before: before.keyId, now: key.keyId };
}

const hour = 3_600_000;

/** Looks every hour whether a day went by since the last head, and signs one if there is anything new. @returns ends it */
export function signDaily(at: AtHeads, log: Pick<Logger, 'error'>): () => void {
  const look = () =>
    void signIfDayPassed(at).catch((error: Error) => log.error({ name: error.name, stack: error.stack }, 'no head'));
  const timer = setInterval(look, hour);
  timer.unref();
  return () => clearInterval(timer);
}

export async function signIfDayPassed(at: AtHeads): Promise<void> {
  const signed = await readHead({ tx: at.db, agencyId: at.agencyId });
  if (!signed || at.now() - Date.parse(signed.at) >= 24 * hour) await signIfNew(at, at.heads, 'day');
}

/** Signs a head if there are entries after the last one. */
export async function signIfNew(at: At, heads: Heads, reason: 'day' | 'stop'): Promise<void> {
  const asking = { tx: at.db, agencyId: at.agencyId };
  const [last, signed] = [await lastEntry(asking), await readHead(asking)];
  if (last && last.seq > (signed?.seq ?? 0)) await signNow(at, heads, reason);
}

async function signNow({ ledger, now }: At, heads: Heads, reason: 'day' | 'stop' | 'key.rotated'): Promise<void> {
  const signed = await ledger.write((writing) => heads.sign(writing, { at: now(), reason }));
  if (signed) heads.announce(signed);
}

async function knownKeys({ db, agencyId }: At): Promise<string[]> {
  const rows = await db.selectFrom('ledger_key').select('key_id').where('agency_id', '=', agencyId).execute();
  return rows.map((row) => row.key_id).sort();
}

/** The first key of all needs no entry: nothing was signed before it. */
async function makeKnown(
  { ledger, now }: At,
  { keyId, publicKey }: SigningKey,
  because: Payloads['ledger.key-made']['because'],
  known: string[],
): Promise<void> {
  const at = now();
  await ledger.write(async ({ tx, agencyId, append }) => {
    await tx
      .insertInto('ledger_key')
      .values({
        agency_id: agencyId,
        key_id: keyId,
        jwk: JSON.stringify(publicKey),
        made_at: new Date(at).toISOString(),
      })
      .onConflict((same) => same.doNothing())
      .execute();
    if (known.length > 0) await append({ kind: 'ledger.key-made', at, by: null, payload: { keyId, because, known } });
  });
}
