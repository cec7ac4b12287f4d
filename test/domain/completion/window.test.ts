import { describe, expect, test } from 'vitest';
import { localDate, windowEnd } from '#domain/completion/window.ts';

describe('the window', () => {
  test.each([
    ['an ordinary week', '2026-11-23', 7, 'America/New_York', '2026-12-01T04:59:59.999Z'],
    ['a week in which clocks go back', '2026-10-29', 3, 'America/New_York', '2026-11-02T04:59:59.999Z'],
    ['a week in which clocks go forward', '2026-03-05', 3, 'America/New_York', '2026-03-09T03:59:59.999Z'],
    ['the very day of the change', '2026-11-01', 0, 'America/New_York', '2026-11-02T04:59:59.999Z'],
    ['a zone without summer time', '2026-07-01', 7, 'America/Phoenix', '2026-07-09T06:59:59.999Z'],
    ['a zone ahead of UTC', '2026-07-01', 7, 'Pacific/Guam', '2026-07-08T13:59:59.999Z'],
    [
      'clocks go forward at midnight, so that there is none',
      '2026-08-29',
      7,
      'America/Santiago',
      '2026-09-06T03:59:59.999Z',
    ],
    ['clocks go back at midnight, a day of 25 hours', '2026-03-28', 7, 'America/Santiago', '2026-04-05T03:59:59.999Z'],
    ['clocks go back to midnight, which comes twice', '2026-10-25', 6, 'America/Havana', '2026-11-01T03:59:59.999Z'],
    ['the turn of the year', '2026-12-28', 7, 'UTC', '2027-01-04T23:59:59.999Z'],
  ])('ends with the last millisecond of the local day: %s', (_which, startsOn, days, timeZone, end) => {
    expect(new Date(windowEnd(startsOn, days, timeZone)).toISOString()).toBe(end);
  });

  test('ends between the last local day and the next, in any zone and on any day of four years', () => {
    const dayMilliseconds = 86_400_000;
    const wrong: string[] = [];
    for (const zone of [
      'America/New_York',
      'America/Los_Angeles',
      'America/Santiago',
      'America/Havana',
      'Asia/Beirut',
    ]) {
      for (let at = Date.parse('2024-01-01'); at < Date.parse('2028-01-01'); at += dayMilliseconds) {
        const dayOf = (days: number) => new Date(at + days * dayMilliseconds).toISOString().slice(0, 10);
        const end = windowEnd(dayOf(0), 7, zone);
        if (localDate(end, zone) !== dayOf(7) || localDate(end + 1, zone) !== dayOf(8))
          wrong.push(`${zone} ${dayOf(0)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('begins on the day that the agency’s own calendar shows', () => {
    const lateEvening = Date.parse('2026-11-24T03:30:00.500Z');
    expect(localDate(lateEvening, 'America/New_York')).toBe('2026-11-23');
    expect(localDate(lateEvening, 'UTC')).toBe('2026-11-24');
  });
});
