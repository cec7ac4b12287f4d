import { assert, constantFrom, double, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clamped, panned, scrollKeeping, stepped } from '#app/scenario/zoom.ts';

const size = double({ min: 1, max: 4, noNaN: true });
const direction = constantFrom(1 as const, -1 as const);

describe('the size of a sheet looked at closely', () => {
  test('goes from the fitting size to four times it in steps of half, and back', () => {
    const up = [1];
    while ((up.at(-1) ?? 4) < 4) up.push(stepped(up.at(-1) ?? 4, 1));
    expect(up).toEqual([1, 1.5, 2, 2.5, 3, 3.5, 4]);
    expect(up.toReversed().map((at) => stepped(at, -1))).toEqual([3.5, 3, 2.5, 2, 1.5, 1, 1]);
  });

  test('comes back to the marks after a pinch that ended between two', () => {
    expect(stepped(2.3, 1)).toBe(2.5);
    expect(stepped(2.3, -1)).toBe(2);
  });

  test('never leaves its limits, and always moves unless it is at one', () => {
    assert(
      property(size, direction, (from, by) => {
        const to = stepped(from, by);
        expect(to).toBe(clamped(to));
        if (from !== (by === 1 ? 4 : 1)) expect(Math.sign(to - from)).toBe(by);
      }),
    );
  });

  test('keeps under the fingers what was under them', () => {
    const pixels = integer({ min: 0, max: 4000 });
    const point = record({ x: pixels, y: pixels });
    assert(
      property(point, point, size, size, (at, scrolled, from, to) => {
        const now = scrollKeeping(at, scrolled, from, to);
        expect((now.x + at.x) / to).toBeCloseTo((scrolled.x + at.x) / from, 6);
        expect((now.y + at.y) / to).toBeCloseTo((scrolled.y + at.y) / from, 6);
      }),
    );
  });
});

test('the arrow keys move one way each, Home and End go to the corners, other keys are not taken', () => {
  const extent = { scrollWidth: 900, scrollHeight: 1600 };
  const from = { x: 100, y: 200 };
  expect(panned('ArrowRight', from, extent)).toEqual({ x: 164, y: 200 });
  expect(panned('ArrowLeft', from, extent)).toEqual({ x: 36, y: 200 });
  expect(panned('ArrowDown', from, extent)).toEqual({ x: 100, y: 264 });
  expect(panned('ArrowUp', from, extent)).toEqual({ x: 100, y: 136 });
  expect(panned('Home', from, extent)).toEqual({ x: 0, y: 0 });
  expect(panned('End', from, extent)).toEqual({ x: 900, y: 1600 });
  expect(panned('Tab', from, extent)).toBeNull();
});
