import { type Context, Hono } from 'hono';
import type { Installation } from '../installation.ts';
import { refuseAs } from '../problem.ts';
import { sendWritten } from '../reading/send-written.ts';
import { sendCsv } from '../reports/csv.ts';
import { printSlips, SlipsAsked, VouchAsked, vouch } from '../sign-in/give-codes.ts';
import { inOwnName, signedInOnly } from '../sign-in/visitor.ts';
import { ExemptionEndItem, ExemptionItem, endExemption, exempt } from '../training/exemptions.ts';
import { setWindow, WindowItem } from '../training/windows.ts';
import type { Origin } from '../web/origin.ts';
import { valid } from '../web/valid.ts';
import { DutyItem, sayDuty } from './duty.ts';
import { failedRowsCsv } from './failed-rows.ts';
import { ImportAsked, PlanAsked } from './import-items.ts';
import { importRoster, listFailedRows, planRosterImport } from './import-store.ts';
import { seePerson } from './people.ts';
import { PersonItem, UnitEndItem, UnitItem } from './person-items.ts';
import { keepPerson } from './person-store.ts';
import { keepUnit, removeUnit } from './unit-store.ts';

export function rosterRoutes(at: Installation, origin: (c: Context) => Origin) {
  const signedIn = signedInOnly(at, origin);
  return new Hono()
    .post('/people', signedIn, inOwnName, valid('json', PersonItem), async (c) => {
      const kept = await keepPerson(at, c.get('visitor'), c.req.valid('json'));
      return kept.ok ? c.json(kept.value, 200) : refuseAs(c, kept.error);
    })
    .get('/people', signedIn, async (c) => {
      const people = await at.reader.read('people', c.get('visitor'));
      return people.ok ? sendWritten(c, people.value) : refuseAs(c, people.error);
    })
    .get('/people/:officerId', signedIn, async (c) => {
      const looking = { ...at, tx: at.db };
      const seen = await seePerson(looking, c.get('visitor'), c.req.param('officerId'));
      return seen.ok ? c.json(seen.value, 200) : refuseAs(c, seen.error);
    })
    .post('/people/:officerId/duty', signedIn, inOwnName, valid('json', DutyItem), async (c) => {
      const said = await sayDuty(at, c.get('visitor'), c.req.param('officerId'), c.req.valid('json'));
      return said.ok ? c.json(said.value, 200) : refuseAs(c, said.error);
    })
    .post('/people/:officerId/exemption', signedIn, inOwnName, valid('json', ExemptionItem), async (c) => {
      const given = await exempt(at, c.get('visitor'), c.req.param('officerId'), c.req.valid('json'));
      return given.ok ? c.json(given.value, 200) : refuseAs(c, given.error);
    })
    .post('/people/:officerId/exemption/end', signedIn, inOwnName, valid('json', ExemptionEndItem), async (c) => {
      const ended = await endExemption(at, c.get('visitor'), c.req.param('officerId'), c.req.valid('json'));
      return ended.ok ? c.json(ended.value, 200) : refuseAs(c, ended.error);
    })
    .post('/people/:officerId/vouch', signedIn, inOwnName, valid('json', VouchAsked), async (c) => {
      const vouched = await vouch(at, c.get('visitor'), c.req.param('officerId'));
      return vouched.ok ? c.json(vouched.value, 200) : refuseAs(c, vouched.error);
    })
    .post('/units', signedIn, inOwnName, valid('json', UnitItem), async (c) => {
      const kept = await keepUnit(at, c.get('visitor'), c.req.valid('json'));
      return kept.ok ? c.json(kept.value, 200) : refuseAs(c, kept.error);
    })
    .get('/units/:unitId/people', signedIn, async (c) => {
      const listed = await at.reader.read('squadPeople', c.get('visitor'), { unitId: c.req.param('unitId') });
      return listed.ok ? sendWritten(c, listed.value) : refuseAs(c, listed.error);
    })
    .post('/units/:unitId/remove', signedIn, inOwnName, valid('json', UnitEndItem), async (c) => {
      const removed = await removeUnit(at, c.get('visitor'), c.req.param('unitId'), c.req.valid('json'));
      return removed.ok ? c.json(removed.value, 200) : refuseAs(c, removed.error);
    })
    .post('/units/:unitId/slips', signedIn, inOwnName, valid('json', SlipsAsked), async (c) => {
      const asked = { unitId: c.req.param('unitId'), ...c.req.valid('json') };
      const printed = await printSlips(at, c.get('visitor'), asked);
      return printed.ok ? c.json({ slips: printed.value }, 200) : refuseAs(c, printed.error);
    })
    .post('/windows', signedIn, inOwnName, valid('json', WindowItem), async (c) => {
      const set = await setWindow(at, c.get('visitor'), c.req.valid('json'));
      return set.ok ? c.json(set.value, 200) : refuseAs(c, set.error);
    })
    .post('/imports/plan', signedIn, inOwnName, valid('json', PlanAsked), async (c) => {
      const planned = await planRosterImport(at, c.get('visitor'), c.req.valid('json'));
      return planned.ok ? c.json(planned.value, 200) : refuseAs(c, planned.error);
    })
    .post('/imports/failed.csv', signedIn, inOwnName, valid('json', PlanAsked), async (c) => {
      const listed = await listFailedRows(at, c.get('visitor'), c.req.valid('json'));
      if (!listed.ok) return refuseAs(c, listed.error);
      return sendCsv(c, 'failed-rows.csv', failedRowsCsv(listed.value.sheet, listed.value.failed));
    })
    .post('/imports', signedIn, inOwnName, valid('json', ImportAsked), async (c) => {
      const imported = await importRoster(at, c.get('visitor'), c.req.valid('json'));
      return imported.ok ? c.json(imported.value, 200) : refuseAs(c, imported.error);
    });
}
