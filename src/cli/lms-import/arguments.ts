import type { Told } from '#domain/lms-import/find-columns.ts';
import { type Field, fields } from '#domain/lms-import/lms-import.ts';
import { readArguments } from '../records/command.ts';

export type Typed = {
  file: string;
  told: Told;
  course: string | null;
  dayFirst: boolean;
  edition: string | null;
  by: string | null;
  record: boolean;
  rowsRefused: string | undefined;
  data: string | undefined;
};

/** @returns null when what was typed is not understood */
export function readTyped(): Typed | null {
  const given = readArguments({
    columns: { type: 'string', multiple: true, default: [] },
    course: { type: 'string' },
    'day-first': { type: 'boolean', default: false },
    edition: { type: 'string' },
    by: { type: 'string' },
    record: { type: 'boolean', default: false },
    'rows-refused': { type: 'string' },
    data: { type: 'string' },
  });
  const [file, ...more] = given?.positionals ?? [];
  if (!given || file === undefined || more.length > 0) return null;
  const { columns, course = null, edition = null, by = null, record, data } = given.values;
  const told = toldOf(columns);
  // So much of a hash as two editions never share.
  const isHash = edition === null || /^[0-9a-f]{8,64}$/i.test(edition);
  if (told === null || !isHash) return null;
  return {
    file,
    told,
    course,
    dayFirst: given.values['day-first'],
    edition: edition?.toLowerCase() ?? null,
    by: by?.trim() ?? null,
    record,
    rowsRefused: given.values['rows-refused'],
    data,
  };
}

/** `badge=User ID,status=Completion,status=Success`, or each in a `--columns` of its own where a heading has a comma. */
function toldOf(typed: readonly string[]): Told | null {
  const told: Partial<Record<Field, string[]>> = {};
  for (const pair of typed.flatMap((each) => each.split(/,(?=(?:badge|name|status|score|completed|course)=)/))) {
    const [word = '', ...heading] = pair.split('=');
    const field = fields.find((each) => each === word.trim());
    if (!field || heading.length === 0) return null;
    told[field] = [...(told[field] ?? []), heading.join('=').trim()];
  }
  return told;
}
