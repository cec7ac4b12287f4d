import type { Fault, Field, Mapping, Row, Sheet } from './import.ts';
import { type DutyStatus, dutyStatuses } from './roster.ts';

/** In characters, as people count them. Badges as long as the sign-in takes. */
const longest: Record<Exclude<Field, 'duty'>, number> = { badge: 40, name: 120, rank: 60, unit: 120, personId: 100 };
const mostLevels = 10;

/** Words of the duty column in both languages, without accents and case. */
const dutyWords: Record<DutyStatus, readonly string[]> = {
  'on-duty': ['on duty', 'duty', 'active', 'full duty', 'working', 'en servicio', 'activo', 'activa', 'servicio'],
  leave: ['leave', 'on leave', 'sick', 'sick leave', 'fmla', 'vacation', 'licencia', 'de licencia', 'baja', 'permiso'],
  military: ['military', 'military leave', 'deployed', 'militar', 'licencia militar', 'servicio militar'],
  academy: ['academy', 'recruit', 'training academy', 'academia', 'en la academia', 'recluta'],
  detail: ['detail', 'on detail', 'detached', 'tdy', 'comision', 'en comision', 'comision de servicio', 'asignacion'],
};

const plain = (word: string) =>
  word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
const dutyOf = (word: string) =>
  dutyStatuses.find((status) => plain(status) === plain(word) || dutyWords[status].includes(plain(word)));

/** Levels of one column stand apart by a sign with room around it: "Vice/Narcotics" is one unit. */
const betweenLevels = /\s+[/\\>|»›]\s+/;

/** A row as read; one with faults still says whom it is about, so that nobody is taken for missing. */
export type ReadRow = Row & { faults: Fault[]; cells: readonly string[] };

/** Every row that names somebody; empty rows are nobody's. */
export function readRows(sheet: Sheet, mapping: Mapping): ReadRow[] {
  const columns = new Map(sheet.header.map((header, index) => [header, index]));
  return sheet.rows.flatMap((cells, index) =>
    cells.some((cell) => cell.trim() !== '') ? [readRow(cells, index + 2, columns, mapping)] : [],
  );
}

function readRow(
  cells: readonly string[],
  row: number,
  columns: ReadonlyMap<string, number>,
  mapping: Mapping,
): ReadRow {
  const faults: Fault[] = [];
  const fault = (reason: Fault['reason'], column: string | null, found = '') => faults.push({ reason, column, found });
  const cell = (column: string) => (cells[columns.get(column) ?? -1] ?? '').normalize('NFC').trim();
  /** As it came: accents, markup and right-to-left text are somebody's name. */
  const textOf = (field: keyof typeof longest) => {
    const parts = mapping[field].map(cell);
    for (const [at, part] of parts.entries()) {
      if (/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(part)) fault('control-characters', mapping[field][at] ?? null);
      if ([...part].length > longest[field]) fault('too-long', mapping[field][at] ?? null, `${[...part].length}`);
    }
    return parts.filter((part) => part !== '');
  };

  const badge = textOf('badge').join(' ');
  const name = textOf('name').join(' ');
  if (badge === '') fault('missing-badge', mapping.badge[0] ?? null);
  if (name === '') fault('missing-name', mapping.name[0] ?? null);
  if (mapping.name.length > 1 && [...name].length > longest.name) fault('too-long', mapping.name[0] ?? null);
  const [dutyColumn] = mapping.duty;
  const dutyWord = dutyColumn === undefined ? '' : cell(dutyColumn);
  const duty = dutyWord === '' ? null : (dutyOf(dutyWord) ?? null);
  if (dutyWord !== '' && duty === null) fault('unknown-duty', dutyColumn ?? null, dutyWord.slice(0, 60));
  const levels = levelsOf(textOf('unit'), mapping.unit.length);
  if (levels.length > mostLevels) fault('too-deep', mapping.unit[0] ?? null, `${levels.length}`);
  if (cells.slice(columns.size).some((extra) => extra.trim() !== '')) fault('too-many-cells', null);
  const rank = textOf('rank')[0] ?? null;
  const personId = textOf('personId')[0] ?? null;
  return { row, badge, name, rank, unit: levels.length > 0 ? levels : null, duty, personId, faults, cells };
}

const levelsOf = (parts: readonly string[], columns: number): string[] =>
  columns > 1 ? [...parts] : parts.flatMap((path) => path.split(betweenLevels)).filter((level) => level !== '');
