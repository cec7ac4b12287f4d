const dayMilliseconds = 86_400_000;

/**
 * The last millisecond of the local day that lies `windowDays` after the start.
 *
 * @param startsOn local date, YYYY-MM-DD
 * @param timeZone IANA name of the agency's zone; days of 23 and 25 hours are met
 * @returns Unix time in milliseconds
 */
export function windowEnd(startsOn: string, windowDays: number, timeZone: string): number {
  const nextDay = Date.parse(`${startsOn}T00:00:00Z`) + (windowDays + 1) * dayMilliseconds;
  // Where clocks change at midnight the next day begins by the old offset or by the new one: it is the later instant, unless
  // that lies within the next day already (a midnight that comes twice).
  const starts = [nextDay - dayMilliseconds, nextDay + dayMilliseconds]
    .map((near) => nextDay - offsetAt(near, timeZone))
    .sort((a, b) => b - a);
  const lastDay = new Date(nextDay - dayMilliseconds).toISOString().slice(0, 10);
  const next =
    starts.find((start) => localDate(start - 1, timeZone) === lastDay) ?? nextDay - offsetAt(nextDay, timeZone);
  return next - 1;
}

/** The local date of an instant, YYYY-MM-DD. */
export const localDate = (atMilliseconds: number, timeZone: string): string =>
  new Date(atMilliseconds + offsetAt(atMilliseconds, timeZone)).toISOString().slice(0, 10);

/** Making one takes longer than a whole request that asks for it, and an agency has one zone. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const numeric = 'numeric' as const;
  const parts = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric };
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...parts });
  clocks.set(timeZone, clock);
  return clock;
}

/** Milliseconds by which the zone's clocks are ahead of UTC at that instant. */
export function offsetAt(atMilliseconds: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(atMilliseconds);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(atMilliseconds / 1000) * 1000;
}

/** Is it the IANA name of a zone? An agency founded in one that does not exist could never be opened again. */
export function isTimeZone(name: string): boolean {
  try {
    return offsetAt(0, name) !== null;
  } catch {
    return false;
  }
}
