import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Coverage, cover, secondsIn } from '#domain/coverage/coverage.ts';
import {
  coverageOf,
  handOver,
  nothingPlayed,
  type Played,
  type PlayedAt,
  playedTo,
  seekBegan,
  stoppedAt,
} from '#domain/coverage/played-stretches.ts';

/** What a viewer does; every tick plays a quarter of a second of film, whatever the rate. */
type Deed = { does: 'plays'; ticks: number; rate: 1 | 1.25 } | { does: 'seeks'; quarter: number } | { does: 'pauses' };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    does: fc.constant('plays' as const),
    ticks: fc.integer({ min: 1, max: 20 }),
    rate: fc.constantFrom(1 as const, 1.25 as const),
  }),
  fc.record({ does: fc.constant('seeks' as const), quarter: fc.integer({ min: 0, max: 1200 }) }),
  fc.record({ does: fc.constant('pauses' as const) }),
);

/** Plays the deeds to the bookkeeping as a player would, and writes down which quarters were truly on the screen. */
function watch(deeds: Deed[], reportAfter: (tick: number) => boolean = () => false) {
  let played: Played = nothingPlayed;
  let [at, clock, tick] = [0, 0, 0];
  const truth = new Set<number>();
  const reported: PlayedAt[] = [];
  const report = () => {
    const { stretches, rest } = handOver(played);
    reported.push(...stretches);
    played = rest;
  };
  for (const each of deeds) {
    if (each.does === 'plays') {
      played = playedTo(played, at / 4, each.rate, clock);
      for (let n = 0; n < each.ticks; n++) {
        truth.add(at);
        at += 1;
        tick += 1;
        clock += 250 / each.rate;
        played = playedTo(played, at / 4, each.rate, clock);
        if (reportAfter(tick)) report();
      }
    } else if (each.does === 'seeks') {
      played = seekBegan(played);
      at = each.quarter;
    } else {
      played = stoppedAt(played, at / 4, 1, clock);
      clock += 60_000;
    }
  }
  report();
  return { truth, reported, covered: cover(...reported) };
}

const quartersOf = (covered: Coverage) =>
  covered.flatMap(({ fromSeconds, toSeconds }) =>
    Array.from({ length: (toSeconds - fromSeconds) * 4 }, (_, index) => fromSeconds * 4 + index),
  );
const sorted = (quarters: Iterable<number>) => [...quarters].sort((a, b) => a - b);

describe('what a player reports to have played', () => {
  test('is what was on the screen, whatever was sought, paused and played again', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        const { truth, covered } = watch(deeds);
        expect(quartersOf(covered)).toEqual(sorted(truth));
      }),
    );
  });

  test('is the same whenever it is handed over, and no gap opens between two reports', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), fc.integer({ min: 1, max: 30 }), (deeds, every) => {
        expect(watch(deeds, (tick) => tick % every === 0).covered).toEqual(watch(deeds).covered);
      }),
    );
  });

  test('seeking alone never adds a second', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 })), (seconds) => {
        const deeds = seconds.map((second): Deed => ({ does: 'seeks', quarter: second * 4 }));
        expect(watch(deeds).reported).toEqual([]);
      }),
    );
  });

  test('every stretch carries the rate at which it ran', () => {
    const { reported } = watch([
      { does: 'plays', ticks: 4, rate: 1 },
      { does: 'plays', ticks: 4, rate: 1.25 },
    ]);
    expect(reported).toEqual([
      { fromSeconds: 0, toSeconds: 1, rate: 1 },
      { fromSeconds: 1, toSeconds: 2, rate: 1.25 },
    ]);
  });
});

describe('a jump that no seek announced', () => {
  test('ends the stretch where the clock still bears it out', () => {
    const before = playedTo(playedTo(nothingPlayed, 10, 1, 0), 10.25, 1, 250);
    const after = playedTo(playedTo(before, 200, 1, 500), 200.25, 1, 750);
    expect(coverageOf(after)).toEqual([
      { fromSeconds: 10, toSeconds: 10.25 },
      { fromSeconds: 200, toSeconds: 200.25 },
    ]);
  });

  test('is not one when only the page was slow: two seconds of film in two seconds count', () => {
    const played = playedTo(playedTo(nothingPlayed, 10, 1, 0), 12, 1, 2_000);
    expect(secondsIn(coverageOf(played))).toBe(2);
  });

  test('backwards starts anew and counts nothing of the way', () => {
    const before = playedTo(playedTo(nothingPlayed, 10, 1, 0), 11, 1, 1_000);
    expect(coverageOf(playedTo(before, 5, 1, 1_100))).toEqual([{ fromSeconds: 10, toSeconds: 11 }]);
  });
});

test('a pause reports up to the pause, a seek only up to the last position before it', () => {
  const playing = playedTo(playedTo(nothingPlayed, 10, 1, 0), 11, 1, 1_000);
  expect(coverageOf(stoppedAt(playing, 11.2, 1, 1_200))).toEqual([{ fromSeconds: 10, toSeconds: 11.2 }]);
  expect(coverageOf(seekBegan(playing))).toEqual([{ fromSeconds: 10, toSeconds: 11 }]);
});
