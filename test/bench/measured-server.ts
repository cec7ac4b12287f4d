import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { resolve } from 'node:path';
import { officerHeader } from '#domain/roster/signed-in.ts';
import type { DatabasePlace } from '#server/db/place.ts';
import { officerId } from './agency.ts';

export type MeasuredServer = {
  /** Sends one item of evidence in an officer's name. @returns milliseconds until the whole answer was there */
  send(officer: number, item: unknown): Promise<number>;
  /** The most memory that the server ever held, in megabytes. */
  memory(): Promise<number>;
  close(): Promise<void>;
};

/** The server in a process of its own, with connections that stay open. */
export async function startMeasured(place: DatabasePlace, { leftOut = false } = {}): Promise<MeasuredServer> {
  const given = [JSON.stringify(place), JSON.stringify(leftOut)];
  // As `npm start` runs it.
  const child = fork(resolve(import.meta.dirname, 'serve.ts'), given, {
    execArgv: ['--max-semi-space-size=4', '--heap-growing-percent=20'],
  });
  const [{ port, cookies }] = (await once(child, 'message')) as [{ port: number; cookies: string[] }];
  const agent = new Agent({ keepAlive: true });
  return {
    send(officer, item) {
      const from = performance.now();
      const body = JSON.stringify(item);
      const headers = {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
        Origin: `http://127.0.0.1:${port}`,
        Cookie: cookies[officer] ?? '',
        [officerHeader]: officerId(officer),
      };
      const options = { agent, host: '127.0.0.1', port, path: '/api/training/evidence', method: 'POST', headers };
      return new Promise((resolve, reject) => {
        const sent = request(options, (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () => {
            // A figure made of refusals would be a lie.
            if (response.statusCode === 200) resolve(performance.now() - from);
            else reject(new Error(`${response.statusCode}: ${Buffer.concat(parts).toString('utf8')}`));
          });
        });
        sent.on('error', reject).end(body);
      });
    },
    async memory() {
      child.send('memory');
      const [{ mostKilobytes }] = (await once(child, 'message')) as [{ mostKilobytes: number }];
      return mostKilobytes / 1024;
    },
    async close() {
      agent.destroy();
      child.send('end');
      await once(child, 'exit');
    },
  };
}
