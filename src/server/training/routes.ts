import { type Context, Hono } from 'hono';
import { EvidenceItem } from '#domain/completion/evidence.ts';
import type { Installation } from '../installation.ts';
import { refuseAs } from '../problem.ts';
import { sendWritten } from '../reading/send-written.ts';
import { inOwnName, signedInOnly } from '../sign-in/visitor.ts';
import type { Origin } from '../web/origin.ts';
import { valid } from '../web/valid.ts';
import { readPath } from './path.ts';
import { acceptEvidence } from './store.ts';
import { trainingsTogether } from './view.ts';

/** Everyone's own training: the session says whose, so there is nothing to ask leave for. */
export function trainingRoutes(installation: Installation, origin: (c: Context) => Origin) {
  const signedIn = signedInOnly(installation, origin);
  const looking = { ...installation, tx: installation.db };
  const trainings = trainingsTogether(looking);
  return new Hono()
    .get('/', signedIn, async (c) => c.json(await trainings.load(c.get('visitor').actor.officerId), 200))
    .post('/evidence', signedIn, inOwnName, valid('json', EvidenceItem), async (c) => {
      const accepted = await acceptEvidence(installation, trainings, c.get('visitor'), c.req.valid('json'));
      return accepted.ok ? c.json(accepted.value, 200) : refuseAs(c, accepted.error);
    })
    .get('/path', signedIn, async (c) =>
      c.json(await readPath(looking, looking.editions, c.get('visitor').actor.officerId), 200),
    )
    .get('/record', signedIn, async (c) => {
      const takenOn = new Date(installation.now()).toISOString().slice(0, 10);
      const record = await installation.reader.read('ownRecord', c.get('visitor'));
      if (!record.ok) return refuseAs(c, record.error);
      // No name and no badge in the file's name: it lies in the downloads of a device that others use.
      const fileName = `training-record-${takenOn}.json`;
      return sendWritten(c, record.value, { 'Content-Disposition': `attachment; filename="${fileName}"` });
    });
}
