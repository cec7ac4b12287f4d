import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBeyond, permittedPosition, permittedRate } from '#app/player/seek-guard.ts';

const second = fc.double({ min: 0, max: 400, noNaN: true });

test('nobody gets past the furthest watched point or out of the film', () => {
  fc.assert(
    fc.property(fc.double({ min: -50, max: 500, noNaN: true }), second, (wanted, furthest) => {
      const at = permittedPosition(wanted, furthest, 300);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThanOrEqual(Math.min(furthest, 300));
      expect(isBeyond(at, furthest)).toBe(false);
    }),
  );
});

test('going back is always free', () => {
  fc.assert(
    fc.property(second, second, (one, other) => {
      const [back, furthest] = [Math.min(one, other, 300), Math.max(one, other)];
      expect(permittedPosition(back, furthest, 300)).toBe(back);
    }),
  );
});

test('once the film was seen everything is free', () => {
  expect(permittedPosition(299, Number.POSITIVE_INFINITY, 300)).toBe(299);
  expect(isBeyond(299, Number.POSITIVE_INFINITY)).toBe(false);
});

test('a position that the browser took by itself is refused from half a second on', () => {
  expect(isBeyond(10.1, 10)).toBe(false);
  expect(isBeyond(10.5, 10)).toBe(true);
});

test('no rate above 1.25 stands', () => {
  expect(permittedRate(2)).toBe(1.25);
  expect(permittedRate(1.1)).toBe(1.1);
});
