import { type Context, Hono } from 'hono';
import type { CoursePack } from '#domain/course/pack.ts';
import { type DailyChoice, lastBackup } from '../backup/daily.ts';
import type { Installation } from '../installation.ts';
import { refuseAs } from '../problem.ts';
import { inOwnName, signedInOnly } from '../sign-in/visitor.ts';
import type { Origin } from '../web/origin.ts';
import { valid } from '../web/valid.ts';
import { readFounded } from './frame.ts';
import { publishOrder } from './order.ts';
import { OrderItem } from './order-items.ts';
import { seeSettings } from './see-settings.ts';
import { AgencyItem, changeAgency } from './settings.ts';

/** @param base the course that ships, before anything that the agency says of it */
export function agencyRoutes(
  at: Installation,
  origin: (c: Context) => Origin,
  { base, backups }: { base: CoursePack; backups: DailyChoice },
) {
  const signedIn = signedInOnly(at, origin);
  return (
    new Hono()
      // What anyone may know before signing in.
      .get('/', async (c) => {
        const { name, demo, timeZone, startLanguage, setUpAt, assignments, units } = await readFounded({
          tx: at.db,
          agencyId: at.agencyId,
        });
        const current = assignments.at(-1);
        if (!current) throw new Error('An installation is prepared before it serves.');
        const { course, text, editionHash } = at.editions.get(current.editionHash);
        return c.json(
          {
            name,
            demo,
            timeZone,
            startLanguage,
            // An agency of before there was a set-up has its units.
            isSetUp: demo || setUpAt !== null || units.size > 1,
            reviewed: course.counselReview !== 'no',
            editionHash,
            courseTitle: { en: text.en.title, es: text.es.title },
          },
          200,
        );
      })
      .post('/', signedIn, inOwnName, valid('json', AgencyItem), async (c) => {
        const changed = await changeAgency(at, c.get('visitor'), c.req.valid('json'));
        return changed.ok ? c.json(changed.value, 200) : refuseAs(c, changed.error);
      })
      .get('/settings', signedIn, async (c) => {
        const seen = await seeSettings(at, c.get('visitor'), base, lastBackup(backups.folder));
        return seen.ok ? c.json(seen.value, 200) : refuseAs(c, seen.error);
      })
      .post('/order', signedIn, inOwnName, valid('json', OrderItem), async (c) => {
        const published = await publishOrder(at, c.get('visitor'), base, c.req.valid('json'));
        return published.ok ? c.json(published.value, 200) : refuseAs(c, published.error);
      })
  );
}
