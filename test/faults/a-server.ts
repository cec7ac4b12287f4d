import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DatabasePlace } from '#server/db/place.ts';
import { bareEnvironment } from '#test/support/bare-environment.ts';

const home = resolve(import.meta.dirname, '../..');
const course = resolve(home, 'test/support/short-course');

export type Server = {
  url: string;
  pid: number;
  /** From the start of the process until it said that it serves. */
  startedIn: number;
  /** SIGKILL: nothing in the process runs any more. */
  kill(): Promise<void>;
  /** SIGTERM. @returns the exit code */
  stop(): Promise<number | null>;
};

/** `npm start -- --empty` as a process of its own; `under`: a program that starts it, with its arguments. */
export async function startServer(
  place: DatabasePlace,
  { under = [], env = {} }: { under?: string[]; env?: Record<string, string> } = {},
): Promise<Server> {
  const from = performance.now();
  const [program = '', ...args] = [...under, process.execPath, 'src/cli/start.ts', '--no-build', '--empty'];
  const child = spawn(program, args, {
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...bareEnvironment(),
      PORT: '0',
      MUSTER_DATA: place.dataFolder,
      MUSTER_COURSE: course,
      MUSTER_MEDIA: resolve(course, 'media/short-course'),
      ...(place.kind === 'postgres' && { DATABASE_URL: place.address }),
      ...env,
    },
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  let [out, err] = ['', ''];
  child.stderr.on('data', (bytes) => {
    err += String(bytes);
  });
  const url = await new Promise<string>((found, fail) => {
    child.stdout.on('data', (bytes) => {
      out += String(bytes);
      const said = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0];
      if (said && out.includes('Ctrl+C')) found(said);
    });
    void ended.then((code) => fail(new Error(`It ended with ${code} before it served: ${err}`)));
  });
  const endBy = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    url,
    pid: child.pid ?? 0,
    startedIn: performance.now() - from,
    kill: async () => void (await endBy('SIGKILL')),
    stop: () => endBy('SIGTERM'),
  };
}
