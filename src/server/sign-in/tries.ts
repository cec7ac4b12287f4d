import type { Installation } from '../installation.ts';

/** CJIS AC-7: five wrong within fifteen minutes lock for fifteen, whatever the address. */
const mostWrong = 5;
const withinMilliseconds = 15 * 60_000;

export type Proof = 'pin' | 'password';
export type Standing = { locked: false; triesLeft: number } | { locked: true; minutes: number };

/** Codes are tried as PINs are, and counted apart from them. */
export type Account = { badge: string; proof: Proof | 'code' };

const recent = (wrongAt: string, now: number): number[] =>
  (JSON.parse(wrongAt) as number[]).filter((at) => now - at < withinMilliseconds);

/**
 * Takes one try before it is judged, so that however many come at once, to however many processes, no more than five are
 * judged; a right one gives all back (`forgetTries`). @returns what is left if this one is wrong, and whether it may be judged
 */
export async function takeTry(
  { db, agencyId, now }: Installation,
  { badge, proof }: Account,
): Promise<{ mayTry: boolean; ifWrong: Standing }> {
  const key = { agency_id: agencyId, badge, proof };
  return db.transaction().execute(async (tx) => {
    // Written even when it is there: that holds the row until the end, for this process against the others.
    const known = await tx
      .insertInto('sign_in_try')
      .values({ ...key, wrong_at: '[]', locked_until: null })
      .onConflict((conflict) => conflict.columns(['agency_id', 'badge', 'proof']).doUpdateSet({ proof }))
      .returning(['wrong_at', 'locked_until'])
      .executeTakeFirstOrThrow();
    const left = known.locked_until ? Date.parse(known.locked_until) - now() : 0;
    if (left > 0) return { mayTry: false, ifWrong: { locked: true, minutes: Math.ceil(left / 60_000) } };

    const wrong = [...recent(known.wrong_at, now()), now()];
    const locks = wrong.length >= mostWrong;
    const row = {
      wrong_at: JSON.stringify(locks ? [] : wrong),
      locked_until: locks ? new Date(now() + withinMilliseconds).toISOString() : null,
    };
    await tx
      .updateTable('sign_in_try')
      .set(row)
      .where('agency_id', '=', agencyId)
      .where('badge', '=', badge)
      .where('proof', '=', proof)
      .execute();
    return {
      mayTry: true,
      ifWrong: locks
        ? { locked: true, minutes: withinMilliseconds / 60_000 }
        : { locked: false, triesLeft: mostWrong - wrong.length },
    };
  });
}

/**
 * Puts a wrong one that was judged on record, for an officer who exists; for a badge that nobody wears the same row is written
 * and no entry, so that the time of the reply does not tell which badges exist.
 */
export async function recordWrong(
  { ledger, now }: Installation,
  { badge, proof }: Account,
  { officerId, locked }: { officerId: string | undefined; locked: boolean },
): Promise<void> {
  await ledger.write(async ({ tx, agencyId, append }) => {
    await tx
      .updateTable('sign_in_try')
      .set({ proof })
      .where('agency_id', '=', agencyId)
      .where('badge', '=', badge)
      .where('proof', '=', proof)
      .execute();
    if (officerId === undefined) return;
    const kind = locked ? 'sign-in.locked' : 'sign-in.refused';
    await append({ kind, at: now(), by: null, payload: { officerId, proof } });
  });
}

export async function forgetTries({ db, agencyId }: Installation, { badge, proof }: Account): Promise<void> {
  await db
    .deleteFrom('sign_in_try')
    .where('agency_id', '=', agencyId)
    .where('badge', '=', badge)
    .where('proof', '=', proof)
    .execute();
}
