import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { grades, standings } from '#domain/completion/completion.ts';
import { ItemId, Watched } from '#domain/completion/evidence.ts';
import { reviewOutcomes } from '#domain/coverage/watching-evidence.ts';
import type { Installation } from '../installation.ts';
import { refuseAs } from '../problem.ts';
import { sendWritten } from '../reading/send-written.ts';
import { inOwnName, signedInOnly } from '../sign-in/visitor.ts';
import type { Origin } from '../web/origin.ts';
import { valid } from '../web/valid.ts';
import { sendCsv } from './csv.ts';
import { notePathReading } from './officer.ts';
import { noteReview, noteWatchingReading } from './reviews.ts';

const Filter = z.strictObject({
  standing: z.enum(standings).optional(),
  late: z.enum(['true', 'false']).optional(),
  grade: z.enum(grades).optional(),
  direct: z.enum(['true', 'false']).optional(),
});
type Filter = z.infer<typeof Filter>;

const filterOf = ({ standing, late, grade, direct }: Filter) => ({
  standing,
  late: late === 'true',
  grade,
  direct: direct === 'true',
});
const ReviewNoted = z.strictObject({
  id: ItemId,
  editionHash: Watched.shape.editionHash,
  upToSeq: z.int().min(1),
  outcome: z.enum(reviewOutcomes),
});
const Reason = z.strictObject({ id: ItemId, reason: z.string().trim().min(10).max(500) });

/** What is read is read beside the writer (src/server/reading); only what must be recorded is done here. */
export function reportRoutes(at: Installation, origin: (c: Context) => Origin) {
  const signedIn = signedInOnly(at, origin);
  const { read } = at.reader;
  return new Hono()
    .get('/units/:unitId{[^/]+\\.csv}', signedIn, async (c) => {
      const unitId = c.req.param('unitId').replace(/\.csv$/, '');
      const csv = await read('unitCsv', c.get('visitor'), { unitId });
      return csv.ok ? sendCsv(c, 'units.csv', csv.value) : refuseAs(c, csv.error);
    })
    .get('/units/:unitId', signedIn, async (c) => {
      const report = await read('unit', c.get('visitor'), { unitId: c.req.param('unitId') });
      return report.ok ? sendWritten(c, report.value) : refuseAs(c, report.error);
    })
    .get('/units/:unitId/officers', signedIn, valid('query', Filter), async (c) => {
      const asked = { unitId: c.req.param('unitId'), ...filterOf(c.req.valid('query')) };
      const officers = await read('officers', c.get('visitor'), asked);
      return officers.ok ? sendWritten(c, officers.value) : refuseAs(c, officers.error);
    })
    .get('/units/:unitId/officers.csv', signedIn, valid('query', Filter), async (c) => {
      const asked = { unitId: c.req.param('unitId'), ...filterOf(c.req.valid('query')) };
      const csv = await read('officersCsv', c.get('visitor'), asked);
      return csv.ok ? sendCsv(c, 'officers.csv', csv.value) : refuseAs(c, csv.error);
    })
    .get('/officers/:officerId', signedIn, async (c) => {
      const seen = await read('officer', c.get('visitor'), c.req.param());
      return seen.ok ? sendWritten(c, seen.value) : refuseAs(c, seen.error);
    })
    .post('/officers/:officerId/path', signedIn, inOwnName, valid('json', Reason), async (c) => {
      const { officerId } = c.req.param();
      const noted = await notePathReading(at, c.get('visitor'), officerId, c.req.valid('json'));
      if (!noted.ok) return refuseAs(c, noted.error);
      const path = await read('path', c.get('visitor'), { officerId });
      return path.ok ? sendWritten(c, path.value) : refuseAs(c, path.error);
    })
    .get('/reviews', signedIn, async (c) => {
      const reviews = await read('reviews', c.get('visitor'));
      return reviews.ok ? sendWritten(c, reviews.value) : refuseAs(c, reviews.error);
    })
    .get('/reviews.csv', signedIn, async (c) => {
      const csv = await read('reviewsCsv', c.get('visitor'));
      return csv.ok ? sendCsv(c, 'to-review.csv', csv.value) : refuseAs(c, csv.error);
    })
    .post('/officers/:officerId/watching', signedIn, inOwnName, valid('json', Reason), async (c) => {
      const { officerId } = c.req.param();
      const noted = await noteWatchingReading(at, c.get('visitor'), officerId, c.req.valid('json'));
      if (!noted.ok) return refuseAs(c, noted.error);
      const watching = await read('watching', c.get('visitor'), { officerId });
      return watching.ok ? sendWritten(c, watching.value) : refuseAs(c, watching.error);
    })
    .post('/officers/:officerId/reviews', signedIn, inOwnName, valid('json', ReviewNoted), async (c) => {
      const { officerId } = c.req.param();
      const noted = await noteReview(at, c.get('visitor'), officerId, c.req.valid('json'));
      if (!noted.ok) return refuseAs(c, noted.error);
      const watching = await read('watching', c.get('visitor'), { officerId });
      return watching.ok ? sendWritten(c, watching.value) : refuseAs(c, watching.error);
    });
}
