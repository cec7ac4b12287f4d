import { describe, expect, test } from 'vitest';
import { readTime } from '#domain/lms-import/reported-time.ts';

const newYork = { timeZone: 'America/New_York', isUtc: false, dayFirst: false };
const half10 = { day: '2026-11-25', at: '2026-11-25T15:30:00.000Z' };

describe('a time as an LMS exports it', () => {
  test.each([
    ['2026-11-25T10:30:00', half10],
    ['2026-11-25 10:30', half10],
    ['2026-11-25T15:30:00Z', half10],
    ['2026-11-25T15:30:00.123Z', half10],
    ['2026-11-25T10:30:00-05:00', half10],
    ['2026-11-25 15:30:00 UTC', half10],
    ['2026/11/25 10:30', half10],
    ['11/25/2026 10:30 AM', half10],
    ['11/25/2026 10:30:00\u202fa.\u00a0m.', half10],
    ['11/25/26, 10:30', half10],
    ['11-25-2026 10:30', half10],
    ['Wednesday, 25 November 2026, 10:30 AM', half10],
    ['Nov 25, 2026 10:30 AM', half10],
    ['miércoles, 25 de noviembre de 2026, 10:30', half10],
    ['25-nov-2026 10:30', half10],
    ['11/25/2026', { day: '2026-11-25', at: '2026-11-25T05:00:00.000Z' }],
    ['2026-11-25', { day: '2026-11-25', at: '2026-11-25T05:00:00.000Z' }],
    // The agency's day, not the one in Greenwich.
    ['2026-11-26T04:59:00Z', { day: '2026-11-25', at: '2026-11-26T04:59:00.000Z' }],
    ['11/25/2026 12:00 AM', { day: '2026-11-25', at: '2026-11-25T05:00:00.000Z' }],
    ['11/25/2026 12:05 PM', { day: '2026-11-25', at: '2026-11-25T17:05:00.000Z' }],
    // Clocks go back: one thirty comes twice, and the first counts.
    ['11/01/2026 1:30 AM', { day: '2026-11-01', at: '2026-11-01T05:30:00.000Z' }],
    // Clocks go forward: half past two is left out.
    ['03/08/2026 2:30 AM', { day: '2026-03-08', at: '2026-03-08T07:30:00.000Z' }],
  ])('%s is read', (text, time) => {
    expect(readTime(text, newYork)).toEqual(time);
  });

  test.each([
    '',
    'never',
    '46351.4375',
    '02/30/2026',
    '2026-13-01',
    '11/25/2026 25:00',
    '11/25/2026 13:30 PM',
    '11/25/2026 10:30 EST',
    '25 de smarch de 2026',
    '25/25/2026',
    '11/25-2026',
  ])('%j is none', (text) => {
    expect(readTime(text, newYork)).toBeNull();
  });

  test('with the day first only if somebody says so', () => {
    const dayFirst = { ...newYork, dayFirst: true };
    expect(readTime('03/04/2026', newYork)).toMatchObject({ day: '2026-03-04' });
    expect(readTime('03/04/2026', dayFirst)).toMatchObject({ day: '2026-04-03' });
    expect(readTime('25.11.2026 10:30', dayFirst)).toEqual(half10);
    expect(readTime('25/11/2026', newYork)).toBe('other-order');
    expect(readTime('11/25/2026', dayFirst)).toBe('other-order');
  });

  test('in UTC where the column says so, and the day is still the agency’s', () => {
    expect(readTime('11/25/2026 3:30 PM', { ...newYork, isUtc: true })).toEqual(half10);
    expect(readTime('11/26/2026 2:00 AM', { ...newYork, isUtc: true })).toMatchObject({ day: '2026-11-25' });
  });
});
