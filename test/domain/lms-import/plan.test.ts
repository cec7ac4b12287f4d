import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findColumns } from '#domain/lms-import/find-columns.ts';
import type { LmsOfficer } from '#domain/lms-import/lms-import.ts';
import { planLmsImport } from '#domain/lms-import/plan-lms-import.ts';
import { readRows, type Written } from '#domain/lms-import/read-rows.ts';

const heading = ['Badge', 'Name', 'Status', 'Score', 'Completed on', 'Course'];
const anOfficer = (badge: string, changes: Partial<LmsOfficer> = {}): LmsOfficer => ({
  officerId: `officer-${badge}`,
  badge,
  name: `Officer ${badge}`,
  hasLeft: false,
  startsOn: '2026-11-23',
  completion: null,
  ...changes,
});
const officers = [
  anOfficer('12'),
  anOfficer('13'),
  anOfficer('14', { completion: { completedOn: '2026-11-24', grade: 'A' } }),
  anOfficer('15', { hasLeft: true }),
  anOfficer('16'),
];
const importing = { importedBy: null, now: Date.parse('2026-11-30T17:00:00Z'), today: '2026-11-30' };

function read(rows: readonly string[][], written: Partial<Written> = {}, header = heading) {
  const columns = findColumns(header);
  if (!columns.ok) throw new Error(columns.error.code);
  const table = { lines: [header, ...rows], line: 0, columns: columns.value };
  return readRows(table, { timeZone: 'America/New_York', dayFirst: false, course: null, ...written });
}
function plan(rows: readonly string[][], as: Partial<typeof importing | { importedBy: string }> = {}) {
  const found = read(rows);
  if (!found.ok) throw new Error(found.error.code);
  return planLmsImport(found.value, officers, { ...importing, ...as });
}
const aRow = (badge: string, completed = '11/25/2026 10:30 AM', status = 'Passed') => [
  badge,
  '',
  status,
  '95',
  completed,
  'W',
];
const reasons = ({ refused }: ReturnType<typeof plan>) => refused.map(({ row, reason, found }) => [row, reason, found]);

describe('an export', () => {
  test('records who passed, in the LMS’s own words, at the agency’s time', () => {
    expect(plan([['12', 'Twelve, Officer', ' Passed ', '95%', '11/25/2026 10:30 AM', 'W']])).toEqual({
      reported: [
        {
          row: 2,
          badge: '12',
          officerId: 'officer-12',
          name: 'Officer 12',
          nameSaid: 'Twelve, Officer',
          said: { status: 'Passed', score: '95%', completed: '11/25/2026 10:30 AM' },
          completed: { day: '2026-11-25', at: '2026-11-25T15:30:00.000Z' },
        },
      ],
      there: [],
      refused: [],
    });
  });

  test('has a reason and a row for everything that it does not record', () => {
    const rows = [
      aRow('99'),
      aRow('15'),
      aRow('12', '11/22/2026 11:59 PM'),
      aRow('12', '11/30/2026 1:00 PM'),
      aRow('12', '12/24/2026'),
      aRow('12', ''),
      aRow('12', 'last week'),
      aRow('12', '', 'In Progress'),
      aRow('12', '11/25/2026', 'Completed (Equivalent)'),
      aRow(''),
      [...aRow('12'), 'one', ''],
      aRow('12', '11/25/2026', 'Pas\u001b[2Jsed'),
      aRow('12', '11/25/2026', 'x'.repeat(101)),
      ['', '', '', '', '', ''],
    ];
    const planned = plan(rows);
    expect(planned.reported).toEqual([]);
    expect(reasons(planned)).toEqual([
      [2, 'unknown-badge', ''],
      [3, 'left', ''],
      [4, 'before-window', '2026-11-23'],
      [5, 'future', ''],
      [6, 'future', ''],
      [7, 'no-date', ''],
      [8, 'unreadable-date', 'last week'],
      [9, 'not-passed', 'In Progress'],
      [10, 'unknown-status', 'Completed (Equivalent)'],
      [11, 'no-badge', ''],
      [12, 'too-many-cells', ''],
      [13, 'control-characters', ''],
      [14, 'too-long', ''],
    ]);
  });

  test('counts the earliest passed row of a badge that can count', () => {
    const rows = [
      aRow('12', '11/27/2026'),
      aRow('12', '11/26/2026', 'Failed'),
      aRow('12', '11/25/2026'),
      aRow('12', '11/01/2026'),
    ];
    const planned = plan(rows);
    expect(planned.reported.map(({ row }) => row)).toEqual([4]);
    expect(reasons(planned)).toEqual([
      [2, 'doubled', '4'],
      [3, 'not-passed', 'Failed'],
      [5, 'before-window', '2026-11-23'],
    ]);
  });

  test('leaves a completion that is there as it is', () => {
    const planned = plan([aRow('14', '11/23/2026')]);
    expect(planned.reported).toEqual([]);
    expect(planned.there).toEqual([{ row: 2, badge: '14', name: 'Officer 14', completedOn: '2026-11-24', grade: 'A' }]);
  });

  test('is about who wears the badge now, and never records the importer’s own', () => {
    const both = [anOfficer('12', { officerId: 'now' }), anOfficer('12', { officerId: 'before', hasLeft: true })];
    const found = read([aRow('12')]);
    if (!found.ok) throw new Error(found.error.code);
    for (const order of [both, both.toReversed()]) {
      expect(planLmsImport(found.value, order, importing).reported).toMatchObject([{ officerId: 'now' }]);
    }
    expect(reasons(plan([aRow('12')], { importedBy: 'officer-12' }))).toEqual([[2, 'own', '']]);
  });

  test('records each officer once and accounts for every row, whatever stands in it', () => {
    const cell = fc.oneof(
      fc.constantFrom('12', '13', '14', '15', '99', 'Passed', 'Failed', '11/25/2026', '2026-11-26T08:00:00Z', ''),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 6, maxLength: 7 }).map((cells) => cells.with(5, 'W'))),
        (rows) => {
          const found = read(rows);
          if (!found.ok) return;
          const { reported, there, refused } = planLmsImport(found.value, officers, importing);
          expect(new Set(reported.map(({ officerId }) => officerId)).size).toBe(reported.length);
          expect(reported.length + there.length + refused.length).toBe(rows.length);
        },
      ),
    );
  });
});

