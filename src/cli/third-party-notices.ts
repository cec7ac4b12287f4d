/**
 * Writes THIRD-PARTY-NOTICES.md: name, version, licence and licence text of every package that `npm install` brings for
 * running Muster (not the tools that only build or test it).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Lock = { packages: Record<string, { version?: string; dev?: boolean; license?: string; optional?: boolean }> };

const root = path.resolve(import.meta.dirname, '../..');
const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lock;

const licenceText = (folder: string): string => {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  return file ? readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() : '';
};

const notices = Object.entries(lock.packages)
  .filter(([folder, entry]) => folder.startsWith('node_modules/') && !entry.dev && !entry.optional)
  .map(([folder, entry]) => {
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const text = licenceText(path.join(root, folder));
    const quoted = text === '' ? '' : `\n\n${text.replaceAll(/^/gm, '    ')}`;
    return `## ${name} ${entry.version ?? ''}\n\n${entry.license ?? 'licence in its package'}${quoted}\n`;
  });

const head =
  '# Third-party notices\n\nMuster contains these packages. Made by `npm run notices` from package-lock.json; do not edit by hand.\n';
writeFileSync(path.join(root, 'THIRD-PARTY-NOTICES.md'), `${head}\n${[...new Set(notices)].sort().join('\n')}`);
