import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { typedCode } from '#domain/sign-in/entry-code.ts';
import { type PasswordFault, passwordFault } from '#domain/sign-in/password.ts';
import { type PinFault, pinFault } from '#domain/sign-in/pin.ts';
import { readFounded } from '../agency/frame.ts';
import type { Installation } from '../installation.ts';
import { readPersonByBadge } from '../roster/store.ts';
import { findCode, spendCodes } from './codes.ts';
import { keepCredential } from './credentials.ts';
import { isGuessable } from './guessable.ts';
import { hashSecret } from './secret.ts';
import { endSessionsOf, openSession } from './sessions.ts';
import type { SignInError } from './store.ts';
import { forgetTries, type Proof, recordWrong, takeTry } from './tries.ts';

export type CodeError =
  | Exclude<SignInError, { code: 'sign-in.wrong' | 'sign-in.busy' }>
  | { code: 'code.wrong'; triesLeft: number };
export type SecretFault = { code: PinFault | PasswordFault };

/** Whose code it is and what it lets them choose. */
export type CodeOf = { officerId: string; name: string; badge: string; proof: Proof };

type Typed = { badge: string; code: string };

/** Known and unknown badges take the same way, the same time and the same replies; five wrong codes lock for a while. */
export async function lookUpCode(at: Installation, { badge, code }: Typed): Promise<Result<CodeOf, CodeError>> {
  const found = await judgeCode(at, { badge, code });
  return found.ok ? succeed(found.value.of) : found;
}

async function judgeCode(at: Installation, { badge, code }: Typed) {
  const tried = { badge, proof: 'code' } as const;
  const { mayTry, ifWrong } = await takeTry(at, tried);
  if (!mayTry && ifWrong.locked) return fail({ code: 'sign-in.locked' as const, minutes: ifWrong.minutes });
  const person = await readPersonByBadge({ tx: at.db, agencyId: at.agencyId }, badge);
  const found = await findCode(at, person?.id, typedCode(code));
  if (!found || !person) {
    await recordWrong(at, tried, { officerId: person?.id, locked: ifWrong.locked });
    return ifWrong.locked
      ? fail({ code: 'sign-in.locked' as const, minutes: ifWrong.minutes })
      : fail({ code: 'code.wrong' as const, triesLeft: ifWrong.triesLeft });
  }
  await forgetTries(at, tried);
  const of: CodeOf = { officerId: person.id, name: person.name, badge: person.badge, proof: found.proof };
  return succeed({ of, purpose: found.purpose });
}

/** Chooses a PIN or a password by a code, and is signed in with it. Whatever was open under the old one is closed. */
export async function enterByCode(
  at: Installation,
  { badge, code, secret }: Typed & { secret: string },
): Promise<Result<{ token: string; officerId: string; proof: Proof }, CodeError | SecretFault>> {
  const found = await judgeCode(at, { badge, code });
  if (!found.ok) return found;
  const { of, purpose } = found.value;
  const fault = of.proof === 'pin' ? pinFault(secret, badge) : await whyNotPassword(at, of, secret);
  if (fault) return fail({ code: fault });
  const hashed = await hashSecret(secret);
  const now = at.now();
  const { officerId, proof } = of;
  const token = await at.ledger.write(async (writing) => {
    // Two devices with one code: the first one chooses.
    if (!(await spendCodes(writing, officerId, purpose))) return null;
    await keepCredential(writing, { officerId, proof, secret: hashed });
    await endSessionsOf(writing, [officerId]);
    await writing.append({ kind: 'code.used', at: now, by: officerId, payload: { officerId, purpose, proof } });
    await writing.append({ kind: 'sign-in.opened', at: now, by: officerId, payload: { officerId, proof } });
    return openSession(writing, { officerId, proof }, now);
  });
  if (token === null) return fail({ code: 'code.wrong', triesLeft: 0 });
  // Whoever forgot the PIN has often locked it first.
  await forgetTries(at, { badge, proof });
  return succeed({ token, officerId, proof });
}

async function whyNotPassword(at: Installation, { name, badge }: CodeOf, password: string) {
  const { name: agency } = await readFounded({ tx: at.db, agencyId: at.agencyId });
  const about = [badge, ...name.split(/\s+/), agency, ...agency.split(/\s+/), 'muster'];
  return passwordFault(password, about, isGuessable);
}
