import { type Context, Hono } from 'hono';
import type { Installation } from '../installation.ts';
import { refuseAs } from '../problem.ts';
import { inOwnName, signedInOnly } from '../sign-in/visitor.ts';
import type { Origin } from '../web/origin.ts';
import { valid } from '../web/valid.ts';
import { GrantEndItem, GrantItem } from './items.ts';
import { endGrant, giveGrant } from './store.ts';

export function grantRoutes(at: Installation, origin: (c: Context) => Origin) {
  const signedIn = signedInOnly(at, origin);
  return new Hono()
    .post('/:officerId', signedIn, inOwnName, valid('json', GrantItem), async (c) => {
      const given = await giveGrant(at, c.get('visitor'), c.req.param('officerId'), c.req.valid('json'));
      return given.ok ? c.json(given.value, 200) : refuseAs(c, given.error);
    })
    .post('/:officerId/end', signedIn, inOwnName, valid('json', GrantEndItem), async (c) => {
      const ended = await endGrant(at, c.get('visitor'), c.req.param('officerId'), c.req.valid('json'));
      return ended.ok ? c.json(ended.value, 200) : refuseAs(c, ended.error);
    });
}
