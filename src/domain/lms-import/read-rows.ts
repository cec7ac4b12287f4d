import { fail, type Result, succeed } from '../shared/result.ts';
import type { Columns, PassedRow, Reason, Refused } from './lms-import.ts';
import { type CourseFault, type Line, ofOneCourse } from './one-course.ts';
import { plain } from './plain.ts';
import { readTime, type TimeReading } from './reported-time.ts';
import { meaningOf } from './status-words.ts';

export type RowsFault =
  | { code: 'lms-import.day-first' | 'lms-import.month-first'; row: number; found: string }
  | CourseFault;

/** The lines of a file, which of them names the columns, and where what stands. */
export type Table = { lines: readonly (readonly string[])[]; line: number; columns: Columns };

export type Written = Pick<TimeReading, 'timeZone' | 'dayFirst'> & {
  /** The course to read, as somebody typed it, where the file has several. */
  course: string | null;
};

export type ReadRows = {
  passed: readonly PassedRow[];
  refused: readonly Refused[];
  /** Rows of other courses: not ours to read. */
  otherCourses: number;
  /** The course as the file names it, null where it names none. */
  course: string | null;
};

/** Of a word that becomes a part of somebody's record. */
const longest = 100;
/** What can be told from the file alone. */
export function readRows(
  { lines, line, columns }: Table,
  { course, ...written }: Written,
): Result<ReadRows, RowsFault> {
  const header = lines[line] ?? [];
  const isUtc = columns.completed.some((column) => /\b(utc|gmt)$/.test(plain(header[column] ?? '')));
  const reading = { ...written, isUtc };
  const filled = lines
    .map((cells, at): Line => ({ row: at + 1, cells }))
    .slice(line + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const chosen = ofOneCourse(filled, columns, course);
  if (!chosen.ok) return chosen;
  const [passed, refused]: [PassedRow[], Refused[]] = [[], []];
  for (const each of chosen.value.rows) {
    const read = readRow(each, columns, header.length, reading);
    if ('order' in read) {
      return fail({ code: `lms-import.${reading.dayFirst ? 'month' : 'day'}-first`, row: each.row, found: read.order });
    }
    if ('reason' in read) refused.push(read);
    else passed.push(read);
  }
  return succeed({
    passed,
    refused,
    otherCourses: filled.length - chosen.value.rows.length,
    course: chosen.value.course,
  });
}

function readRow(
  { row, cells }: Line,
  columns: Columns,
  width: number,
  reading: TimeReading,
): PassedRow | Refused | { order: string } {
  const text = (field: keyof Columns) => columns[field].map((column) => (cells[column] ?? '').normalize('NFC').trim());
  const words = (field: keyof Columns) =>
    text(field)
      .filter((part) => part !== '')
      .join(' ');
  const badge = words('badge');
  const said = {
    status: text('status')
      .filter((part) => part !== '')
      .join(' / '),
    score: words('score'),
    completed: words('completed'),
  };
  const refuse = (reason: Reason, found = ''): Refused => ({ row, reason, badge, found, cells });
  const kept = [badge, said.status, said.score, said.completed];
  if (cells.slice(width).some((extra) => extra.trim() !== '')) return refuse('too-many-cells');
  if (kept.some((each) => /[\p{Cc}\p{Cs}\u2028\u2029]/u.test(each)))
    return { ...refuse('control-characters'), badge: '' };
  if (kept.some((each) => [...each].length > longest)) return { ...refuse('too-long'), badge: '' };
  const completed = readTime(said.completed, reading);
  if (completed === 'other-order') return { order: said.completed };
  if (badge === '') return refuse('no-badge');
  const meaning = meaningOf(text('status'));
  if (meaning === 'not-passed') return refuse('not-passed', said.status);
  if (meaning === 'unknown') return refuse('unknown-status', said.status);
  if (said.completed === '') return refuse('no-date');
  return completed
    ? { row, badge, name: words('name'), said, completed, cells }
    : refuse('unreadable-date', said.completed);
}
