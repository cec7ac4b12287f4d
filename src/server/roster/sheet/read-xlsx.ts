import { readSheet } from 'read-excel-file/node';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { mostColumns, mostRows } from './limits.ts';
import type { SheetError } from './read-sheet.ts';
import { unfoldZip } from './zip.ts';

/** A number as it stands in the file: a badge is no amount. */
const asWritten = { trim: false, parseNumber: (text: string) => text };

export async function readXlsx(bytes: Uint8Array): Promise<Result<string[][], SheetError>> {
  const names: string[] = [];
  let isTooFar = false;
  const unfolded = unfoldZip(bytes, (name, content) => {
    names.push(name);
    isTooFar ||= reachesTooFar(content);
  });
  if (unfolded === 'too-large') return fail({ code: 'roster.file-too-large' });
  if (unfolded === 'broken') return fail({ code: 'roster.file-broken' });
  if (!names.includes('xl/workbook.xml')) return fail({ code: 'roster.file-not-a-sheet' });
  if (isTooFar) return fail({ code: 'roster.file-too-many-cells' });
  try {
    const rows = await readSheet(Buffer.from(bytes), asWritten);
    return succeed(rows.map((cells) => cells.map(textOf)));
  } catch {
    return fail({ code: 'roster.file-broken' });
  }
}

/**
 * Does a sheet name a cell far out, as XFD1048576 is? The reader makes every cell up to it, filled or not, and one such
 * address in a small file takes all the memory there is.
 */
function reachesTooFar(content: Buffer): boolean {
  if (!content.includes('<sheetData')) return false;
  for (const [, letters = '', row = ''] of content.toString('latin1').matchAll(address)) {
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    if (column > mostColumns || Number(row) > mostRows + 1) return true;
  }
  return false;
}
const address = /\sr\s*=\s*["']([A-Z]*)(\d+)["']/g;

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
