import type { DutyStatus } from './roster.ts';

export type AwayStatus = Exclude<DutyStatus, 'on-duty'>;

/** Days by the agency's calendar, YYYY-MM-DD. `untilDay`: the last day away, null while nobody knows it. */
export type Absence = { duty: AwayStatus; fromDay: string; untilDay: string | null };

/** What somebody says of an officer's duty: away for some days, or back from a day on. */
export type DutySaid = { duty: DutyStatus; fromDay: string; untilDay: string | null };

const dayMilliseconds = 86_400_000;

/** @param days may be negative */
export const dayPlus = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);

/** The absence that covers this day. */
export const absenceOn = (absences: readonly Absence[], day: string): Absence | null =>
  absences.find(({ fromDay, untilDay }) => fromDay <= day && (untilDay === null || untilDay >= day)) ?? null;

export const dutyOn = (absences: readonly Absence[], day: string): DutyStatus =>
  absenceOn(absences, day)?.duty ?? 'on-duty';

/**
 * The absences after something was said of them, in the order of their days: what is said later holds for its days. Back on
 * duty ends the absence of that day and leaves a later one that is planned already.
 */
export function withDuty(absences: readonly Absence[], { duty, fromDay, untilDay }: DutySaid): Absence[] {
  if (duty === 'on-duty') {
    const now = absenceOn(absences, fromDay);
    return inOrder(absences.flatMap((each) => (each === now ? without(each, fromDay, null) : [each])));
  }
  const others = absences.flatMap((each) => without(each, fromDay, untilDay));
  return inOrder([...others, { duty, fromDay, untilDay }]);
}

const inOrder = (absences: Absence[]): Absence[] => absences.sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1));

/** What is left of an absence when these days are taken out of it. */
function without(absence: Absence, fromDay: string, untilDay: string | null): Absence[] {
  const isBefore = absence.untilDay !== null && absence.untilDay < fromDay;
  const isAfter = untilDay !== null && absence.fromDay > untilDay;
  if (isBefore || isAfter) return [absence];
  const before = absence.fromDay < fromDay ? [{ ...absence, untilDay: dayPlus(fromDay, -1) }] : [];
  const goesOn = untilDay !== null && (absence.untilDay === null || absence.untilDay > untilDay);
  return [...before, ...(goesOn ? [{ ...absence, fromDay: dayPlus(untilDay, 1) }] : [])];
}
