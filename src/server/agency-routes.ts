import { Hono } from 'hono';
import type { Installation } from './installation.ts';
import { readAssignments } from './training/assignment.ts';

/** What anyone may know before signing in. */
export const agencyRoutes = ({ db, agencyId, editions }: Installation) =>
  new Hono().get('/', async (c) => {
    const agency = await db
      .selectFrom('agency')
      .selectAll()
      .where('agency_id', '=', agencyId)
      .executeTakeFirstOrThrow();
    const current = (await readAssignments({ tx: db, agencyId })).at(-1);
    const { course, text, editionHash } = editions.get(current?.editionHash ?? '');
    return c.json(
      {
        name: agency.name,
        demo: agency.demo === 1,
        timeZone: agency.time_zone,
        reviewed: course.counselReview !== 'no',
        editionHash,
        courseTitle: { en: text.en.title, es: text.es.title },
      },
      200,
    );
  });
