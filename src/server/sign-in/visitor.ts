import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Actor } from '#domain/roster/permission.ts';
import { officerHeader } from '#domain/roster/signed-in.ts';
import type { Installation } from '../installation.ts';
import { refuse } from '../problem.ts';
import type { Origin } from '../web/origin.ts';
import { readCookie } from './cookie.ts';
import { findSession } from './sessions.ts';

/** Who asks. The agency comes from the session, never from the request. */
export type Visitor = { agencyId: string; actor: Actor };

export type Signed = { Variables: { visitor: Visitor } };

export const signedInOnly = (installation: Installation, origin: (c: Context) => Origin) =>
  createMiddleware<Signed>(async (c, next) => {
    const token = readCookie(c, origin(c));
    const visitor = token === undefined ? null : await findSession(installation, token);
    if (!visitor) return refuse(c, 401, 'sign-in.required');
    c.set('visitor', visitor);
    return next();
  });

/** For what is written in the visitor's name: the screen that sends it must be the visitor's own. */
export const inOwnName = createMiddleware<Signed>(async (c, next) =>
  c.req.header(officerHeader) === c.get('visitor').actor.officerId ? next() : refuse(c, 409, 'sign-in.other-officer'),
);
