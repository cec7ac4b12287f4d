import { fail, type Result, succeed } from '../shared/result.ts';
import type { Columns } from './lms-import.ts';
import { plain } from './plain.ts';

export type CourseFault =
  | { code: 'lms-import.no-column'; field: 'course' }
  | { code: 'lms-import.several-courses' | 'lms-import.no-such-course'; courses: string };

/** `row`: of the sheet, as a spreadsheet counts. */
export type Line = { row: number; cells: readonly string[] };

/** A sentence names so many courses and no more. */
const coursesTold = 6;

/**
 * A list of everything that people took would credit them with whatever they took: it is one course or none. A line without
 * a course, as a sum at the end, is about none.
 */
export function ofOneCourse(
  rows: readonly Line[],
  { course: [column] }: Columns,
  told: string | null,
): Result<{ rows: readonly Line[]; course: string | null }, CourseFault> {
  if (column === undefined) {
    return told === null ? succeed({ rows, course: null }) : fail({ code: 'lms-import.no-column', field: 'course' });
  }
  const titleOf = ({ cells }: Line) => (cells[column] ?? '').trim();
  const named = rows.map(titleOf).filter((title) => title !== '');
  const titles = new Map(named.map((title) => [plain(title), title]));
  const courses = [...titles.values()].slice(0, coursesTold).join('; ');
  if (told === null && titles.size > 1) return fail({ code: 'lms-import.several-courses', courses });
  if (told !== null && !titles.has(plain(told))) return fail({ code: 'lms-import.no-such-course', courses });
  const [only] = told === null ? titles.keys() : [plain(told)];
  if (only === undefined) return succeed({ rows, course: null });
  return succeed({
    rows: rows.filter((row) => plain(titleOf(row)) === only),
    course: titles.get(only) ?? null,
  });
}
