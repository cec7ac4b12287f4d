import { type Context, Hono } from 'hono';
import type { Installation } from '../installation.ts';
import { refuse, refuseAs } from '../problem.ts';
import { sendWritten } from '../reading/send-written.ts';
import { inOwnName, signedInOnly } from '../sign-in/visitor.ts';
import type { Origin } from '../web/origin.ts';
import { valid } from '../web/valid.ts';
import { CreditDecision, CreditItem, PaperItem } from './items.ts';
import { seeScan } from './list.ts';
import { decideCredit, proposeCredit, recordPaper } from './store.ts';

export function creditRoutes(at: Installation, origin: (c: Context) => Origin) {
  const signedIn = signedInOnly(at, origin);
  return new Hono()
    .get('/', signedIn, async (c) => {
      const listed = await at.reader.read('credits', c.get('visitor'));
      return listed.ok ? sendWritten(c, listed.value) : refuseAs(c, listed.error);
    })
    .get('/:creditId/scan', signedIn, async (c) => {
      const scan = await seeScan(at, c.get('visitor'), c.req.param('creditId'));
      if (!scan) return refuse(c, 404, 'request.not-found');
      return c.body(scan.bytes, 200, { 'Content-Type': scan.mediaType });
    })
    .post('/', signedIn, inOwnName, valid('json', CreditItem), async (c) => {
      const proposed = await proposeCredit(at, c.get('visitor'), c.req.valid('json'));
      return proposed.ok ? c.json(proposed.value, 200) : refuseAs(c, proposed.error);
    })
    .post('/decisions', signedIn, inOwnName, valid('json', CreditDecision), async (c) => {
      const decided = await decideCredit(at, c.get('visitor'), c.req.valid('json'));
      return decided.ok ? c.json(decided.value, 200) : refuseAs(c, decided.error);
    })
    .post('/paper', signedIn, inOwnName, valid('json', PaperItem), async (c) => {
      const recorded = await recordPaper(at, c.get('visitor'), c.req.valid('json'));
      return recorded.ok ? c.json(recorded.value, 200) : refuseAs(c, recorded.error);
    });
}
