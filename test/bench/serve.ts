/**
 * The server that is measured, in a process of its own: the place of the records and whether the append is left out come as
 * arguments. Says its address and one cookie an officer, then serves until its input ends.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import DataLoader from 'dataloader';
import { pino } from 'pino';
import { createApp } from '#server/app.ts';
import type { DatabasePlace } from '#server/db/place.ts';
import type { Installation } from '#server/installation.ts';
import type { Append, Ledger } from '#server/ledger/append.ts';
import { openSession } from '#server/sign-in/sessions.ts';
import { readAhead, type Sent } from '#server/training/read-ahead.ts';
import { letInFirst } from '#server/web/let-in-first.ts';
import { media, officerId, officers, openAgency, pack } from './agency.ts';

const [place, leftOut] = process.argv.slice(2).map((argument) => JSON.parse(argument)) as [DatabasePlace, boolean];
const { installation, close } = await openAgency(place);

/**
 * Everything that the route does but the writing: the same reading, together with whoever has come meanwhile, and the same
 * judging; no transaction, no entry, no projection.
 */
function withoutAppend({ db, agencyId, editions }: Installation): Ledger {
  const append = (async (entry: object) => ({ ...entry, seq: 1, hash: '0'.repeat(64) })) as unknown as Append;
  const at = {
    agencyId,
    editions,
    tx: db as never,
    append,
    head: () => null,
    put: async () => undefined,
    flush: async () => undefined,
    forget: () => undefined,
  };
  const reader = new DataLoader(
    async (asked: readonly (readonly Sent[])[]) => {
      const writing = { ...at, known: new Map() };
      await readAhead(writing, asked.flat());
      return asked.map(() => writing);
    },
    { cache: false, batchScheduleFn: (read) => setImmediate(read) },
  );
  return { write: async (work, evidence = []) => work(await reader.load(evidence)) };
}

const home = resolve(import.meta.dirname, '../..');
const app = createApp(leftOut ? { ...installation, ledger: withoutAppend(installation) } : installation, {
  trustProxy: false,
  pack,
  folders: { app: resolve(home, 'dist/app'), public: resolve(home, 'public'), media },
  log: pino({ level: 'silent' }),
});
const cookies: string[] = [];
const { db: tx, agencyId, now } = installation;
for (let index = 0; index < officers; index += 1) {
  const who = { officerId: officerId(index), proof: 'pin' } as const;
  cookies.push(`muster=${await openSession({ tx, agencyId }, who, now())}`);
}
const server = createServer();
letInFirst(server, getRequestListener(app.fetch));
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ port, cookies });
});
process.on('message', (message) => {
  // Kilobytes, the most that this process ever held.
  if (message === 'memory') process.send?.({ mostKilobytes: process.resourceUsage().maxRSS });
  if (message === 'end') {
    server.close();
    server.closeAllConnections();
    void close().then(() => process.disconnect());
  }
});
