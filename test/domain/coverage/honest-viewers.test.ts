import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Coverage, cover, secondsIn, shareOf } from '#domain/coverage/coverage.ts';
import { counted, openWatching, report, type Watching } from '#domain/coverage/watching.ts';

const film = 300;
const start = Date.UTC(2026, 10, 22, 7, 0, 0);

/** A sitting at one device, beginning somewhere already reached; what is not yet sent goes with the next report. */
type Sitting = { device: number; goesBack: number; plays: number; rate: number; stallSeconds: number; rests: number };
type Sent = { arrivesAt: number; stretch: { fromSeconds: number; toSeconds: number; rate: number } };

const sitting: fc.Arbitrary<Sitting> = fc.record({
  device: fc.integer({ min: 0, max: 3 }),
  goesBack: fc.double({ min: 0, max: 40, noNaN: true }),
  plays: fc.double({ min: 1, max: 120, noNaN: true }),
  rate: fc.constantFrom(0.75, 1, 1.1, 1.25),
  stallSeconds: fc.double({ min: 0, max: 15, noNaN: true }),
  rests: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 90, noNaN: true }), fc.constant(9 * 3_600)),
});
/** How long each report was on its way; the first is that of the opening. */
const delays = fc.array(fc.double({ min: 0, max: 24, noNaN: true }), { minLength: 1, maxLength: 80 });

/** One person, one device at a time, at most 1.25×: what the server gets, in the order in which it gets it. */
function whatArrives(sittings: readonly Sitting[], delay: (report: number) => number): Sent[] {
  const sent: Sent[] = [];
  const sentBy = new Map<number, number>();
  let [clock, furthest] = [0, 0];
  const last: Sitting = { device: 0, goesBack: 0, plays: film, rate: 1.25, stallSeconds: 0, rests: 0 };
  for (const { device, goesBack, plays, rate, stallSeconds, rests } of [...sittings, last]) {
    let at = Math.max(0, furthest - goesBack);
    const until = Math.min(film, at + plays);
    while (at < until) {
      const toSeconds = Math.min(until, at + 10 * rate);
      clock += (toSeconds - at) / rate;
      // A device sends in order; what is stalled plays nothing and takes its time.
      const arrivesAt = Math.max(clock + delay(sent.length + 1), sentBy.get(device) ?? 0);
      sentBy.set(device, arrivesAt);
      sent.push({ arrivesAt, stretch: { fromSeconds: at, toSeconds, rate } });
      clock += stallSeconds;
      at = toSeconds;
    }
    furthest = Math.max(furthest, until);
    clock += rests;
  }
  return sent.sort((a, b) => a.arrivesAt - b.arrivesAt);
}

function asTheServerSeesIt(sent: readonly Sent[], openedAfter: number): Watching {
  const opened = start + openedAfter * 1000;
  // The outbox sends in order: nothing comes before the opening.
  return sent.reduce(
    (watching, { arrivesAt, stretch }) => report(watching, [stretch], film, Math.max(opened, start + arrivesAt * 1000)),
    openWatching(opened),
  );
}

/** Half a minute later something else comes, the acknowledged policy at the soonest. */
const afterwards = (watching: Watching) => report(watching, [], film, watching.timedAt + 30_000);

