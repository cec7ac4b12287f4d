import { type Context, Hono } from 'hono';
import type { Installation } from '../installation.ts';
import { refuse, refuseAs } from '../problem.ts';
import { beginSession } from '../sign-in/begin-session.ts';
import type { Origin } from '../web/origin.ts';
import { valid } from '../web/valid.ts';
import { FirstItem, LinkItem, NamedItem, nameAgency, seeSetUp, setFirstAdministrator } from './set-up.ts';

/** The first steps of an empty installation, by the link that the terminal printed; afterwards nothing is here. */
export const setUpRoutes = (at: Installation, origin: (c: Context) => Origin) =>
  new Hono()
    .post('/look', valid('json', LinkItem), async (c) => {
      const seen = await seeSetUp(at, c.req.valid('json').token);
      return seen.ok ? c.json(seen.value, 200) : refuseAs(c, seen.error);
    })
    .post('/agency', valid('json', NamedItem), async (c) => {
      const named = await nameAgency(at, c.req.valid('json'));
      return named.ok ? c.json({}, 200) : refuseAs(c, named.error);
    })
    .post('/administrator', valid('json', FirstItem), async (c) => {
      const set = await setFirstAdministrator(at, c.req.valid('json'));
      if (set.ok) return beginSession(c, { at, origin: origin(c) }, set.value);
      return 'status' in set.error ? refuseAs(c, set.error) : refuse(c, 422, set.error.code, { field: 'password' });
    });
