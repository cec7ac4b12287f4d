import { parse } from 'csv-parse/sync';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { unguarded } from '../../reports/csv.ts';
import type { SheetError } from './read-sheet.ts';

const separators = [',', ';', '\t', '|'] as const;

/** RFC 4180 with the separator that the first line uses most; quotes inside an unquoted cell stay as they are. */
export function readCsv(text: string, mostLines: number): Result<string[][], SheetError> {
  try {
    const lines = parse(text, {
      delimiter: separatorOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      to: mostLines,
    }) as string[][];
    return succeed(lines.map((cells) => cells.map(unguarded)));
  } catch {
    return fail({ code: 'roster.file-broken' });
  }
}

function separatorOf(text: string): string {
  const first = text.match(/^(?:"(?:[^"]|"")*"|[^"\r\n])*/)?.[0] ?? '';
  const bare = first.replace(/"(?:[^"]|"")*"/g, '');
  const count = (separator: string) => bare.split(separator).length;
  return separators.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}
