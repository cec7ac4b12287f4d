import type { UnitCounts, UnitLine } from '#domain/completion/report.ts';

/** What stands in the bar: each officer once. `inTime` holds those due on return too, who are never late. */
export const barOf = ({ officers, done, late }: UnitCounts) => ({ done, inTime: officers - done - late, late });

const openShare = ({ officers, done }: UnitCounts) => (officers === 0 ? 0 : (officers - done) / officers);

/** The unit that needs its commander first stands first: late people, then talks, then the larger share still open. */
export const byNeed = (a: UnitLine, b: UnitLine): number =>
  b.counts.late - a.counts.late ||
  b.counts.needsTalk - a.counts.needsTalk ||
  openShare(b.counts) - openShare(a.counts) ||
  a.name.localeCompare(b.name);

/** The unit to name in the first sentence; none when nobody is late and nobody waits for a talk. */
export const neediest = (units: readonly UnitLine[]): UnitLine | undefined =>
  [...units].sort(byNeed).find(({ counts }) => counts.late > 0 || counts.needsTalk > 0);
