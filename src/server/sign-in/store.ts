import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { Installation } from '../installation.ts';
import { readPersonByBadge } from '../roster/store.ts';
import { isSecret, secretsWaiting } from './secret.ts';
import { openSession } from './sessions.ts';
import { forgetTries, type Proof, recordWrong, takeTry } from './tries.ts';

export type SignInError =
  | { code: 'sign-in.wrong'; triesLeft: number }
  | { code: 'sign-in.locked'; minutes: number }
  | { code: 'sign-in.busy' };

type Attempt = { badge: string; secret: string; proof: Proof };

/** Attempts on one badge go one after the other, or many at once would all be judged before the first is counted. */
const turns = new WeakMap<Installation, Map<string, Promise<unknown>>>();
const mostWaiting = 64;

/** Known and unknown badges take the same way, the same time and the same replies. */
export async function signIn(
  installation: Installation,
  attempt: Attempt,
): Promise<Result<{ token: string; officerId: string }, SignInError>> {
  if (secretsWaiting() >= mostWaiting) return fail({ code: 'sign-in.busy' });
  const byBadge = turns.get(installation) ?? new Map<string, Promise<unknown>>();
  turns.set(installation, byBadge);
  const key = `${attempt.proof}:${attempt.badge}`;
  const turn = (byBadge.get(key) ?? Promise.resolve()).then(() => judge(installation, attempt));
  const settled: Promise<unknown> = turn
    .catch(() => undefined)
    .then(() => byBadge.get(key) === settled && byBadge.delete(key));
  byBadge.set(key, settled);
  return turn;
}

async function judge(
  installation: Installation,
  { badge, secret, proof }: Attempt,
): Promise<Result<{ token: string; officerId: string }, SignInError>> {
  const { db, agencyId, ledger, now } = installation;
  const { mayTry, ifWrong } = await takeTry(installation, { badge, proof });
  if (!mayTry && ifWrong.locked) return fail({ code: 'sign-in.locked', minutes: ifWrong.minutes });

  const officer = await readPersonByBadge({ tx: db, agencyId }, badge);
  const known = await db
    .selectFrom('credential')
    .select(['salt', 'hash'])
    .where('agency_id', '=', agencyId)
    .where('officer_id', '=', officer?.id ?? '')
    .where('proof', '=', proof)
    .executeTakeFirst();

  if (!(await isSecret(secret, known)) || !officer) {
    await recordWrong(installation, { badge, proof }, { officerId: officer?.id, locked: ifWrong.locked });
    return ifWrong.locked
      ? fail({ code: 'sign-in.locked', minutes: ifWrong.minutes })
      : fail({ code: 'sign-in.wrong', triesLeft: ifWrong.triesLeft });
  }
  await forgetTries(installation, { badge, proof });
  const payload = { officerId: officer.id, proof };
  const token = await ledger.write(async (writing) => {
    await writing.append({ kind: 'sign-in.opened', at: now(), by: officer.id, payload });
    return openSession(writing, payload, now());
  });
  return succeed({ token, officerId: officer.id });
}
