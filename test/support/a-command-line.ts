import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { DatabasePlace } from '#server/db/place.ts';
import { bareEnvironment } from '#test/support/bare-environment.ts';

const home = resolve(import.meta.dirname, '../..');

export type Said = { code: number | null; out: string; err: string };

/** One of our commands, as whoever runs Muster types it. */
export function run(
  command:
    | 'package'
    | 'verify'
    | 'export'
    | 'rebuild'
    | 'retention'
    | 'backup'
    | 'restore'
    | 'rotate-key'
    | 'import-lms',
  place: DatabasePlace | null,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Said> {
  const child = spawn(process.execPath, [`src/cli/${command}.ts`, ...args], {
    cwd: home,
    env: {
      ...bareEnvironment(),
      ...(place && { MUSTER_DATA: place.dataFolder }),
      ...(place?.kind === 'postgres' && { DATABASE_URL: place.address }),
      ...env,
    },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (bytes) => {
    out += String(bytes);
  });
  child.stderr.on('data', (bytes) => {
    err += String(bytes);
  });
  return new Promise((done) => child.on('close', (code) => done({ code, out, err })));
}
