import { join, resolve } from 'node:path';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { DatabasePlace } from '#server/db/place.ts';
import { runServer } from '#server/main.ts';
import { media, type Officer, pack } from './a-site.ts';
import { headersOf } from './submissions.ts';

const home = resolve(import.meta.dirname, '../..');

/** The real server in this process, so that its clock can be moved. Closed with the test. */
export async function aServerHere(place: DatabasePlace, now: () => number) {
  const started = await runServer({
    host: '127.0.0.1',
    port: 0,
    place,
    pack,
    now,
    trustProxy: false,
    folders: { app: join(home, 'dist/app'), public: join(home, 'public'), media },
    log: pino({ level: 'silent' }),
    prepare: async () => undefined,
  });
  if (!started.ok) throw new Error(started.error.code);
  const { url, installation, close } = started.value;
  let closed: Promise<void> | undefined;
  const end = () => (closed ??= close());
  onTestFinished(end, 30_000);
  return { url, installation, close: end };
}

export async function post<T>(
  url: string,
  path: string,
  by: Officer,
  body: unknown,
): Promise<{ status: number; body: T }> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: headersOf(url, by),
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as T };
}

export async function get<T>(url: string, path: string, by: Officer): Promise<T> {
  return (await (await fetch(`${url}${path}`, { headers: { cookie: by.cookie } })).json()) as T;
}
