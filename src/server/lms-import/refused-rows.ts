import type { LmsPlan, Refused } from '#domain/lms-import/lms-import.ts';
import { csvOf } from '../reports/csv.ts';

/**
 * Rows that record nothing, as they stood, each with its line and why; headings as the file has them.
 *
 * @param why in the language of whoever asked
 */
export function refusedRowsCsv(
  header: readonly string[],
  refused: LmsPlan['refused'],
  why: (refused: Refused) => string,
): string {
  // Every heading under a name of its own: two cells must not fall into one.
  const names = header.map((name, index) => `${name} (${index + 1})`);
  const lines = refused.map((each) => ({
    row: each.row,
    reason: why(each),
    ...Object.fromEntries(names.map((name, index) => [name, each.cells[index] ?? ''])),
  }));
  return csvOf<string>(['row', 'reason', ...names], lines);
}
