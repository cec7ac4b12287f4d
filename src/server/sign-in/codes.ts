import { createHash, getRandomValues, randomBytes, timingSafeEqual } from 'node:crypto';
import { type CodePurpose, makeCode } from '#domain/sign-in/entry-code.ts';
import type { Asking } from '../db/open.ts';
import type { Installation } from '../installation.ts';
import type { Writing } from '../ledger/append.ts';
import { type HashedSecret, hashSecret, isSecret } from './secret.ts';
import type { Proof } from './tries.ts';

/** A code that was just made: known here and to whoever reads it, and to nobody afterwards. */
export type MadeCode = { officerId: string; proof: Proof; code: string; purpose: CodePurpose; expiresAt: string };
type Hashed = MadeCode & HashedSecret;

/** Sixty random bits need no slow hash; eight digits do. */
const quickHash = (code: string, salt: string) => createHash('sha256').update(`${salt} ${code}`).digest('hex');

/** Outside the ledger: hashing eight digits takes its time. */
export async function makeEntryCode(of: Omit<MadeCode, 'code'>): Promise<Hashed> {
  const code = makeCode(of.purpose, getRandomValues);
  if (of.purpose === 'vouch') return { ...of, code, ...(await hashSecret(code)) };
  const salt = randomBytes(16).toString('hex');
  return { ...of, code, salt, hash: quickHash(code, salt) };
}

/** Keeps the hashes, one of each purpose an officer (an earlier one is void), and that they were made. */
export async function keepCodes(
  writing: Writing,
  codes: readonly Hashed[],
  { at, by }: { at: number; by: string },
): Promise<void> {
  for (const { officerId, purpose, proof, expiresAt, salt, hash } of codes) {
    const row = { proof, salt, hash, expires_at: expiresAt };
    await writing.tx
      .insertInto('entry_code')
      .values({ agency_id: writing.agencyId, officer_id: officerId, purpose, ...row })
      .onConflict((known) => known.columns(['agency_id', 'officer_id', 'purpose']).doUpdateSet(row))
      .execute();
    await writing.append({ kind: 'code.made', at, by, payload: { officerId, purpose, proof, expiresAt } });
  }
}

/** Which of the officer's codes this is; takes as long whether there are any. */
export async function findCode(
  { db, agencyId, now }: Installation,
  officerId: string | undefined,
  code: string,
): Promise<{ purpose: CodePurpose; proof: Proof } | null> {
  const rows = await db
    .selectFrom('entry_code')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('officer_id', '=', officerId ?? '')
    .where('expires_at', '>', new Date(now()).toISOString())
    .execute();
  const slip = rows.find(({ purpose }) => purpose === 'slip');
  const vouch = rows.find(({ purpose }) => purpose === 'vouch');
  const isVouch = await isSecret(code, vouch);
  if (isVouch && vouch) return { purpose: 'vouch', proof: vouch.proof };
  if (!slip) return null;
  const given = Buffer.from(quickHash(code, slip.salt));
  return timingSafeEqual(given, Buffer.from(slip.hash)) ? { purpose: 'slip', proof: slip.proof } : null;
}

/** A code lets in once, and with it all others of the officer are void. @returns false when it went meanwhile */
export async function spendCodes({ tx, agencyId }: Writing, officerId: string, purpose: CodePurpose): Promise<boolean> {
  const rows = await tx
    .deleteFrom('entry_code')
    .where('agency_id', '=', agencyId)
    .where('officer_id', '=', officerId)
    .returning('purpose')
    .execute();
  return rows.some((row) => row.purpose === purpose);
}

/** Officers who have no PIN (or password) yet. */
export async function readWithout({ tx, agencyId }: Asking, proof: Proof): Promise<(officerId: string) => boolean> {
  const rows = await tx
    .selectFrom('credential')
    .select('officer_id')
    .where('agency_id', '=', agencyId)
    .where('proof', '=', proof)
    .execute();
  const having = new Set(rows.map((row) => row.officer_id));
  return (officerId) => !having.has(officerId);
}