describe('an honest viewer', () => {
  test('has all of the film and nothing under review: any stalls, rests, devices and delays, at up to 1.25×', () => {
    fc.assert(
      fc.property(fc.array(sitting, { maxLength: 12 }), delays, (sittings, delayed) => {
        const delay = (at: number) => delayed[at % delayed.length] ?? 0;
        const watching = afterwards(asTheServerSeesIt(whatArrives(sittings, delay), delay(0)));
        expect(watching.toReview).toEqual([]);
        expect(watching.ahead ?? []).toEqual([]);
        expect(shareOf(counted(watching), film)).toBeCloseTo(1, 9);
      }),
      { numRuns: 500 },
    );
  });

  test('whose reports come within seconds has all of it proved', () => {
    fc.assert(
      fc.property(fc.array(sitting, { maxLength: 12 }), (sittings) => {
        const watching = asTheServerSeesIt(
          whatArrives(sittings, () => 0.3),
          0.3,
        );
        expect(shareOf(watching.proved, film)).toBeCloseTo(1, 9);
        expect(watching.reported).toEqual([]);
      }),
    );
  });

  test('at 1.25× whose opening was on its way for ten seconds loses no second of it', () => {
    const watching = asTheServerSeesIt(
      whatArrives([], () => 0),
      10,
    );
    expect(watching.toReview).toEqual([]);
    expect(secondsIn(watching.ahead ?? [])).toBeCloseTo(10.5);
    expect(shareOf(afterwards(watching).proved, film)).toBe(1);
  });

  test('whose device slept for nine hours goes on where it was, proved', () => {
    const rested: Sitting = { device: 0, goesBack: 0, plays: 100, rate: 1, stallSeconds: 0, rests: 9 * 3_600 };
    const watching = asTheServerSeesIt(
      whatArrives([rested], () => 0.2),
      0.2,
    );
    expect(shareOf(watching.proved, film)).toBe(1);
  });

  test('who lost the network for two minutes has those as reported, the rest as proved', () => {
    let watching = openWatching(start);
    for (let at = 10; at <= 60; at += 10) watching = report(watching, [part(at - 10, at)], film, start + at * 1000);
    for (let at = 70; at <= 180; at += 10) watching = report(watching, [part(at - 10, at)], film, start + 180_000);
    for (let at = 190; at <= film; at += 10) watching = report(watching, [part(at - 10, at)], film, start + at * 1000);
    expect(secondsIn(watching.proved)).toBe(210);
    expect(secondsIn(watching.reported)).toBe(90);
    expect(watching.toReview).toEqual([]);
  });
});

const part = (fromSeconds: number, toSeconds: number, rate = 1) => ({ fromSeconds, toSeconds, rate });

describe('two screens at once', () => {
  test('at the same place count once, and nothing is under review', () => {
    let watching = openWatching(start);
    for (let at = 10; at <= film; at += 10) {
      for (const late of [0, 400]) watching = report(watching, [part(at - 10, at)], film, start + at * 1000 + late);
    }
    expect(shareOf(watching.proved, film)).toBe(1);
    expect(watching.toReview).toEqual([]);
  });

  test('at two places earn together what the clock allows; a few seconds too many only wait for it', () => {
    let watching = openWatching(start);
    for (let at = 10; at <= 30; at += 10) {
      watching = report(watching, [part(at - 10, at)], film, start + at * 1000);
      watching = report(watching, [part(at + 90, at + 100)], film, start + at * 1000);
    }
    expect(secondsIn(counted(watching))).toBeCloseTo(2 + 30 * 1.25);
    expect(watching.toReview).toEqual([]);
    const rested = report(watching, [], film, start + 60_000);
    expect(secondsIn(rested.proved)).toBe(60);
  });

  test('at two places to the end: what could not be is kept, counts nothing, and can be watched again for proof', () => {
    let watching = openWatching(start);
    for (let at = 10; at <= 150; at += 10) {
      watching = report(watching, [part(at - 10, at)], film, start + at * 1000);
      watching = report(watching, [part(at + 140, at + 150)], film, start + at * 1000);
    }
    expect(secondsIn(counted(watching))).toBeLessThanOrEqual(2 + 150 * 1.25);
    const kept = watching.toReview;
    expect(secondsIn(kept)).toBeGreaterThan(60);
    for (let at = 10; at <= film; at += 10) {
      watching = report(watching, [part(at - 10, at)], film, start + 150_000 + at * 1000);
    }
    expect(shareOf(watching.proved, film)).toBe(1);
    expect(watching.toReview).toEqual(kept);
  });
});

