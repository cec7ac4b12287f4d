import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Coverage, cover, secondsIn, shareOf } from '#domain/coverage/coverage.ts';
import { counted, openTakenAlong, openWatching, report, type Watching } from '#domain/coverage/watching.ts';

const film = 300;
const start = Date.UTC(2026, 10, 22, 7, 0, 0);

/** Plays the whole film from start to end and reports every `everySeconds` of wall-clock time. */
function watchHonestly(rate: number, everySeconds: number): Watching {
  let watching = openWatching(start);
  let position = 0;
  for (let clock = everySeconds; position < film; clock += everySeconds) {
    const toSeconds = Math.min(film, position + everySeconds * rate);
    watching = report(watching, [{ fromSeconds: position, toSeconds }], film, start + clock * 1000);
    position = toSeconds;
  }
  return watching;
}

/** Claims the whole film in equal pieces that arrive within `wallSeconds`. */
function claimAll(wallSeconds: number, reports: number): Watching {
  let watching = openWatching(start);
  for (let index = 0; index < reports; index++) {
    const piece = { fromSeconds: (film / reports) * index, toSeconds: (film / reports) * (index + 1) };
    watching = report(watching, [piece], film, start + (wallSeconds / reports) * (index + 1) * 1000);
  }
  return watching;
}

