import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Absence, absenceOn, type DutySaid, dayPlus, dutyOn, withDuty } from '#domain/roster/absence.ts';

const leave = (fromDay: string, untilDay: string | null): Absence => ({ duty: 'leave', fromDay, untilDay });

describe('who is away', () => {
  test('is away from the first day to the last, both counted', () => {
    const absences = [leave('2026-11-03', '2026-11-05')];
    expect(['02', '03', '05', '06'].map((day) => dutyOn(absences, `2026-11-${day}`))).toEqual([
      'on-duty',
      'leave',
      'leave',
      'on-duty',
    ]);
  });

  test('stays away while nobody knows until when, and is back from the day that is said', () => {
    const away = withDuty([], { duty: 'military', fromDay: '2026-11-03', untilDay: null });
    expect(dutyOn(away, '2027-11-03')).toBe('military');
    expect(withDuty(away, { duty: 'on-duty', fromDay: '2026-11-20', untilDay: null })).toEqual([
      { duty: 'military', fromDay: '2026-11-03', untilDay: '2026-11-19' },
    ]);
  });

  test('who is back the day it was to begin was never away', () => {
    expect(withDuty([leave('2026-11-03', null)], { duty: 'on-duty', fromDay: '2026-11-03', untilDay: null })).toEqual(
      [],
    );
  });

  test('back on duty leaves a leave that is planned for later', () => {
    const absences = [leave('2026-11-03', '2026-11-09'), leave('2026-12-24', '2026-12-26')];
    expect(withDuty(absences, { duty: 'on-duty', fromDay: '2026-11-05', untilDay: null })).toEqual([
      leave('2026-11-03', '2026-11-04'),
      leave('2026-12-24', '2026-12-26'),
    ]);
  });

  test('a detail in the middle of a leave parts it in two', () => {
    expect(
      withDuty([leave('2026-11-01', '2026-11-30')], { duty: 'detail', fromDay: '2026-11-10', untilDay: '2026-11-12' }),
    ).toEqual([
      leave('2026-11-01', '2026-11-09'),
      { duty: 'detail', fromDay: '2026-11-10', untilDay: '2026-11-12' },
      leave('2026-11-13', '2026-11-30'),
    ]);
  });
});

const aDay = fc.integer({ min: 0, max: 40 }).map((days) => dayPlus('2026-11-01', days));
const said: fc.Arbitrary<DutySaid> = fc
  .record({
    duty: fc.constantFrom('on-duty' as const, 'leave' as const, 'academy' as const),
    fromDay: aDay,
    length: fc.option(fc.integer({ min: 0, max: 20 })),
  })
  .map(({ duty, fromDay, length }) => ({ duty, fromDay, untilDay: length === null ? null : dayPlus(fromDay, length) }));

test('whatever is said in whatever order, no day has two absences, and the last word holds for its first day', () => {
  fc.assert(
    fc.property(fc.array(said, { minLength: 1, maxLength: 12 }), (all) => {
      const absences = all.reduce<Absence[]>(withDuty, []);
      for (let days = -1; days < 70; days += 1) {
        const day = dayPlus('2026-11-01', days);
        const covering = absences.filter(
          ({ fromDay, untilDay }) => fromDay <= day && (untilDay === null || untilDay >= day),
        );
        expect(covering.length).toBeLessThanOrEqual(1);
        expect(absenceOn(absences, day)).toBe(covering[0] ?? null);
      }
      const last = all.at(-1);
      expect(dutyOn(absences, last?.fromDay ?? '')).toBe(last?.duty);
      for (const { fromDay, untilDay } of absences) expect(untilDay === null || untilDay >= fromDay).toBe(true);
    }),
  );
});
