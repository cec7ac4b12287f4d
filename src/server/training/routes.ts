import { Hono } from 'hono';
import { EvidenceItem } from '#domain/completion/evidence.ts';
import type { Installation } from '../installation.ts';
import { refuseAs } from '../problem.ts';
import { inOwnName, signedInOnly } from '../sign-in/visitor.ts';
import { valid } from '../web/valid.ts';
import { readPath } from './path.ts';
import { acceptEvidence } from './store.ts';
import { readTraining } from './view.ts';

/** Everyone's own training: the session says whose, so there is nothing to ask leave for. */
export function trainingRoutes(installation: Installation) {
  const asking = { tx: installation.db, agencyId: installation.agencyId };
  return new Hono()
    .get('/', signedInOnly(installation), async (c) =>
      c.json(await readTraining(asking, installation.editions, c.get('visitor').actor.officerId), 200),
    )
    .post('/evidence', signedInOnly(installation), inOwnName, valid('json', EvidenceItem), async (c) => {
      const accepted = await acceptEvidence(installation, c.get('visitor'), c.req.valid('json'));
      return accepted.ok ? c.json(accepted.value, 200) : refuseAs(c, accepted.error);
    })
    .get('/path', signedInOnly(installation), async (c) =>
      c.json({ steps: await readPath(asking, installation.editions, c.get('visitor').actor.officerId) }, 200),
    );
}
