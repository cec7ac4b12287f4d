import type { Sheet } from '#domain/roster/import.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { decodeText } from './decode.ts';
import { mostColumns, mostRows, mostSheetBytes } from './limits.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

export type SheetError =
  | { code: 'roster.file-too-large' }
  | { code: 'roster.file-not-a-sheet' }
  | { code: 'roster.file-old-excel' }
  | { code: 'roster.file-broken' }
  | { code: 'roster.file-empty' }
  | { code: 'roster.file-one-column' }
  | { code: 'roster.file-no-header' }
  | { code: 'roster.file-too-many-cells' };

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, at) => bytes[at] === byte);
const zip = [0x50, 0x4b];
/** Excel until 2003, and any newer one under a password. */
const oldExcel = [0xd0, 0xcf, 0x11, 0xe0];
const pdf = [0x25, 0x50, 0x44, 0x46];

/**
 * The first sheet of a CSV or XLSX file as text. What a file is, its first bytes say and not its name; one that is no sheet
 * is told in one sentence and changes nothing.
 */
export async function readSheet(bytes: Uint8Array): Promise<Result<Sheet, SheetError>> {
  if (bytes.length > mostSheetBytes) return fail({ code: 'roster.file-too-large' });
  if (bytes.length === 0) return fail({ code: 'roster.file-empty' });
  if (startsWith(bytes, pdf)) return fail({ code: 'roster.file-not-a-sheet' });
  if (startsWith(bytes, oldExcel)) return fail({ code: 'roster.file-old-excel' });
  if (startsWith(bytes, zip)) return withHeader(await readXlsx(bytes));
  const text = decodeText(bytes);
  if (text === null) return fail({ code: 'roster.file-not-a-sheet' });
  return withHeader(readCsv(text, mostRows + 2));
}

function withHeader(read: Result<string[][], SheetError>): Result<Sheet, SheetError> {
  if (!read.ok) return read;
  const [first = [], ...rows] = read.value;
  const width = first.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (read.value.every((cells) => cells.every((cell) => cell.trim() === '')))
    return fail({ code: 'roster.file-empty' });
  if (width === 1 && rows.every((cells) => cells.length <= 1)) return fail({ code: 'roster.file-one-column' });
  // A badge number where a word is due: the first person stands in the place of the header.
  const isHeader = width > 1 && !first.some((cell) => /^\s*\d[\d\s.-]*$/.test(cell));
  if (!isHeader) return fail({ code: 'roster.file-no-header' });
  if (rows.length > mostRows || width > mostColumns) return fail({ code: 'roster.file-too-many-cells' });
  return succeed({ header: named(first.slice(0, width)), rows });
}

/** Every column under a name of its own, since mappings are kept by name: "Phone", "Phone (2)", "(D)" for one without. */
function named(cells: readonly string[]): string[] {
  const names: string[] = [];
  for (const [at, cell] of cells.entries()) {
    const name = cell.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 100) || `(${letters(at)})`;
    let unique = name;
    for (let next = 2; names.includes(unique); next += 1) unique = `${name} (${next})`;
    names.push(unique);
  }
  return names;
}

/** As spreadsheets count columns: A, B … Z, AA. */
const letters = (at: number): string =>
  (at >= 26 ? letters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
