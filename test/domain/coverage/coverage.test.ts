import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Coverage, cover, firstSeconds, secondsIn, shareOf, uncovered } from '#domain/coverage/coverage.ts';

const filmSeconds = 300;
/** Whole quarters of a second, so that sums are exact. */
const second = fc.integer({ min: 0, max: filmSeconds * 4 }).map((quarters) => quarters / 4);
const stretch = fc.record({ fromSeconds: second, toSeconds: second });
const stretches = fc.array(stretch, { maxLength: 30 });

/** The plain truth to compare with: which quarters of a second were played at all. */
const quartersOf = (played: Coverage) => {
  const quarters = new Set<number>();
  for (const { fromSeconds, toSeconds } of played)
    for (let q = fromSeconds * 4; q < toSeconds * 4; q++) quarters.add(q);
  return quarters;
};

describe('what counts as watched', () => {
  test('the order in which stretches are played does not matter', () => {
    fc.assert(
      fc.property(stretches, (played) => {
        expect(cover(...[...played].reverse())).toEqual(cover(...played));
      }),
    );
  });

  test('a minute watched twice counts once: the sum is that of the seconds played at all', () => {
    fc.assert(
      fc.property(stretches, (played) => {
        expect(secondsIn(cover(...played))).toBe(quartersOf(played).size / 4);
      }),
    );
  });

  test('a coverage is in order and its stretches do not touch', () => {
    fc.assert(
      fc.property(stretches, (played) => {
        const covered = cover(...played);
        covered.slice(1).forEach((next, index) => {
          expect(next.fromSeconds).toBeGreaterThan(covered[index]?.toSeconds ?? Number.POSITIVE_INFINITY);
        });
      }),
    );
  });

  test('what is new and what was known never overlap and together are everything', () => {
    fc.assert(
      fc.property(stretches, stretches, (played, before) => {
        const known = cover(...before);
        const fresh = uncovered(played, known);
        expect(secondsIn(fresh) + secondsIn(known)).toBe(secondsIn(cover(...played, ...known)));
      }),
    );
  });

  test('a seek or a stretch played backwards adds nothing', () => {
    expect(cover({ fromSeconds: 20, toSeconds: 20 }, { fromSeconds: 90, toSeconds: 30 })).toEqual([]);
  });

  test('gaps are not bridged, however small', () => {
    const slivers = Array.from({ length: 100 }, (_, index) => ({
      fromSeconds: index * 0.05,
      toSeconds: index * 0.05 + 0.001,
    }));
    expect(secondsIn(cover(...slivers))).toBeCloseTo(0.1, 6);
  });

  test('what lies outside the film does not raise the share above the whole', () => {
    expect(shareOf([{ fromSeconds: -50, toSeconds: 900 }], filmSeconds)).toBe(1);
    expect(shareOf([{ fromSeconds: 290, toSeconds: 900 }], filmSeconds)).toBeCloseTo(10 / 300);
  });

  test('the first seconds of a coverage are taken in film order', () => {
    const covered = cover({ fromSeconds: 0, toSeconds: 4 }, { fromSeconds: 10, toSeconds: 20 });
    expect(firstSeconds(covered, 6)).toEqual([
      { fromSeconds: 0, toSeconds: 4 },
      { fromSeconds: 10, toSeconds: 12 },
    ]);
    expect(firstSeconds(covered, 0)).toEqual([]);
  });
});
