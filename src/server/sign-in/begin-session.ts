import type { Context } from 'hono';
import type { Installation } from '../installation.ts';
import { refuse } from '../problem.ts';
import { describeVisitor, readActor } from '../roster/store.ts';
import type { Origin } from '../web/origin.ts';
import { readCookie, writeCookie } from './cookie.ts';
import { endSession } from './sessions.ts';
import type { Proof } from './tries.ts';

/** A new session at every sign-in; the one that the browser brought dies (session fixation). */
export async function beginSession(
  c: Context,
  { at, origin }: { at: Installation; origin: Origin },
  { token, officerId, proof }: { token: string; officerId: string; proof: Proof },
) {
  const old = readCookie(c, origin);
  if (old !== undefined) await endSession({ tx: at.db, agencyId: at.agencyId }, old);
  writeCookie(c, origin, token);
  const asking = { tx: at.db, agencyId: at.agencyId };
  const actor = await readActor(asking, officerId, proof, at.now());
  const signedIn = await describeVisitor(asking, { agencyId: at.agencyId, actor });
  return signedIn ? c.json(signedIn, 200) : refuse(c, 401, 'sign-in.required');
}
