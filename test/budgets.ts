/**
 * Holds the built screens to their budgets and prints them (run after `vite build`). Sizes are gzip, level 9, of all that
 * the browser loads for a screen: the entry and everything it imports, as Vite's manifest tells.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

type Chunk = {
  file: string;
  src?: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
  assets?: string[];
};

const dist = path.resolve(import.meta.dirname, '../dist/app');
const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

const gzipped = (file: string) => gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length;
const raw = (file: string) => readFileSync(path.join(dist, file)).length;
const sum = (files: Iterable<string>, size: (file: string) => number) =>
  [...new Set(files)].reduce((all, file) => all + size(file), 0);

/** The chunk and all it imports at once. */
function withImports(key: string, seen = new Set<string>()): Set<string> {
  if (!seen.has(key)) {
    seen.add(key);
    for (const next of manifest[key]?.imports ?? []) withImports(next, seen);
  }
  return seen;
}
const scriptsOf = (...keys: string[]) =>
  keys.flatMap((key) => [...withImports(key)].map((each) => manifest[each]?.file ?? ''));

const keyEnding = (ending: string) => {
  const key = Object.keys(manifest).find((each) => (manifest[each]?.src ?? each).endsWith(ending));
  if (!key) throw new Error(`The build has no chunk for ${ending}; budgets.ts must follow the routes.`);
  return key;
};

const entry = keyEnding('index.html');
const officer = keyEnding('app/officer-route.tsx');
const player = keyEnding('video.core.js');
const officerScripts = scriptsOf(entry, officer);
const playerScripts = scriptsOf(player).filter((file) => !officerScripts.includes(file));
const all = Object.values(manifest);

const budgets = [
  { what: 'officer route, JavaScript before the player', bytes: sum(officerScripts, gzipped), most: 165_000 },
  { what: 'player chunk', bytes: sum(playerScripts, gzipped), most: 80_000 },
  {
    what: 'all CSS',
    bytes: sum(
      all.flatMap((chunk) => [...(chunk.css ?? []), ...(chunk.file.endsWith('.css') ? [chunk.file] : [])]),
      gzipped,
    ),
    most: 30_000,
  },
  {
    what: 'fonts',
    bytes: sum(
      all.flatMap((chunk) => [chunk.file, ...(chunk.assets ?? [])]).filter((file) => file.endsWith('.woff2')),
      raw,
    ),
    most: 60_000,
  },
];

for (const { what, bytes, most } of budgets) {
  console.log(`${bytes <= most ? 'ok  ' : 'OVER'} ${what}: ${(bytes / 1000).toFixed(1)} of ${most / 1000} kB`);
}
if (budgets.some(({ bytes, most }) => bytes > most)) process.exit(1);
