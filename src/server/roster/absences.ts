import { type Absence, absenceOn, type DutySaid, withDuty } from '#domain/roster/absence.ts';
import type { DutyStatus } from '#domain/roster/roster.ts';
import { oneOf } from '../db/one-of.ts';
import type { Asking } from '../db/open.ts';
import type { Projecting } from '../ledger/projections.ts';
import { inParts } from './in-parts.ts';

/** Absences by officer, in the order of their days; few people have any. */
export type Absences = {
  of(officerId: string): readonly Absence[];
  dutyOf(officerId: string, day: string): DutyStatus;
};

const none: readonly Absence[] = [];

/** @param officerIds of these alone */
export async function readAbsences({ tx, agencyId }: Asking, officerIds?: readonly string[]): Promise<Absences> {
  const all = tx.selectFrom('absence').selectAll().where('agency_id', '=', agencyId);
  const asked = officerIds ? all.where(oneOf(tx, 'officer_id', officerIds)) : all;
  const rows = await asked.orderBy('from_day').execute();
  const byOfficer = Map.groupBy(rows, (row) => row.officer_id);
  const of = (officerId: string) => byOfficer.get(officerId)?.map(fromRow) ?? none;
  return { of, dutyOf: (officerId, day) => absenceOn(of(officerId), day)?.duty ?? 'on-duty' };
}

export const readAbsencesOf = async (asking: Asking, officerId: string): Promise<readonly Absence[]> =>
  (await readAbsences(asking, [officerId])).of(officerId);

const fromRow = (row: { duty: Absence['duty']; from_day: string; until_day: string | null }): Absence => ({
  duty: row.duty,
  fromDay: row.from_day,
  untilDay: row.until_day,
});

/** Writes what was said of officers' duty over what is known of it. */
export async function keepDuty(to: Projecting, said: readonly (DutySaid & { officerId: string })[]): Promise<void> {
  const { tx, agencyId } = to;
  const rows = [];
  for (const { officerId, ...duty } of said) {
    const after = withDuty(await readAbsencesOf(to, officerId), duty);
    await tx.deleteFrom('absence').where('agency_id', '=', agencyId).where('officer_id', '=', officerId).execute();
    rows.push(
      ...after.map((each) => ({
        agency_id: agencyId,
        officer_id: officerId,
        from_day: each.fromDay,
        until_day: each.untilDay,
        duty: each.duty,
      })),
    );
  }
  for (const part of inParts(rows)) await tx.insertInto('absence').values(part).execute();
}
