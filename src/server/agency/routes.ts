import { Hono } from 'hono';
import type { Installation } from '../installation.ts';
import { readFounded } from './frame.ts';

/** What anyone may know before signing in. */
export const agencyRoutes = ({ db, agencyId, editions }: Installation) =>
  new Hono().get('/', async (c) => {
    const { name, demo, timeZone, assignments } = await readFounded({ tx: db, agencyId });
    const current = assignments.at(-1);
    if (!current) throw new Error('An installation is prepared before it serves.');
    const { course, text, editionHash } = editions.get(current.editionHash);
    return c.json(
      {
        name,
        demo,
        timeZone,
        reviewed: course.counselReview !== 'no',
        editionHash,
        courseTitle: { en: text.en.title, es: text.es.title },
      },
      200,
    );
  });
