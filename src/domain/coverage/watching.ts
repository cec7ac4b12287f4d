import {
  type Coverage,
  cover,
  firstSeconds,
  longestParts,
  type Stretch,
  secondsIn,
  uncovered,
  within,
} from './coverage.ts';

/** Fastest rate that counts, and what the clock that times a viewer allows (design "Watching"). */
export const fastestRate = 1.25;
const startSeconds = 2;
/** Film that is still proved when its reports come late, all at once: what is older has to be played again to be proved. */
export const mostLateSeconds = 30;

/**
 * A slow network may bring the opening after the first minutes of film: what runs ahead of the clock by no more than this
 * waits for the clock instead of being put under review. Waiting earns nothing that the clock would not have given.
 */
const aheadSeconds = (durationSeconds: number): number => Math.min(30, durationSeconds / 10);

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
  /** A little ahead of the server's clock: counts nothing yet, and is looked at again with whatever comes next. */
  ahead?: Coverage;
  /** Could not have been: counts nothing and is kept for the training unit to look at. */
  toReview: Coverage;
};

/** A stretch as a device reports it; without a rate it is taken to have run at the film's own speed. */
export type Claimed = Stretch & { readonly rate?: number };

/** What became of one report. `proved` and `late` hold what had waited for the clock as well. */
export type Judged = { watching: Watching; proved: Coverage; late: Coverage; toReview: Coverage };

export const openWatching = (atMilliseconds: number): Watching => ({
  allowanceSeconds: startSeconds,
  plausibleSeconds: startSeconds,
  timedAt: atMilliseconds,
  proved: [],
  reported: [],
  toReview: [],
});

/**
 * The opening of a course that was taken along before, or by somebody signed in before whose opening waited on the device:
 * what can have run since then is plausible, but no server timed any of it, so that it is reported and never proved.
 */
export function openTakenAlong(takenAlong: Watching, atMilliseconds: number): Watching {
  const since = (Math.max(0, atMilliseconds - takenAlong.timedAt) / 1000) * fastestRate;
  return { ...openWatching(atMilliseconds), plausibleSeconds: takenAlong.plausibleSeconds + since };
}

/**
 * Judges what a viewer reports to have played by the server's own clock. What says of itself that it ran faster than counts
 * is put under review whatever the clock says.
 *
 * @param played stretches as reported, in any order
 * @param atMilliseconds server time of arrival; an earlier time than the last counts as no time at all, and by a clock that was
 *   put back it is counted on from there
 */
export function judge(
  watching: Watching,
  played: readonly Claimed[],
  durationSeconds: number,
  atMilliseconds: number,
): Judged {
  const earned = (Math.max(0, atMilliseconds - watching.timedAt) / 1000) * fastestRate;
  const allowance = Math.min(mostLateSeconds, watching.allowanceSeconds + earned);
  const plausible = watching.plausibleSeconds + earned;
  const timedAt = wasPutBack(watching, atMilliseconds) ? atMilliseconds : Math.max(watching.timedAt, atMilliseconds);

  const [slow, fast] = [played.filter((each) => !isTooFast(each)), played.filter(isTooFast)];
  const claimed = within([...slow, ...(watching.ahead ?? [])], durationSeconds);
  const unproved = uncovered(claimed, watching.proved);
  const proved = firstSeconds(unproved, allowance);
  const rest = uncovered(uncovered(unproved, proved), watching.reported);
  const late = firstSeconds(rest, Math.max(0, plausible - secondsIn(proved)));
  const early = uncovered(rest, late);
  const waits = secondsIn(early) <= aheadSeconds(durationSeconds);

  const all = longestParts(cover(...watching.proved, ...proved), mostParts);
  const reported = longestParts(cover(...uncovered(watching.reported, proved), ...late), mostParts);
  const impossible = cover(...within(fast, durationSeconds), ...(waits ? [] : early));
  const toReview = uncovered(impossible, cover(...all, ...reported));
  return {
    watching: {
      allowanceSeconds: allowance - secondsIn(proved),
      plausibleSeconds: plausible - secondsIn(proved) - secondsIn(late),
      timedAt,
      proved: all,
      reported,
      ...(waits && early.length > 0 && { ahead: longestParts(early, mostParts) }),
      toReview: longestParts(cover(...watching.toReview, ...toReview), mostParts),
    },
    proved,
    late,
    toReview,
  };
}

/** Two servers of one agency differ by less; a clock that ran ahead and was put right may be days back. */
const putBackMilliseconds = 60_000;

/** Whoever was timed by a clock that ran ahead would else earn nothing until that time has come. */
const wasPutBack = ({ timedAt }: Watching, atMilliseconds: number): boolean =>
  timedAt - atMilliseconds > putBackMilliseconds;

const isTooFast = ({ rate = 1 }: Claimed): boolean => rate > fastestRate;

/** What is held after a report; an empty one only lets the clock catch up. */
export const report = (...given: Parameters<typeof judge>): Watching => judge(...given).watching;

/** What counts towards the film: timed, witnessed at roll call, or reported. */
export const counted = (watching: Watching, witnessed: Coverage = []): Coverage =>
  cover(...watching.proved, ...watching.reported, ...witnessed);
