import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Vite builds into one folder, and everything that it depends on. */
export type Screens = { folder: string; config: string; sources: readonly string[] };

const shared = ['src/domain', 'src/recording', 'src/app', 'locales', 'package-lock.json'];

export const ownScreens: Screens = {
  folder: 'dist/app',
  config: 'vite.config.ts',
  sources: [...shared, 'index.html', 'vite.config.ts', 'src/cli/build-worker.ts'],
};

/** Those that go into packages for LMSs. */
export const lmsScreens: Screens = {
  folder: 'dist/lms',
  config: 'vite.lms.config.ts',
  sources: [...shared, 'lms.html', 'vite.lms.config.ts'],
};

/** Builds screens that are not there or whose sources have changed since; Vite is loaded only then. */
export async function buildIfStale(home: string, screens: Screens, beforeBuilding: () => void): Promise<void> {
  const stamp = join(home, screens.folder, 'sources.sha256');
  const now = hashOf(home, screens.sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  beforeBuilding();
  const { build } = await import('vite');
  await build({ root: home, configFile: join(home, screens.config), logLevel: 'warn' });
  writeFileSync(stamp, now);
}

function hashOf(home: string, sources: readonly string[]): string {
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