describe('a report that cannot be', () => {
  test.each([2, 16])('at %s×, as the player says itself, earns nothing and is kept', (rate) => {
    let watching = openWatching(start);
    for (let at = 1; at * 10 * rate <= film; at += 1) {
      watching = report(watching, [part((at - 1) * 10 * rate, at * 10 * rate, rate)], film, start + at * 10_000);
    }
    expect(counted(watching)).toEqual([]);
    expect(secondsIn(watching.toReview)).toBeGreaterThan(film * 0.5);
  });

  test.each([2, 16])('at %s× under a false rate earns no more than the clock, and the rest is kept', (rate) => {
    let watching = openWatching(start);
    let seconds = 0;
    for (; seconds < film / rate; seconds += 5) {
      const claimed = part(seconds * rate, Math.min(film, (seconds + 5) * rate));
      watching = report(watching, [claimed], film, start + (seconds + 5) * 1000);
    }
    expect(secondsIn(counted(watching))).toBeLessThanOrEqual(2 + seconds * 1.25 + 1e-6);
    expect(secondsIn(watching.toReview)).toBeGreaterThan(60);
    expect(shareOf(counted(watching), film)).toBeLessThan(0.98);
  });

  test('of all the film at once is kept, and waiting afterwards does not turn it into watching', () => {
    const claimed = report(openWatching(start), [part(0, film)], film, start + 1_000);
    const waited = report(claimed, [], film, start + 3_600_000);
    expect(secondsIn(counted(waited))).toBeCloseTo(3.25);
    expect(secondsIn(waited.toReview)).toBeCloseTo(296.75);
  });

  test('of a seek to the end counts no more than the seconds there, and the film stays owed', () => {
    const begun = report(openWatching(start), [part(0, 10)], film, start + 10_000);
    const sought = report(begun, [part(10, 290, 16), part(290, 300)], film, start + 20_000);
    expect(shareOf(counted(sought), film)).toBeLessThan(0.07);
    expect(secondsIn(sought.toReview)).toBe(280);
  });

  test('two hundred stretches at once are judged as one, and what of them was known spends nothing', () => {
    const splinters = Array.from({ length: 200 }, (_, at) => part(at, at + 0.05));
    const once = report(openWatching(start), splinters, film, start + 8_000);
    expect(secondsIn(once.proved)).toBeCloseTo(10);
    expect(report(once, splinters, film, start + 8_000)).toEqual(once);
  });
});

test('no sequence of reports, honest or not, gains more seconds than the server’s clock allows, at any moment', () => {
  const second = fc.double({ min: 0, max: film, noNaN: true });
  const claim = fc.record({
    stretches: fc.array(fc.record({ fromSeconds: second, toSeconds: second, rate: fc.constantFrom(1, 1.25, 2, 16) }), {
      maxLength: 8,
    }),
    waitMilliseconds: fc.integer({ min: -5_000, max: 40_000 }),
  });
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 40 }), (claims) => {
      let [watching, clock] = [openWatching(start), start];
      let claimed: Coverage = [];
      for (const { stretches, waitMilliseconds } of claims) {
        clock += waitMilliseconds;
        watching = report(watching, stretches, film, clock);
        claimed = cover(...claimed, ...stretches);
        expect(secondsIn(counted(watching))).toBeLessThanOrEqual(2 + ((watching.timedAt - start) / 1000) * 1.25 + 1e-6);
        expect(secondsIn(watching.proved)).toBeLessThanOrEqual(secondsIn(counted(watching)));
        // Nothing is thrown away either: what was claimed is counted, waits, or is under review.
        const kept = cover(...counted(watching), ...(watching.ahead ?? []), ...watching.toReview);
        expect(secondsIn(kept)).toBeCloseTo(secondsIn(claimed), 6);
      }
    }),
    { numRuns: 300 },
  );
});
