import type { Installation } from '../installation.ts';

/** CJIS AC-7: five wrong within fifteen minutes lock for fifteen, whatever the address. */
const mostWrong = 5;
const withinMilliseconds = 15 * 60_000;

export type Proof = 'pin' | 'password';
export type Standing = { locked: false; triesLeft: number } | { locked: true; minutes: number };

type Account = { badge: string; proof: Proof };

export async function readTries({ db, agencyId, now }: Installation, { badge, proof }: Account): Promise<Standing> {
  const row = await db
    .selectFrom('sign_in_try')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('badge', '=', badge)
    .where('proof', '=', proof)
    .executeTakeFirst();
  const left = row?.locked_until ? Date.parse(row.locked_until) - now() : 0;
  if (left > 0) return { locked: true, minutes: Math.ceil(left / 60_000) };
  return { locked: false, triesLeft: mostWrong - recent(row?.wrong_at, now()).length };
}

const recent = (wrongAt: string | undefined, now: number): number[] =>
  (JSON.parse(wrongAt ?? '[]') as number[]).filter((at) => now - at < withinMilliseconds);

/** Counts one wrong try and tells what is left; the fifth locks. */
export async function countWrong(installation: Installation, { badge, proof }: Account): Promise<Standing> {
  const { db, agencyId, now } = installation;
  const key = { agency_id: agencyId, badge, proof };
  const known = await db
    .selectFrom('sign_in_try')
    .select('wrong_at')
    .where('agency_id', '=', agencyId)
    .where('badge', '=', badge)
    .where('proof', '=', proof)
    .executeTakeFirst();
  const wrong = [...recent(known?.wrong_at, now()), now()];
  const locks = wrong.length >= mostWrong;
  const row = {
    wrong_at: JSON.stringify(locks ? [] : wrong),
    locked_until: locks ? new Date(now() + withinMilliseconds).toISOString() : null,
  };
  await db
    .insertInto('sign_in_try')
    .values({ ...key, ...row })
    .onConflict((conflict) => conflict.columns(['agency_id', 'badge', 'proof']).doUpdateSet(row))
    .execute();
  return locks
    ? { locked: true, minutes: withinMilliseconds / 60_000 }
    : { locked: false, triesLeft: mostWrong - wrong.length };
}

export async function forgetTries({ db, agencyId }: Installation, { badge, proof }: Account): Promise<void> {
  await db
    .deleteFrom('sign_in_try')
    .where('agency_id', '=', agencyId)
    .where('badge', '=', badge)
    .where('proof', '=', proof)
    .execute();
}
