import { fields, type Refused } from '#domain/lms-import/lms-import.ts';
import { nameWords } from '#domain/roster/import-people.ts';
import type { PreparedExport } from '#server/lms-import/prepare.ts';
import type { Say } from '../start-words.ts';
import { shown } from './shown.ts';

/** Of each kind; the sheet of refused rows has all of those. */
const most = 50;

type Described = { file: string; title: string };

/** How the file was read, and everything that would be recorded, is there already, or is refused and why. */
export function planLines(words: Say, prepared: PreparedExport, { file, title }: Described): string[] {
  const { item, edition, plan } = prepared;
  const read = fields
    .filter((field) => item.columns[field].length > 0)
    .map((field) =>
      words('cli.columns', { field: words(`field.${field}`), columns: item.columns[field].map(shown).join(' + ') }),
    );
  const { otherCourses } = item.left;
  return [
    words('cli.file', { file: shown(file), count: item.file.rows, sha256: item.file.sha256 }),
    ...read,
    words('cli.edition', { edition: edition.editionHash.slice(0, 16), title, day: edition.startsOn }),
    ...(item.course === null ? [] : [words('cli.course', { course: shown(item.course) })]),
    ...(otherCourses === 0 ? [] : [words('cli.otherCourses', { count: otherCourses })]),
    '',
    ...(plan.reported.length === 0 ? [words('cli.nothing')] : []),
    ...rowLines(words, prepared),
  ];
}

function rowLines(words: Say, { plan: { reported, there, refused } }: PreparedExport): string[] {
  const who = ({ name, badge }: { name: string; badge: string }) =>
    words('cli.person', { name: shown(name), badge: shown(badge) });
  const otherNames = reported.filter(
    ({ name, nameSaid }) => nameSaid !== '' && nameWords(name) !== nameWords(nameSaid),
  );
  return [
    ...group(words, 'reported', reported, (each) =>
      words('cli.reportedLine', {
        row: each.row,
        who: who(each),
        day: each.completed.day,
        said: shown([each.said.status, each.said.score, each.said.completed].filter(Boolean).join(' · ')),
      }),
    ),
    ...group(words, 'names', otherNames, (each) =>
      words('cli.nameLine', { row: each.row, who: who(each), name: shown(each.nameSaid) }),
    ),
    ...group(words, 'there', there, (each) =>
      words('cli.thereLine', {
        row: each.row,
        who: who(each),
        day: each.completedOn,
        grade: each.grade,
      }),
    ),
    ...group(words, 'refused', refused, (each) =>
      each.badge === ''
        ? words('cli.refusedLine', { row: each.row, reason: reasonWords(words, each) })
        : words('cli.refusedOf', { row: each.row, badge: shown(each.badge), reason: reasonWords(words, each) }),
    ),
    ...(refused.length > most ? [words('cli.allRefused')] : []),
  ];
}

/** @param as how what stands in the file is put: on a terminal, or in a sheet as it is */
export const reasonWords = (words: Say, { reason, found }: Refused, as = shown): string =>
  words(`reason.${reason}`, { found: as(found) });

function group<T>(words: Say, key: string, all: readonly T[], line: (each: T) => string): string[] {
  if (all.length === 0) return [];
  const more = all.length > most ? [`  ${words('cli.more', { count: all.length - most })}`] : [];
  return [words(`cli.${key}`, { count: all.length }), ...all.slice(0, most).map((each) => `  ${line(each)}`), ...more];
}