describe('the file as a whole is refused', () => {
  test('when one of its dates is none with the month first, or with the day first as was said', () => {
    const rows = [aRow('12', '03/04/2026'), aRow('13', '25/11/2026')];
    expect(read(rows)).toMatchObject({ error: { code: 'lms-import.day-first', row: 3, found: '25/11/2026' } });
    expect(read(rows, { dayFirst: true }).ok).toBe(true);
    expect(read([aRow('12')], { dayFirst: true })).toMatchObject({ error: { code: 'lms-import.month-first' } });
  });

  test('when it is about several courses, until somebody says which', () => {
    const rows = [aRow('12'), [...aRow('13').slice(0, 5), 'First aid']];
    expect(read(rows)).toMatchObject({ error: { code: 'lms-import.several-courses', courses: 'W; First aid' } });
    expect(read(rows, { course: 'first  AID' })).toMatchObject({
      value: { passed: [{ badge: '13' }], otherCourses: 1, course: 'First aid' },
    });
    expect(read(rows, { course: 'CPR' })).toMatchObject({ error: { code: 'lms-import.no-such-course' } });
    const without = ['Badge', 'Status', 'Completed on'];
    expect(read([['12', 'Passed', '11/25/2026']], { course: 'W' }, without)).toMatchObject({
      error: { code: 'lms-import.no-column', field: 'course' },
    });
  });

  test('and not for a sum at its end, or a column of courses that is empty', () => {
    expect(read([aRow('12'), ['Rows: 1', '', '', '', '', '']])).toMatchObject({
      value: { passed: [{ badge: '12' }], refused: [], otherCourses: 1, course: 'W' },
    });
    expect(read([[...aRow('12').slice(0, 5), '']])).toMatchObject({
      value: { passed: [{ badge: '12' }], course: null },
    });
  });
});

test('times are in UTC where the heading says so', () => {
  const found = read([['12', 'Passed', '11/26/2026 2:00 AM']], {}, ['Badge', 'Status', 'Completed Date (UTC)']);
  expect(found).toMatchObject({ value: { passed: [{ completed: { day: '2026-11-25' } }] } });
});
