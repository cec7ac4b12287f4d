import { type Context, Hono } from 'hono';
import type { Installation } from '../installation.ts';
import { refuseAs } from '../problem.ts';
import { sendCsv } from '../reports/csv.ts';
import { inOwnName, signedInOnly } from '../sign-in/visitor.ts';
import type { Origin } from '../web/origin.ts';
import { valid } from '../web/valid.ts';
import { failedRowsCsv } from './failed-rows.ts';
import { ImportAsked, PlanAsked } from './import-items.ts';
import { importRoster, listFailedRows, planRosterImport } from './import-store.ts';

export function rosterRoutes(at: Installation, origin: (c: Context) => Origin) {
  const signedIn = signedInOnly(at, origin);
  return new Hono()
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
