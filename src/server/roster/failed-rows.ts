import type { Fault, Plan, Sheet } from '#domain/roster/import.ts';
import { csvOf } from '../reports/csv.ts';

/** The rows that could not be used, as they stood, each with its line and what is wrong: to mend and to import again. */
export function failedRowsCsv({ header }: Pick<Sheet, 'header'>, failed: Plan['failed']): string {
  const own = ['row', 'reason'];
  const names = header.map((name) => (own.includes(name) ? `${name} (${name})` : name));
  const lines = failed.map(({ row, faults, cells }) => ({
    ...Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])),
    row,
    reason: faults.map(faultText).join('; '),
  }));
  return csvOf([...own, ...names], lines);
}

const faultText = ({ reason, column, found }: Fault): string => {
  const where = [column, found].filter(Boolean).join(': ');
  return where === '' ? reason : `${reason} (${where})`;
};
