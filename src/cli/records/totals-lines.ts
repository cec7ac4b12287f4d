import type { Totals } from '#server/backup/format.ts';
import type { Say } from '../start-words.ts';

/** Rows of each table, and how far the ledger reaches. */
export function totalsLines(say: Say, { counts, head }: Totals): string[] {
  const widest = Math.max(0, ...Object.keys(counts).map((table) => table.length));
  const rows = Object.entries(counts).map(([table, count]) => `  ${table.padEnd(widest)}  ${count}`);
  return [...rows, head ? say('records.head', head) : say('verify.empty')];
}
