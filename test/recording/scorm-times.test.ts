import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timespan } from '#recording/scorm12/timespan.ts';
import { timeinterval, timestamp } from '#recording/scorm2004/timeinterval.ts';
import { anLms, type Standard } from '#test/support/lms/an-lms.ts';

/** Asks scorm-again, through the stickler, whether it takes a session of that length. */
function takes(standard: Standard, element: string, value: string): boolean {
  const { api, faults } = anLms(standard).launch();
  const prefix = standard === 'scorm12' ? 'LMS' : '';
  api[`${prefix}Initialize`]?.('');
  return api[`${prefix}SetValue`]?.(element, value) === 'true' && faults.length === 0;
}

const seconds = fc.double({ min: 0, max: 200 * 3600, noNaN: true });

describe('the time of a session', () => {
  test('is a CMITimespan in SCORM 1.2, however long it was', () => {
    expect([0, 5.239, 331, 3_661.5].map(timespan)).toEqual([
      '0000:00:00.00',
      '0000:00:05.24',
      '0000:05:31.00',
      '0001:01:01.50',
    ]);
    expect(timespan(-3)).toBe('0000:00:00.00');
    expect(timespan(1e9)).toBe('9999:59:59.00');
    fc.assert(
      fc.property(seconds, (length) => takes('scorm12', 'cmi.core.session_time', timespan(length))),
      { numRuns: 40 },
    );
  });

  test('is a timeinterval in SCORM 2004, with two digits after the point at most', () => {
    expect([0, 5.239, 331, 3_661.5].map(timeinterval)).toEqual(['PT0H0M0S', 'PT0H0M5.24S', 'PT0H5M31S', 'PT1H1M1.5S']);
    fc.assert(
      fc.property(seconds, (length) => takes('scorm2004', 'cmi.session_time', timeinterval(length))),
      { numRuns: 40 },
    );
  });

  test('of a decision has a fraction of two digits and a zone: a zone alone is refused (406)', () => {
    expect(timestamp('2026-11-22T08:00:00.123Z')).toBe('2026-11-22T08:00:00.12Z');
    expect(timestamp('2026-11-22T08:00:00Z')).toBe('2026-11-22T08:00:00.00Z');
  });
});
