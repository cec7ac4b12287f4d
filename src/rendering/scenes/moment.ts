import type { Span } from '../timeline.ts';

/** A cue, and from when until when its voice pauses. */
export interface SpokenCue extends Span {
  readonly pauses?: readonly (readonly [from: number, to: number])[];
}

/** What a drawing is given: nothing else may change a picture, so a moment drawn twice is the same. */
export interface Moment {
  /** Seconds since the scene began. */
  readonly t: number;
  /** Cue times, in seconds since the scene began. */
  readonly cues: Readonly<Record<string, SpokenCue>>;
  readonly words: Readonly<Record<string, string>>;
}

const never: SpokenCue = { fromSeconds: Number.POSITIVE_INFINITY, toSeconds: Number.POSITIVE_INFINITY };

/**
 * The second at which a share of the cue's words has been spoken. Pauses say no words: leaving them out keeps a picture with
 * its sentence in either language, whoever speaks.
 */
export function when(moment: Moment, cueId: string, share = 0): number {
  const { fromSeconds, toSeconds, pauses = [] } = moment.cues[cueId] ?? never;
  const silent = pauses.reduce((sum, [from, to]) => sum + to - from, 0);
  const words = toSeconds - fromSeconds - silent;
  const skipped = (at: number) =>
    pauses.reduce((sum, [from, to]) => (from - fromSeconds < at + sum ? sum + to - from : sum), 0);
  return fromSeconds + words * share + (share > 0 && share < 1 ? skipped(words * share) : share >= 1 ? silent : 0);
}

/** Numbers of a picture are rounded, so that a finished movement leaves it still. */
export const round = (value: number) => Math.round(value * 100) / 100;

/** Between `a` and `b` by a share. */
export const blend = (a: number, b: number, share: number) => round(a + (b - a) * share);

/** 0 before `at`, 1 from `seconds` later on, gently in between. */
export function rise(moment: Moment, at: number, seconds = 0.5): number {
  if (!Number.isFinite(at)) return 0;
  const x = Math.min(1, Math.max(0, (moment.t - at) / seconds));
  return Math.round((x < 0.5 ? 4 * x ** 3 : 1 - (-2 * x + 2) ** 3 / 2) * 1000) / 1000;
}

/** As `rise`, at an even pace: for what takes time itself, such as a clock or a line that is being typed. */
export function run(moment: Moment, fromSeconds: number, toSeconds: number): number {
  if (!Number.isFinite(fromSeconds)) return 0;
  return Math.min(1, Math.max(0, (moment.t - fromSeconds) / (toSeconds - fromSeconds)));
}

/** Shown from a share of one cue on. */
export const from = (moment: Moment, cueId: string, share = 0) => rise(moment, when(moment, cueId, share) - 0.15);

/** Shown from one cue until another begins. */
export const between = (moment: Moment, cueId: string, nextCueId: string) =>
  Math.min(from(moment, cueId), 1 - rise(moment, when(moment, nextCueId) - 0.45, 0.3));

/** A place that moves on at each of these seconds. */
export function along(
  moment: Moment,
  start: number,
  stops: readonly (readonly [at: number, to: number])[],
  seconds = 0.8,
) {
  return stops.reduce((place, [at, to]) => blend(place, to, rise(moment, at, seconds)), start);
}

export const isSpoken = (moment: Moment, cueId: string) =>
  moment.t >= when(moment, cueId) - 0.15 && moment.t < when(moment, cueId, 1) + 0.2;
export const word = (moment: Moment, key: string) => moment.words[key] ?? `[${key}]`;
