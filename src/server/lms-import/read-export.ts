import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { decodeText } from '../roster/sheet/decode.ts';
import { mostRows, mostSheetBytes } from '../roster/sheet/limits.ts';
import { readCsv } from '../roster/sheet/read-csv.ts';

/** Looked at before the file is read: what is larger is no list of completions. */
export const mostExportBytes = mostSheetBytes;

export type ExportFault =
  | { code: 'lms-import.file-empty' }
  | { code: 'lms-import.file-too-large' }
  | { code: 'lms-import.file-zip' }
  | { code: 'lms-import.file-not-text' }
  | { code: 'lms-import.file-not-csv' }
  | { code: 'lms-import.file-broken' }
  | { code: 'lms-import.file-one-column' }
  | { code: 'lms-import.file-too-many-rows' };

/** Signs that a page, JSON or XML begins with and no heading does. */
const notCsv = /^\s*[<{[]/;

/** The lines of an export. What a file is, its first bytes say and not its name. */
export function readExport(bytes: Uint8Array): Result<string[][], ExportFault> {
  if (bytes.length > mostExportBytes) return fail({ code: 'lms-import.file-too-large' });
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return fail({ code: 'lms-import.file-zip' });
  const text = decodeText(bytes);
  if (text === null || text.startsWith('%PDF')) return fail({ code: 'lms-import.file-not-text' });
  if (text.trim() === '') return fail({ code: 'lms-import.file-empty' });
  if (notCsv.test(text)) return fail({ code: 'lms-import.file-not-csv' });
  const read = readCsv(text, mostRows + 1);
  if (!read.ok) return fail({ code: 'lms-import.file-broken' });
  const lines = read.value;
  if (lines.length > mostRows) return fail({ code: 'lms-import.file-too-many-rows' });
  // Badge, status and time take three; where the first line has one, it was not cut where the LMS cuts.
  const isUncut = lines[0]?.length === 1 && lines.every((cells) => cells.length < 3);
  return isUncut ? fail({ code: 'lms-import.file-one-column' }) : succeed(lines);
}
