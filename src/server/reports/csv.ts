import type { Context } from 'hono';
import type { Written } from '../reading/asked.ts';

/** A spreadsheet would run a cell that begins so (OWASP "CSV injection"); full-width signs and unseen characters count too. */
const runs = /^(?:[\t\r]|[\s\p{C}]*[=+\-@＝＋－＠])/u;

function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = typeof value === 'string' && runs.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Takes back what `cell` put before such a text, so that what was exported is the same when it is read again. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && runs.test(text.slice(1)) ? text.slice(1) : text;

/** The one writer of CSV: RFC 4180, every cell quoted, a BOM so that spreadsheets read UTF-8. Column names are field names. */
export const csvOf = <Column extends string>(
  columns: readonly Column[],
  lines: readonly Partial<Record<Column, unknown>>[],
): string =>
  `\uFEFF${[columns, ...lines.map((line) => columns.map((column) => line[column]))]
    .map((cells) => cells.map(cell).join(','))
    .join('\r\n')}\r\n`;

export function sendCsv(c: Context, fileName: string, csv: string | Written<string>) {
  return c.body(csv, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${fileName}"`,
  });
}
