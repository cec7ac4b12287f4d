import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { type EvidenceGrade, grades, standings } from '#domain/completion/completion.ts';
import { ItemId, Watched } from '#domain/completion/evidence.ts';
import type { UnitCounts } from '#domain/completion/report.ts';
import { reviewOutcomes } from '#domain/coverage/watching-evidence.ts';
import type { Installation } from '../installation.ts';
import { refuseAs } from '../problem.ts';
import { inOwnName, signedInOnly } from '../sign-in/visitor.ts';
import type { Origin } from '../web/origin.ts';
import { valid } from '../web/valid.ts';
import { csvOf, sendCsv } from './csv.ts';
import { readPathWithReason, seeOfficer } from './officer.ts';
import { listReviews, noteReview, readWatchingWithReason } from './reviews.ts';
import { listOfficers, seeUnit } from './store.ts';

const Filter = z.strictObject({
  standing: z.enum(standings).optional(),
  late: z.enum(['true', 'false']).optional(),
  grade: z.enum(grades).optional(),
});
type Filter = z.infer<typeof Filter>;

const asked = ({ standing, late, grade }: Filter) => ({ standing, late: late === 'true', grade });
const ReviewNoted = z.strictObject({
  id: ItemId,
  editionHash: Watched.shape.editionHash,
  upToSeq: z.int().min(1),
  outcome: z.enum(reviewOutcomes),
});
const Reason = z.strictObject({ id: ItemId, reason: z.string().trim().min(10).max(500) });

const unitColumns = ['unitId', 'name', 'officers', 'done', 'onTheWay', 'notOpened', 'late', 'dueOnReturn'] as const;
const gradeColumns = ['needsTalk', 'gradeAProved', 'gradeBWitnessed', 'gradeCReported', 'gradeDCredited'] as const;
const officerColumns = [
  'badge',
  'name',
  'rank',
  'unit',
  'duty',
  'standing',
  'watchedShare',
  'overdue',
  'dueAt',
] as const;
const doneColumns = ['completedAt', 'grade', 'evidence', 'receipt'] as const;
/** A letter alone would say nothing in a file that has left us. */
const evidenceWords: Record<EvidenceGrade, string> = { A: 'proved', B: 'witnessed', C: 'reported', D: 'credited' };

const reviewColumns = ['badge', 'name', 'unit', 'editionHash', 'seconds', 'reports', 'lastAt'] as const;

const flat = ({ byGrade: { A, B, C, D }, ...counts }: UnitCounts) => ({
  ...counts,
  gradeAProved: A,
  gradeBWitnessed: B,
  gradeCReported: C,
  gradeDCredited: D,
});

export function reportRoutes(at: Installation, origin: (c: Context) => Origin) {
  const signedIn = signedInOnly(at, origin);
  return new Hono()
    .get('/units/:unitId{[^/]+\\.csv}', signedIn, async (c) => {
      const report = await seeUnit(at, c.get('visitor'), c.req.param('unitId').replace(/\.csv$/, ''));
      if (!report.ok) return refuseAs(c, report.error);
      const lines = [report.value.unit, ...report.value.units].map(({ counts, ...unit }) => ({
        ...unit,
        ...flat(counts),
      }));
      return sendCsv(c, 'units.csv', csvOf([...unitColumns, ...gradeColumns], lines));
    })
    .get('/units/:unitId', signedIn, async (c) => {
      const report = await seeUnit(at, c.get('visitor'), c.req.param('unitId'));
      return report.ok ? c.json(report.value, 200) : refuseAs(c, report.error);
    })
    .get('/units/:unitId/officers', signedIn, valid('query', Filter), async (c) => {
      const filter = asked(c.req.valid('query'));
      const officers = await listOfficers(at, c.get('visitor'), c.req.param('unitId'), filter);
      return officers.ok ? c.json({ officers: officers.value }, 200) : refuseAs(c, officers.error);
    })
    .get('/units/:unitId/officers.csv', signedIn, valid('query', Filter), async (c) => {
      const filter = asked(c.req.valid('query'));
      const officers = await listOfficers(at, c.get('visitor'), c.req.param('unitId'), filter);
      if (!officers.ok) return refuseAs(c, officers.error);
      const lines = officers.value.map((line) => ({ ...line, evidence: line.grade && evidenceWords[line.grade] }));
      return sendCsv(c, 'officers.csv', csvOf([...officerColumns, ...doneColumns], lines));
    })
    .get('/officers/:officerId', signedIn, async (c) => {
      const seen = await seeOfficer(at, c.get('visitor'), c.req.param('officerId'));
      return seen.ok ? c.json(seen.value, 200) : refuseAs(c, seen.error);
    })
    .post('/officers/:officerId/path', signedIn, inOwnName, valid('json', Reason), async (c) => {
      const path = await readPathWithReason(at, c.get('visitor'), c.req.param('officerId'), c.req.valid('json'));
      return path.ok ? c.json(path.value, 200) : refuseAs(c, path.error);
    })
    .get('/reviews', signedIn, async (c) => {
      const reviews = await listReviews(at, c.get('visitor'));
      return reviews.ok ? c.json({ reviews: reviews.value }, 200) : refuseAs(c, reviews.error);
    })
    .get('/reviews.csv', signedIn, async (c) => {
      const reviews = await listReviews(at, c.get('visitor'));
      if (!reviews.ok) return refuseAs(c, reviews.error);
      return sendCsv(c, 'to-review.csv', csvOf(reviewColumns, reviews.value));
    })
    .post('/officers/:officerId/watching', signedIn, inOwnName, valid('json', Reason), async (c) => {
      const { officerId } = c.req.param();
      const watching = await readWatchingWithReason(at, c.get('visitor'), officerId, c.req.valid('json'));
      return watching.ok ? c.json({ watching: watching.value }, 200) : refuseAs(c, watching.error);
    })
    .post('/officers/:officerId/reviews', signedIn, inOwnName, valid('json', ReviewNoted), async (c) => {
      const { officerId } = c.req.param();
      const noted = await noteReview(at, c.get('visitor'), officerId, c.req.valid('json'));
      return noted.ok ? c.json({ watching: noted.value }, 200) : refuseAs(c, noted.error);
    });
}
