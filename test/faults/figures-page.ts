import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Figure } from './figures.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file that every test adds its figure to. */
    figures: string;
  }
}

/** Prints what the tests found, in one table; with MUSTER_FAULTS_PAGE writes it to that file. */
export default function figuresPage({ provide, config }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'muster-figures-'));
  const file = join(folder, 'figures.ndjson');
  provide('figures', file);
  return () => {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    rmSync(folder, { recursive: true });
    if (lines.length === 0) return;
    const rows = lines.map((line) => JSON.parse(line) as Figure).sort((a, b) => (a.what < b.what ? -1 : 1));
    const table = tableOf(rows);
    console.log(`\n${table}\n`);
    const page = process.env.MUSTER_FAULTS_PAGE;
    if (page) writeFileSync(resolve(config.root, page), pageOf(table));
  };
}

const tableOf = (rows: readonly Figure[]) =>
  ['| fault | how often | what was found |', '|---|---|---|']
    .concat(rows.map(({ what, count, figure }) => `| ${what} | ${count} | ${figure} |`))
    .join('\n');

const pageOf = (table: string) => `# Faults

What happens to records when something breaks. Written by \`MUSTER_FAULTS_PAGE=docs/faults.md npm run test:faults\` on
${new Date().toISOString().slice(0, 10)}, on ${process.platform} with ${availableParallelism()} cores, Node ${process.version}.
The tests are in \`test/faults/\`; \`npm test\` runs a short form of them. A network that is cut at every step, in both
languages, is \`test/acceptance/offline.test.ts\`.

${table}
`;
