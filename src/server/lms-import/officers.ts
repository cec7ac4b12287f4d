import { localDate } from '#domain/completion/window.ts';
import type { LmsOfficer } from '#domain/lms-import/lms-import.ts';
import { lineage } from '#domain/roster/unit-tree.ts';
import { readFounded, readToday } from '../agency/frame.ts';
import type { Asking } from '../db/open.ts';
import { readListed } from '../roster/store.ts';

/** Everybody who is or was on the roster, with what an import has to know of them. @param now server time in milliseconds */
export async function readLmsOfficers(asking: Asking, editionHash: string, now: number): Promise<LmsOfficer[]> {
  const { assignments, windows, units, timeZone } = await readFounded(asking);
  const adopted = assignments.filter((each) => each.editionHash === editionHash).map(({ startsOn }) => startsOn);
  const firstDayOf = (unitId: string): string => {
    const above = lineage(unitId, units);
    const own = windows.filter((each) => each.editionHash === editionHash && above.includes(each.unitId));
    return [...adopted, ...own.map(({ startsOn }) => startsOn)].sort()[0] ?? '';
  };
  const known = new Map<string, string>();
  const startsOn = (unitId: string) => {
    const day = known.get(unitId) ?? firstDayOf(unitId);
    known.set(unitId, day);
    return day;
  };
  const completions = await asking.tx
    .selectFrom('completion')
    .select(['officer_id', 'completed_at', 'grade'])
    .where('agency_id', '=', asking.agencyId)
    .where('edition_hash', '=', editionHash)
    .execute();
  const done = new Map(
    completions.map(
      (row) =>
        [row.officer_id, { completedOn: localDate(Date.parse(row.completed_at), timeZone), grade: row.grade }] as const,
    ),
  );
  return (await readListed(asking, await readToday(asking, now))).map(({ id, badge, name, unitId, deactivatedAt }) => ({
    officerId: id,
    badge,
    name,
    hasLeft: deactivatedAt !== null,
    startsOn: startsOn(unitId),
    completion: done.get(id) ?? null,
  }));
}