describe('the server times what an officer reports', () => {
  test.each([1, 1.1, 1.25])('an honest viewer at %s× has the whole film proved', (rate) => {
    expect(shareOf(watchHonestly(rate, 10).proved, film)).toBe(1);
  });

  test('an honest viewer with any pauses between reports is proved, and nothing is put under review', () => {
    const pause = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(fc.array(pause, { minLength: 30, maxLength: 30 }), (pauses) => {
        let [watching, clock] = [openWatching(start), start];
        pauses.forEach((pausedSeconds, index) => {
          clock += (10 + pausedSeconds) * 1000;
          watching = report(watching, [{ fromSeconds: index * 10, toSeconds: index * 10 + 10 }], film, clock);
        });
        expect(shareOf(watching.proved, film)).toBe(1);
        expect(watching.toReview).toEqual([]);
      }),
    );
  });

  test('reporting every 100 ms earns no more than reporting every 10 s', () => {
    expect(secondsIn(claimAll(60, 600).proved)).toBeLessThanOrEqual(secondsIn(claimAll(60, 6).proved) + 1e-6);
    expect(secondsIn(counted(claimAll(60, 600)))).toBeCloseTo(60 * 1.25 + 2, 5);
  });

  test('a film claimed at once earns two seconds, and the rest is put under review', () => {
    const watching = report(openWatching(start), [{ fromSeconds: 0, toSeconds: film }], film, start);
    expect(secondsIn(counted(watching))).toBe(2);
    expect(secondsIn(watching.toReview)).toBe(298);
  });

  test('no order and no size of reports proves more than time allows', () => {
    const claim = fc.record({
      fromSeconds: fc.double({ min: 0, max: film, noNaN: true }),
      toSeconds: fc.double({ min: 0, max: film, noNaN: true }),
      waitMilliseconds: fc.integer({ min: 0, max: 20_000 }),
    });
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 60 }), (claims) => {
        let [watching, clock] = [openWatching(start), start];
        for (const { waitMilliseconds, ...played } of claims) {
          clock += waitMilliseconds;
          watching = report(watching, [played], film, clock);
        }
        const allowed = 2 + ((clock - start) / 1000) * 1.25;
        expect(secondsIn(watching.proved)).toBeLessThanOrEqual(allowed + 1e-6);
        expect(secondsIn(counted(watching))).toBeLessThanOrEqual(allowed + 1e-6);
      }),
    );
  });

  test('after a cut of two minutes the late stretches count as reported, not as proved and not as impossible', () => {
    const watching = report(openWatching(start), [{ fromSeconds: 0, toSeconds: 120 }], film, start + 120_000);
    expect(secondsIn(watching.proved)).toBe(30);
    expect(secondsIn(watching.reported)).toBe(90);
    expect(watching.toReview).toEqual([]);
  });

  test('the same stretches sent twice spend nothing the second time', () => {
    const once = report(openWatching(start), [{ fromSeconds: 0, toSeconds: 10 }], film, start + 10_000);
    const twice = report(once, [{ fromSeconds: 0, toSeconds: 10 }], film, start + 10_000);
    expect(twice).toEqual(once);
  });

  test('two devices share one allowance', () => {
    const phone: Coverage = [{ fromSeconds: 0, toSeconds: 10 }];
    const kiosk: Coverage = [{ fromSeconds: 100, toSeconds: 110 }];
    const both = report(report(openWatching(start), phone, film, start + 10_000), kiosk, film, start + 10_000);
    expect(secondsIn(cover(...both.proved, ...both.reported))).toBeCloseTo(14.5);
  });

  test('reports made of splinters do not make the record grow without end, nor take away what was watched', () => {
    let watching = report(openWatching(start), [{ fromSeconds: 0, toSeconds: 10 }], film, start + 10_000);
    for (let n = 1; n <= 40; n += 1) {
      const splinters = Array.from({ length: 200 }, (_, part) => {
        const fromSeconds = 11 + part + n / 100;
        return { fromSeconds, toSeconds: fromSeconds + 0.001 };
      });
      watching = report(watching, splinters, film, start + 10_000 + n * (n % 2 ? 1 : 1_000));
    }
    for (const account of [watching.proved, watching.reported, watching.toReview]) {
      expect(account.length).toBeLessThanOrEqual(1_000);
    }
    expect(watching.proved[0]).toEqual({ fromSeconds: 0, toSeconds: 10 });
  });

  test('two servers whose clocks differ by seconds give no time and take none', () => {
    const once = report(openWatching(start), [{ fromSeconds: 0, toSeconds: 10 }], film, start + 10_000);
    const stepped = report(once, [{ fromSeconds: 10, toSeconds: 14 }], film, start + 2_000);
    expect(stepped.timedAt).toBe(once.timedAt);
    expect(secondsIn(stepped.proved)).toBe(14);
    expect(stepped.allowanceSeconds).toBeCloseTo(0.5);
  });

  test('a server clock that ran a day ahead and is put right gives no time, and honest watching goes on from there', () => {
    const ahead = start + 86_400_000;
    let watching = report(openWatching(ahead), [{ fromSeconds: 0, toSeconds: 10 }], film, ahead + 10_000);
    for (let from = 10; from < film; from += 10) {
      watching = report(watching, [{ fromSeconds: from, toSeconds: from + 10 }], film, start + from * 1000);
    }
    expect(watching.toReview).toEqual([]);
    expect(shareOf(counted(watching), film)).toBeCloseTo(1, 1);
    const atOnce = report(
      report(openWatching(ahead), [], film, start),
      [{ fromSeconds: 0, toSeconds: film }],
      film,
      start,
    );
    expect(secondsIn(counted(atOnce))).toBe(2);
  });
});

describe('a course that was taken along and opened without a network', () => {
  const all = [{ fromSeconds: 0, toSeconds: film }];

  test.each([
    [10, 0.04],
    [240, 1],
    [9 * 3_600, 1],
  ])(
    '%i s later, all at once, is believed as far as it can have run, and hardly a second is proved',
    (later, share) => {
      const at = start + later * 1000;
      const watching = report(openTakenAlong(openWatching(start), at), all, film, at);
      expect(secondsIn(watching.proved)).toBe(2);
      expect(shareOf(counted(watching), film)).toBeGreaterThanOrEqual(share);
      expect(secondsIn(counted(watching))).toBeLessThanOrEqual(2 + later * 1.25);
    },
  );

  test('by a server clock that went back, is believed no second more', () => {
    expect(openTakenAlong(openWatching(start), start - 60_000)).toMatchObject({ plausibleSeconds: 2 });
  });
});
