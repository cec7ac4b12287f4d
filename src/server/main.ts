import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { type AppSettings, createApp } from './app.ts';
import { backUpDaily, noBackups } from './backup/daily.ts';
import type { DatabasePlace } from './db/place.ts';
import { type DatabaseAway, type Installation, openInstallation } from './installation.ts';
import { signDaily } from './ledger/proof.ts';
import type { NotRebuilt } from './ledger/rebuild.ts';
import { letInFirst } from './web/let-in-first.ts';

export type ServerSettings = AppSettings & {
  host: string;
  port: number;
  place: DatabasePlace;
  ledgerKeyFile?: string | undefined;
  now: () => number;
  /** Brings the installation to where it can serve: founds the agency on the first start, adopts the course. */
  prepare: (installation: Installation) => Promise<void>;
};

export type StartError =
  | { code: 'start.alreadyRunning'; process: string }
  | DatabaseAway
  | NotRebuilt
  | { code: 'start.portTaken' }
  | { code: 'start.cannotListen'; reason: string };

export type Running = { url: string; installation: Installation; close(): Promise<void> };

/** How long a request that is under way may take once the server is told to end. */
const patienceMilliseconds = 3_000;

/** Opens the data folder, brings it up to date and listens. */
export async function runServer(settings: ServerSettings): Promise<Result<Running, StartError>> {
  const opened = await openInstallation(settings.place, settings.now, settings);
  if (!opened.ok) return opened;
  const { installation, close } = opened.value;
  const { host, port } = settings;
  const app = createApp(installation, settings);
  const answer = getRequestListener(app.fetch);
  const prepared = Promise.withResolvers<void>();
  const server = createServer(
    // A browser that dawdles must not hold a connection for ever (trust.md: slow bodies).
    { requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 5_000 },
  );
  letInFirst(server, (request, response) => void prepared.promise.then(() => answer(request, response)));
  // Listening comes first: a taken port must not leave behind an agency that was founded and never served.
  const error = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    server.once('error', resolve).listen(port, host, () => resolve(null));
  });
  if (error) {
    await close();
    if (error.code === 'EADDRINUSE') return fail({ code: 'start.portTaken' });
    return fail({ code: 'start.cannotListen', reason: error.code ?? error.message });
  }
  try {
    await settings.prepare(installation);
  } catch (bug) {
    server.close();
    server.closeAllConnections();
    await close();
    throw bug;
  }
  prepared.resolve();
  const endSigning = signDaily(installation, settings.log);
  const endBackups = backUpDaily(settings.place, settings.backups ?? noBackups, settings);
  const address = server.address() as AddressInfo;
  return succeed({
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    installation,
    /** Answers what is under way, then shuts the database. */
    async close() {
      endSigning();
      endBackups();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), patienceMilliseconds).unref();
      });
      await close();
    },
  });
}
