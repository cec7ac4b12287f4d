import { type Context, Hono } from 'hono';
import type { Installation } from '../installation.ts';
import { refuseAs } from '../problem.ts';
import { sendWritten } from '../reading/send-written.ts';
import { sendCsv } from '../reports/csv.ts';
import { inOwnName, signedInOnly } from '../sign-in/visitor.ts';
import type { Origin } from '../web/origin.ts';
import { valid } from '../web/valid.ts';
import { correctAttendance } from './corrections.ts';
import { CloseItem, CorrectionItem, GuestItem, OpenItem, PresenceItem, ScreenedItem, TalkItem } from './items.ts';
import { listSquads } from './squads.ts';
import { addGuest, closeRollCall, openRollCall, reportScreening, seeRollCall, takePresence } from './store.ts';
import { recordTalk } from './talks.ts';

export function rollCallRoutes(at: Installation, origin: (c: Context) => Origin) {
  const signedIn = signedInOnly(at, origin);
  const { read } = at.reader;
  return new Hono()
    .get('/squads', signedIn, async (c) => c.json({ squads: await listSquads(at, c.get('visitor')) }, 200))
    .get('/squads/:unitId/owes', signedIn, async (c) => {
      const owes = await read('owes', c.get('visitor'), { unitId: c.req.param('unitId') });
      return owes.ok ? sendWritten(c, owes.value) : refuseAs(c, owes.error);
    })
    .get('/squads/:unitId/owes.csv', signedIn, async (c) => {
      const csv = await read('owesCsv', c.get('visitor'), { unitId: c.req.param('unitId') });
      return csv.ok ? sendCsv(c, 'owes.csv', csv.value) : refuseAs(c, csv.error);
    })
    .post('/talks', signedIn, inOwnName, valid('json', TalkItem), async (c) => {
      const recorded = await recordTalk(at, c.get('visitor'), c.req.valid('json'));
      return recorded.ok ? c.json(recorded.value, 200) : refuseAs(c, recorded.error);
    })
    .post('/', signedIn, inOwnName, valid('json', OpenItem), async (c) => {
      const opened = await openRollCall(at, c.get('visitor'), c.req.valid('json'));
      return opened.ok ? c.json(opened.value, 200) : refuseAs(c, opened.error);
    })
    .get('/:id', signedIn, async (c) => {
      const seen = await seeRollCall(at, c.get('visitor'), c.req.param('id'));
      return seen.ok ? c.json(seen.value, 200) : refuseAs(c, seen.error);
    })
    .post('/:id/presence', signedIn, inOwnName, valid('json', PresenceItem), async (c) => {
      const changed = await takePresence(at, c.get('visitor'), c.req.param('id'), c.req.valid('json'));
      return changed.ok ? c.json(changed.value, 200) : refuseAs(c, changed.error);
    })
    .post('/:id/guest', signedIn, inOwnName, valid('json', GuestItem), async (c) => {
      const changed = await addGuest(at, c.get('visitor'), c.req.param('id'), c.req.valid('json'));
      return changed.ok ? c.json(changed.value, 200) : refuseAs(c, changed.error);
    })
    .post('/:id/screened', signedIn, inOwnName, valid('json', ScreenedItem), async (c) => {
      const changed = await reportScreening(at, c.get('visitor'), c.req.param('id'), c.req.valid('json'));
      return changed.ok ? c.json(changed.value, 200) : refuseAs(c, changed.error);
    })
    .post('/:id/close', signedIn, inOwnName, valid('json', CloseItem), async (c) => {
      const changed = await closeRollCall(at, c.get('visitor'), c.req.param('id'), c.req.valid('json'));
      return changed.ok ? c.json(changed.value, 200) : refuseAs(c, changed.error);
    })
    .post('/:id/corrections', signedIn, inOwnName, valid('json', CorrectionItem), async (c) => {
      const corrected = await correctAttendance(at, c.get('visitor'), c.req.param('id'), c.req.valid('json'));
      return corrected.ok ? c.json(corrected.value, 200) : refuseAs(c, corrected.error);
    });
}
