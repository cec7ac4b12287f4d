import { hash } from 'node:crypto';
import { type ColumnFault, findHeader, type Told } from '#domain/lms-import/find-columns.ts';
import { fields, type LmsPlan } from '#domain/lms-import/lms-import.ts';
import { type Importing, planLmsImport } from '#domain/lms-import/plan-lms-import.ts';
import { type ReadRows, type RowsFault, readRows } from '#domain/lms-import/read-rows.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { type Assignment, readFounded, readToday } from '../agency/frame.ts';
import type { Asking } from '../db/open.ts';
import type { LmsImportItem } from './items.ts';
import { readLmsOfficers } from './officers.ts';
import { type ExportFault, readExport } from './read-export.ts';

export type ExportGiven = {
  bytes: Uint8Array;
  told: Told;
  dayFirst: boolean;
  /** The course to read where the file has several. */
  course: string | null;
  /** The beginning of the edition's hash; null: the one that is assigned now. */
  edition: string | null;
  /** Officer id of who imports; null while nobody has said so. */
  importedBy: string | null;
  /** Server time in milliseconds. */
  now: number;
};

/** A file that was read, and what it would record. */
export type PreparedExport = {
  header: readonly string[];
  rows: ReadRows;
  plan: LmsPlan;
  importing: Importing;
  edition: Assignment;
  /** How it was read and what it is: for the ledger. */
  item: Pick<LmsImportItem, 'columns' | 'dayFirst' | 'course' | 'left'> & { file: Omit<LmsImportItem['file'], 'name'> };
};

export type NoEdition = { code: 'lms-import.no-edition'; editions: string };
/** `header`: as the file has it, where its columns are at fault. */
export type PrepareFault = ExportFault | (ColumnFault & { header: readonly string[] }) | RowsFault | NoEdition;

export async function prepareLmsImport(
  asking: Asking,
  { bytes, told, dayFirst, course, edition: asked, importedBy, now }: ExportGiven,
): Promise<Result<PreparedExport, PrepareFault>> {
  const { assignments, timeZone } = await readFounded(asking);
  const edition = assignments.findLast(({ editionHash }) => editionHash.startsWith(asked ?? ''));
  if (!edition) {
    const editions = [...new Set(assignments.map(({ editionHash }) => editionHash.slice(0, 16)))].join(', ');
    return fail({ code: 'lms-import.no-edition', editions });
  }
  const lines = readExport(bytes);
  if (!lines.ok) return lines;
  const { line, found } = findHeader(lines.value, told);
  const header = lines.value[line] ?? [];
  if (!found.ok) return fail({ ...found.error, header });
  const columns = found.value;
  const rows = readRows({ lines: lines.value, line, columns }, { timeZone, dayFirst, course });
  if (!rows.ok) return rows;
  const importing = { importedBy, now, today: await readToday(asking, now) };
  const plan = planLmsImport(rows.value, await readLmsOfficers(asking, edition.editionHash, now), importing);
  const named = fields.map((field) => [field, columns[field].map((column) => header[column] ?? '')] as const);
  const { otherCourses } = rows.value;
  const { reported, refused, there } = plan;
  return succeed({
    header,
    rows: rows.value,
    plan,
    importing,
    edition,
    item: {
      file: {
        sha256: hash('sha256', bytes, 'hex'),
        rows: reported.length + refused.length + there.length + otherCourses,
      },
      columns: Object.fromEntries(named) as LmsImportItem['columns'],
      dayFirst,
      course: rows.value.course,
      left: { refused: refused.length, there: there.length, otherCourses },
    },
  });
}
