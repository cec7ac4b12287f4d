import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { Installation } from '../installation.ts';
import { refuse } from '../problem.ts';
import { describeVisitor } from '../roster/store.ts';
import type { Origin } from '../web/origin.ts';
import { valid } from '../web/valid.ts';
import { beginSession } from './begin-session.ts';
import { clearCookie, readCookie } from './cookie.ts';
import { type CodeError, enterByCode, lookUpCode, type SecretFault } from './enter-by-code.ts';
import { endSession, findSession } from './sessions.ts';
import { signIn } from './store.ts';
import type { Proof } from './tries.ts';
import { signedInOnly } from './visitor.ts';

const badge = z.string().trim().min(1).max(40);
const WithPin = z.strictObject({ badge, pin: z.string().regex(/^\d{6,12}$/, 'six to twelve digits') });
const WithPassword = z.strictObject({ badge, password: z.string().min(1).max(256) });
const code = z.string().trim().min(4).max(40);
const WithCode = z.strictObject({ badge, code });
const ByCode = z.strictObject({ badge, code, secret: z.string().min(1).max(256) });

export function signInRoutes(installation: Installation, origin: (c: Context) => Origin) {
  const asking = { tx: installation.db, agencyId: installation.agencyId };

  async function enter(c: Context, attempt: { badge: string; secret: string; proof: Proof }) {
    const entered = await signIn(installation, attempt);
    if (!entered.ok) {
      const { error } = entered;
      if (error.code === 'sign-in.locked') return refuse(c, 423, error.code, { minutes: error.minutes });
      if (error.code === 'sign-in.wrong') return refuse(c, 401, error.code, { triesLeft: error.triesLeft });
      c.header('Retry-After', '5');
      return refuse(c, 503, error.code);
    }
    return beginSession(c, { at: installation, origin: origin(c) }, { ...entered.value, proof: attempt.proof });
  }

  function refuseCode(c: Context, error: CodeError | SecretFault) {
    if (error.code === 'sign-in.locked') return refuse(c, 423, error.code, { minutes: error.minutes });
    if (error.code === 'code.wrong') return refuse(c, 401, error.code, { triesLeft: error.triesLeft });
    return refuse(c, 422, error.code, { field: 'secret' });
  }

  return (
    new Hono()
      .post('/pin', valid('json', WithPin), (c) => {
        const { badge, pin } = c.req.valid('json');
        return enter(c, { badge, secret: pin, proof: 'pin' });
      })
      .post('/password', valid('json', WithPassword), (c) => {
        const { badge, password } = c.req.valid('json');
        return enter(c, { badge, secret: password, proof: 'password' });
      })
      // Without a PIN yet, or with a forgotten one: the code of a slip, or of the sergeant who stands by.
      .post('/code/look', valid('json', WithCode), async (c) => {
        const found = await lookUpCode(installation, c.req.valid('json'));
        if (!found.ok) return refuseCode(c, found.error);
        const { name, proof } = found.value;
        return c.json({ name, proof }, 200);
      })
      .post('/code', valid('json', ByCode), async (c) => {
        const entered = await enterByCode(installation, c.req.valid('json'));
        return entered.ok
          ? beginSession(c, { at: installation, origin: origin(c) }, entered.value)
          : refuseCode(c, entered.error);
      })
      .get('/', signedInOnly(installation, origin), async (c) => {
        const signedIn = await describeVisitor(asking, c.get('visitor'));
        return signedIn ? c.json(signedIn, 200) : refuse(c, 401, 'sign-in.required');
      })
      .delete('/', async (c) => {
        const token = readCookie(c, origin(c));
        const visitor = token === undefined ? null : await findSession(installation, token);
        if (token !== undefined && visitor) {
          const { officerId } = visitor.actor;
          await installation.ledger.write(async (writing) => {
            await endSession(writing, token);
            const common = { at: installation.now(), by: officerId };
            await writing.append({ kind: 'sign-in.closed', ...common, payload: { officerId } });
          });
        }
        clearCookie(c, origin(c));
        return c.body(null, 204);
      })
  );
}
