import { type Absence, absenceOn, dayPlus } from '../roster/absence.ts';
import { windowEnd } from './window.ts';

/** The days that an officer has: `startsOn` is a day of the agency's calendar, the last day is `days` later. */
export type Window = { startsOn: string; days: number };

/** Why somebody owes nothing who has not completed: the agency says so, or never asked this unit. */
export type Spared = 'exempt' | 'not-assigned';

export type Due = {
  /** The last millisecond of the last day; null while the officer is away and nobody knows until when. */
  at: number | null;
  /** The absence that the officer is on: due on return, never late. */
  away: Absence | null;
};

/**
 * When an officer must have completed. Whoever is away on a day of the window is due on return: the window starts again with
 * the first day back, as often as that happens. An absence that is only planned changes nothing yet.
 *
 * @param today by the agency's calendar
 */
export function dueOf(window: Window, absences: readonly Absence[], today: string, timeZone: string): Due {
  let { startsOn } = window;
  for (const { fromDay, untilDay } of absences) {
    const lastDay = dayPlus(startsOn, window.days);
    const isInWindow = fromDay <= today && fromDay <= lastDay && (untilDay === null || untilDay >= startsOn);
    if (!isInWindow) continue;
    if (untilDay === null) return { at: null, away: absenceOn(absences, today) };
    startsOn = dayPlus(untilDay, 1);
  }
  return { at: windowEnd(startsOn, window.days, timeZone), away: absenceOn(absences, today) };
}

/** Past the last day, and there to do something about it. */
export const isLate = ({ at, away }: Due, nowMilliseconds: number): boolean =>
  away === null && at !== null && nowMilliseconds > at;
