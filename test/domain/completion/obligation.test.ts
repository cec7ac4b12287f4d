import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueOf, isLate } from '#domain/completion/obligation.ts';
import { windowEnd } from '#domain/completion/window.ts';
import { type Absence, dayPlus } from '#domain/roster/absence.ts';

const zone = 'America/New_York';
const week = { startsOn: '2026-11-02', days: 7 };
const away = (fromDay: string, untilDay: string | null): Absence => ({ duty: 'leave', fromDay, untilDay });
const endOf = (day: string) => windowEnd(day, 0, zone);

describe('an officer is due', () => {
  test('on the last day of the window when never away', () => {
    expect(dueOf(week, [], '2026-11-04', zone)).toEqual({ at: endOf('2026-11-09'), away: null });
  });

  test('on return while away, and late never: the window starts with the first day back', () => {
    const leave = away('2026-11-05', '2026-11-20');
    const due = dueOf(week, [leave], '2026-11-12', zone);
    expect(due).toEqual({ at: endOf('2026-11-28'), away: leave });
    expect(isLate(due, endOf('2026-11-12'))).toBe(false);
    const back = dueOf(week, [leave], '2026-11-22', zone);
    expect(back).toEqual({ at: endOf('2026-11-28'), away: null });
    expect(isLate(back, endOf('2026-11-28'))).toBe(false);
    expect(isLate(back, endOf('2026-11-28') + 1)).toBe(true);
  });

  test('at no day that anybody knows when nobody knows until when', () => {
    const leave = away('2026-10-01', null);
    expect(dueOf(week, [leave], '2026-11-12', zone)).toEqual({ at: null, away: leave });
  });

  test('as before by an absence that is over, that begins after the window, or that is only planned', () => {
    const plain = endOf('2026-11-09');
    expect(dueOf(week, [away('2026-10-01', '2026-11-01')], '2026-11-04', zone).at).toBe(plain);
    expect(dueOf(week, [away('2026-11-10', '2026-11-30')], '2026-11-12', zone).at).toBe(plain);
    expect(dueOf(week, [away('2026-11-06', '2026-11-30')], '2026-11-04', zone).at).toBe(plain);
  });

  test('once more later when away again before that', () => {
    const twice = [away('2026-11-05', '2026-11-10'), away('2026-11-15', '2026-11-16')];
    expect(dueOf(week, twice, '2026-11-18', zone).at).toBe(endOf('2026-11-24'));
  });
});

test('being away never makes anybody due earlier, and nobody is late on a day away', () => {
  const aDay = fc.integer({ min: -20, max: 40 }).map((days) => dayPlus(week.startsOn, days));
  fc.assert(
    fc.property(aDay, fc.integer({ min: 0, max: 20 }), aDay, (fromDay, length, today) => {
      const absences = [away(fromDay, dayPlus(fromDay, length))];
      const due = dueOf(week, absences, today, zone);
      expect(due.at ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(endOf('2026-11-09'));
      if (due.away) expect(isLate(due, endOf(today))).toBe(false);
    }),
  );
});
