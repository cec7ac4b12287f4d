import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that the built screens depend on. */
const sources = [
  'src/domain',
  'src/recording',
  'src/app',
  'locales',
  'index.html',
  'vite.config.ts',
  'src/cli/build-worker.ts',
  'package-lock.json',
];

/** Builds `dist/app` if it is not there or its sources have changed since; Vite is loaded only then. */
export async function buildIfStale(home: string, beforeBuilding: () => void): Promise<void> {
  const stamp = join(home, 'dist/app/sources.sha256');
  const now = hashOf(home);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  beforeBuilding();
  const { build } = await import('vite');
  await build({ root: home, logLevel: 'warn' });
  writeFileSync(stamp, now);
}

function hashOf(home: string): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesIn(home, source)) hash.update(`${file}\n`).update(readFileSync(join(home, file)));
  }
  return hash.digest('hex');
}

function filesIn(home: string, source: string): string[] {
  const path = join(home, source);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [source];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((file) => join(source, file))
    .filter((file) => statSync(join(home, file)).isFile())
    .sort();
}
