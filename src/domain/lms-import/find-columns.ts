import { fail, type Result, succeed } from '../shared/result.ts';
import { completionStatus, headings, name, successStatus } from './headings.ts';
import { type Columns, type Field, fields } from './lms-import.ts';
import { plain } from './plain.ts';

export type ColumnFault =
  | { code: 'lms-import.no-column'; field: Field }
  | { code: 'lms-import.columns-alike'; field: Field; columns: string }
  | { code: 'lms-import.no-such-column'; column: string };

/** Columns by their headings, or by their place from 1 on (`#5`) where two have the same, as somebody typed them. */
export type Told = Partial<Record<Field, readonly string[]>>;

type Found = Result<readonly number[], ColumnFault>;

/** Columns that were told by heading, and the others by the usual ones. */
export function findColumns(header: readonly string[], told: Told = {}): Result<Columns, ColumnFault> {
  const words = header.map(plain);
  const at = (pattern: RegExp) => words.flatMap((word, index) => (pattern.test(word) ? [index] : []));
  /** Of the best heading that is there; two equally good ones are not chosen between. */
  const best = (field: Field, patterns: readonly RegExp[]): Found => {
    const [found = []] = patterns.map(at).filter((indexes) => indexes.length > 0);
    return found.length > 1 ? alike(field, found, header) : succeed(found);
  };
  const guess: Record<Field, () => Found> = {
    badge: () => best('badge', headings.badge),
    name: () => {
      const [whole] = at(name.whole);
      return succeed(whole === undefined ? name.parts.flatMap((part) => at(part).slice(0, 1)) : [whole]);
    },
    status: () => {
      const [first, second] = [best('status', completionStatus), best('status', successStatus)];
      if (!first.ok) return first;
      return second.ok ? succeed([...first.value, ...second.value]) : second;
    },
    score: () => succeed(headings.score.flatMap(at).slice(0, 1)),
    completed: () => best('completed', headings.completed),
    course: () => succeed(headings.course.flatMap(at).slice(0, 1)),
  };
  const columns: Record<Field, readonly number[]> = {
    badge: [],
    name: [],
    status: [],
    score: [],
    completed: [],
    course: [],
  };
  for (const field of fields) {
    const named = told[field];
    const found = named ? toldColumns(field, named, header) : guess[field]();
    if (!found.ok) return found;
    columns[field] = found.value;
  }
  const missing = (['badge', 'status', 'completed'] as const).find((field) => columns[field].length === 0);
  return missing ? fail({ code: 'lms-import.no-column', field: missing }) : succeed(columns);
}

function toldColumns(field: Field, named: readonly string[], header: readonly string[]): Found {
  const found: number[] = [];
  for (const column of named) {
    const place = Number(/^#(\d+)$/.exec(column)?.[1] ?? 0);
    const isIt = (heading: string, index: number) =>
      place > 0 ? index + 1 === place : plain(heading) === plain(column);
    const same = header.flatMap((heading, index) => (isIt(heading, index) ? [index] : []));
    const [one, ...others] = same;
    if (one === undefined) return fail({ code: 'lms-import.no-such-column', column });
    if (others.length > 0) return alike(field, same, header);
    found.push(one);
  }
  return succeed(found);
}

const alike = (field: Field, indexes: readonly number[], header: readonly string[]): Found =>
  fail({
    code: 'lms-import.columns-alike',
    field,
    columns: indexes.map((index) => `${header[index] ?? ''} (${index + 1})`).join(', '),
  });

/** How far down a heading may stand: some reports begin with a title, a date and who asked for it. */
const mostLinesAbove = 20;

/** The first line that names the columns; where none does, what is wrong with the fullest, which looks most like it. */
export function findHeader(
  lines: readonly (readonly string[])[],
  told: Told = {},
): { line: number; found: Result<Columns, ColumnFault> } {
  const above = lines.slice(0, mostLinesAbove);
  const named = above.findIndex((cells) => findColumns(cells, told).ok);
  const filled = above.map((cells) => cells.filter((cell) => cell.trim() !== '').length);
  const line = named < 0 ? filled.indexOf(Math.max(...filled)) : named;
  return { line, found: findColumns(lines[line] ?? [], told) };
}
