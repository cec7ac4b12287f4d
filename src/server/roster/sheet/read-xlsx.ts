import { readSheet } from 'read-excel-file/node';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { SheetError } from './read-sheet.ts';
import { listZip } from './zip.ts';

/** A number as it stands in the file: a badge is no amount. */
const asWritten = { trim: false, parseNumber: (text: string) => text };

export async function readXlsx(bytes: Uint8Array): Promise<Result<string[][], SheetError>> {
  const names = listZip(bytes);
  if (names === 'too-large') return fail({ code: 'roster.file-too-large' });
  if (names === 'broken') return fail({ code: 'roster.file-broken' });
  if (!names.includes('xl/workbook.xml')) return fail({ code: 'roster.file-not-a-sheet' });
  try {
    const rows = await readSheet(Buffer.from(bytes), asWritten);
    return succeed(rows.map((cells) => cells.map(textOf)));
  } catch {
    return fail({ code: 'roster.file-broken' });
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
