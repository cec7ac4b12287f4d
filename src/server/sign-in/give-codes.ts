import * as z from 'zod';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { slipDays, vouchMinutes } from '#domain/sign-in/entry-code.ts';
import { readToday } from '../agency/frame.ts';
import { readGrantsInForce } from '../grants/read.ts';
import type { Installation } from '../installation.ts';
import type { Refusal } from '../problem.ts';
import { mayNotFor, mayNotIn } from '../roster/may.ts';
import { readOfficersOf, readUnits } from '../roster/store.ts';
import { keepCodes, makeEntryCode, readWithout } from './codes.ts';
import type { Proof } from './tries.ts';
import type { Visitor } from './visitor.ts';

/** Everybody of a unit, only who cannot sign in yet, or these. */
/** The address says for whom; there is nothing to add. */
export const VouchAsked = z.strictObject({});
export const SlipsAsked = z.strictObject({
  onlyMissing: z.boolean(),
  officerIds: z.array(z.string().min(1).max(100)).max(2000).optional(),
});
type SlipsAsked = z.infer<typeof SlipsAsked> & { unitId: string };

/** A slip as it is printed: for one person, once, until a day. */
export type Slip = {
  officerId: string;
  badge: string;
  name: string;
  rank: string;
  unitId: string;
  proof: Proof;
  code: string;
  expiresAt: string;
};

/** Whose work is behind a password: a PIN opens none of it. */
const staff = ['commander', 'training', 'administrator'];

/**
 * Makes a slip for everybody of the unit and below, or only for those who have no PIN or password yet. Nobody ever sees these
 * codes again; made anew, they are others.
 */
export async function printSlips(
  at: Installation,
  visitor: Visitor,
  { unitId, onlyMissing, officerIds }: SlipsAsked,
): Promise<Result<Slip[], Refusal>> {
  const asking = { tx: at.db, agencyId: visitor.agencyId };
  const mayNot = mayNotIn(visitor, 'print-slips', unitId);
  const refusal = await mayNot(asking);
  if (refusal) return fail(refusal);
  const now = at.now();
  const units = await readUnits(asking);
  const officers = await readOfficersOf(asking, unitId, units, await readToday(asking, now));
  const grants = await readGrantsInForce(asking, now);
  const staffIds = new Set(grants.filter(({ role }) => staff.includes(role)).map(({ officerId }) => officerId));
  const proofOf = (officerId: string): Proof => (staffIds.has(officerId) ? 'password' : 'pin');
  const without = { pin: await readWithout(asking, 'pin'), password: await readWithout(asking, 'password') };
  const wanted = officers
    .filter(({ id }) => officerIds === undefined || officerIds.includes(id))
    .filter(({ id }) => !onlyMissing || without[proofOf(id)](id));
  const expiresAt = new Date(now + slipDays * 86_400_000).toISOString();
  const codes = await Promise.all(
    wanted.map(({ id }) => makeEntryCode({ officerId: id, proof: proofOf(id), purpose: 'slip', expiresAt })),
  );
  return at.ledger.write(async (writing) => {
    const refusedNow = await mayNot(writing);
    if (refusedNow) return fail(refusedNow);
    await keepCodes(writing, codes, { at: now, by: visitor.actor.officerId });
    return succeed(
      wanted.flatMap(({ id, badge, name, rank, unitId: of }, place): Slip[] => {
        const made = codes[place];
        return made
          ? [{ officerId: id, badge, name, rank, unitId: of, proof: made.proof, code: made.code, expiresAt }]
          : [];
      }),
    );
  });
}

/** The sergeant stands beside the officer and says who it is. The code is read out, typed, and gone in minutes. */
export async function vouch(
  at: Installation,
  visitor: Visitor,
  officerId: string,
): Promise<Result<{ code: string; expiresAt: string }, Refusal>> {
  const mayNot = mayNotFor(visitor, 'vouch', officerId);
  const refusal = await mayNot({ tx: at.db, agencyId: visitor.agencyId });
  if (refusal) return fail(refusal);
  // Nobody vouches for themselves.
  if (officerId === visitor.actor.officerId) return fail({ code: 'code.own', status: 422 });
  const now = at.now();
  const expiresAt = new Date(now + vouchMinutes * 60_000).toISOString();
  const made = await makeEntryCode({ officerId, proof: 'pin', purpose: 'vouch', expiresAt });
  return at.ledger.write(async (writing) => {
    const refusedNow = await mayNot(writing);
    if (refusedNow) return fail(refusedNow);
    await keepCodes(writing, [made], { at: now, by: visitor.actor.officerId });
    return succeed({ code: made.code, expiresAt });
  });
}
