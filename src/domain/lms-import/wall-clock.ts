import { offsetAt } from '../completion/window.ts';

const clock =
  /^(?:at |a las )?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: ?([ap])\.? ?m\.?)?(?: ?(z|utc|gmt|[+-]\d{2}:?\d{2}))?$/;

/** Seconds of the day, and minutes ahead of UTC where the time says so. */
export function clockOf(time: string): { seconds: number; offsetMinutes: number | null } | null {
  const found = clock.exec(time);
  if (!found) return null;
  const [, hours = '', minutes = '', seconds = '0', half, zone] = found;
  const hour = Number(hours);
  const isHour = half ? hour >= 1 && hour <= 12 : hour <= 23;
  if (!isHour || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const hourOfDay = half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour;
  return {
    seconds: (hourOfDay * 60 + Number(minutes)) * 60 + Number(seconds),
    offsetMinutes: zone === undefined ? null : minutesAhead(zone),
  };
}

function minutesAhead(zone: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** When the zone's clocks show this; of an hour that comes twice the first, of one that is left out the hour after it. */
export function instantOf(wall: number, timeZone: string): number {
  const day = 86_400_000;
  const [before, after] = [wall - offsetAt(wall - day, timeZone), wall - offsetAt(wall + day, timeZone)];
  const shown = [before, after].filter((at) => at + offsetAt(at, timeZone) === wall);
  return shown.length > 0 ? Math.min(...shown) : Math.max(before, after);
}
