import { type Coverage, cover, firstSeconds, longestParts, secondsIn, uncovered, within } from './coverage.ts';

/** Fastest rate that counts, and what the clock that times a viewer allows (design "Watching"). */
export const fastestRate = 1.25;
const startSeconds = 2;
const mostSeconds = 30;

/**
 * A viewer who may not seek forward leaves a handful of gaps. Beyond this many parts only the longest are kept, so that
 * reports made of splinters cannot make the record, and the work on every later report, grow without end.
 */
const mostParts = 1_000;

/**
 * One officer's watching of one edition, whatever the devices. Two accounts are kept: `allowanceSeconds` is capped and buys
 * coverage that the server timed; `plausibleSeconds` is the same without the cap and tells late reports (lost network,
 * sleep) from impossible ones.
 */
export type Watching = {
  allowanceSeconds: number;
  plausibleSeconds: number;
  /** Server time of the opening or of the last accepted report, in milliseconds. */
  timedAt: number;
  /** Timed by a server of ours. */
  proved: Coverage;
  /** Came late but could have been: counts as reported (grade C). */
  reported: Coverage;
  /** Could not have been: counts nothing and is kept for the training unit to look at. */
  toReview: Coverage;
};

export const openWatching = (atMilliseconds: number): Watching => ({
  allowanceSeconds: startSeconds,
  plausibleSeconds: startSeconds,
  timedAt: atMilliseconds,
  proved: [],
  reported: [],
  toReview: [],
});

/**
 * Adds what a viewer reports to have played, as far as the server's own clock bears it out.
 *
 * @param played stretches as reported, in any order
 * @param atMilliseconds server time of arrival; an earlier time than the last counts as no time at all
 */
export function report(
  watching: Watching,
  played: Coverage,
  durationSeconds: number,
  atMilliseconds: number,
): Watching {
  const earned = (Math.max(0, atMilliseconds - watching.timedAt) / 1000) * fastestRate;
  const allowance = Math.min(mostSeconds, watching.allowanceSeconds + earned);
  const plausible = watching.plausibleSeconds + earned;
  const timedAt = Math.max(watching.timedAt, atMilliseconds);

  const unproved = uncovered(within(played, durationSeconds), watching.proved);
  const proved = firstSeconds(unproved, allowance);
  const rest = uncovered(uncovered(unproved, proved), watching.reported);
  const late = firstSeconds(rest, Math.max(0, plausible - secondsIn(proved)));
  const impossible = uncovered(rest, late);
  return {
    allowanceSeconds: allowance - secondsIn(proved),
    plausibleSeconds: plausible - secondsIn(proved) - secondsIn(late),
    timedAt,
    proved: longestParts(cover(...watching.proved, ...proved), mostParts),
    reported: longestParts(cover(...uncovered(watching.reported, proved), ...late), mostParts),
    toReview: longestParts(cover(...watching.toReview, ...impossible), mostParts),
  };
}

/** What counts towards the film: timed, witnessed at roll call, or reported. */
export const counted = (watching: Watching, witnessed: Coverage = []): Coverage =>
  cover(...watching.proved, ...watching.reported, ...witnessed);
