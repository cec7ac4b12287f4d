import { Hono } from 'hono';
import { readAgency } from './founding.ts';
import type { Installation } from './installation.ts';
import { readAssignments } from './training/assignment.ts';

/** What anyone may know before signing in. */
export const agencyRoutes = ({ db, agencyId, editions }: Installation) =>
  new Hono().get('/', async (c) => {
    const agency = await readAgency({ db, agencyId });
    const current = (await readAssignments({ tx: db, agencyId })).at(-1);
    if (!agency || !current) throw new Error('An installation is prepared before it serves.');
    const { course, text, editionHash } = editions.get(current.editionHash);
    return c.json(
      {
        ...agency,
        reviewed: course.counselReview !== 'no',
        editionHash,
        courseTitle: { en: text.en.title, es: text.es.title },
      },
      200,
    );
  });
