import type { LmsOfficer, LmsPlan, PassedRow, Reason, Refused } from './lms-import.ts';
import type { ReadRows } from './read-rows.ts';

export type Importing = {
  /** Whose own completion somebody else imports; null while nobody has said who imports. */
  importedBy: string | null;
  /** Server time in milliseconds, and the day that it is by the agency's calendar. */
  now: number;
  today: string;
};

/** What the rows would record, without recording anything. The same file again records nothing. */
export function planLmsImport(
  { passed, refused: unread }: Pick<ReadRows, 'passed' | 'refused'>,
  officers: readonly LmsOfficer[],
  importing: Importing,
): LmsPlan {
  const byBadge = wearers(officers);
  const refused: Refused[] = [...unread];
  const refuse = ({ row, badge, cells }: PassedRow, reason: Reason, found = '') =>
    refused.push({ row, badge, cells, reason, found });
  const valid = new Map<LmsOfficer, PassedRow[]>();
  for (const row of passed) {
    const officer = byBadge.get(row.badge);
    const reason = reasonAgainst(row, officer, importing);
    if (!officer || reason)
      refuse(row, reason ?? 'unknown-badge', reason === 'before-window' ? (officer?.startsOn ?? '') : '');
    else valid.set(officer, [...(valid.get(officer) ?? []), row]);
  }
  const [reported, there]: [LmsPlan['reported'][number][], LmsPlan['there'][number][]] = [[], []];
  for (const [officer, rows] of valid) {
    const [first, ...others] = rows.toSorted((a, b) => Date.parse(a.completed.at) - Date.parse(b.completed.at));
    if (!first) continue;
    const { row, badge, said, completed } = first;
    const { officerId, name, completion } = officer;
    if (completion) there.push({ row, badge, name, ...completion });
    else reported.push({ row, badge, said, completed, officerId, name, nameSaid: first.name });
    for (const other of others) refuse(other, 'doubled', String(row));
  }
  const inOrder = <T extends { row: number }>(rows: T[]) => rows.sort((a, b) => a.row - b.row);
  return { reported: inOrder(reported), there: inOrder(there), refused: inOrder(refused) };
}

/** Whoever wears the badge now; one who left and wore it before is met only where nobody does. */
function wearers(officers: readonly LmsOfficer[]): Map<string, LmsOfficer> {
  const leftFirst = officers.toSorted((a, b) => Number(b.hasLeft) - Number(a.hasLeft));
  return new Map(leftFirst.map((officer) => [officer.badge, officer]));
}

function reasonAgainst(
  { completed }: PassedRow,
  officer: LmsOfficer | undefined,
  { importedBy, now, today }: Importing,
): Reason | null {
  if (!officer) return 'unknown-badge';
  if (officer.hasLeft) return 'left';
  // As with every other word on a record: nobody's own.
  if (officer.officerId === importedBy) return 'own';
  if (completed.day > today || Date.parse(completed.at) > now) return 'future';
  return completed.day < officer.startsOn ? 'before-window' : null;
}
