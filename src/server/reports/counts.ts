import type { OfficerLine, UnitCounts } from '#domain/completion/report.ts';

type Counted = Pick<OfficerLine, 'standing' | 'grade' | 'overdue' | 'duty' | 'spared'>;

/** Adds officers up: each is done, on the way or has not opened; late and due on return are parts of the last two. */
export function countOfficers(all: readonly Counted[]): UnitCounts {
  const officers = all.filter(({ spared }) => spared === null);
  const count = (is: (officer: Counted) => boolean) => officers.filter(is).length;
  const isDone = (officer: Counted) => officer.standing === 'done';
  const grade = (letter: Counted['grade']) => count((officer) => isDone(officer) && officer.grade === letter);
  const done = count(isDone);
  const notOpened = count((officer) => officer.standing === 'not-opened');
  return {
    officers: officers.length,
    spared: all.length - officers.length,
    done,
    notOpened,
    onTheWay: officers.length - done - notOpened,
    late: count((officer) => officer.overdue),
    dueOnReturn: count((officer) => !isDone(officer) && officer.duty !== 'on-duty'),
    needsTalk: count((officer) => officer.standing === 'needs-talk'),
    byGrade: { A: grade('A'), B: grade('B'), C: grade('C'), D: grade('D') },
  };
}
