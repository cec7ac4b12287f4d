/** One played stretch of the film, in seconds from its start. */
export type Stretch = { readonly fromSeconds: number; readonly toSeconds: number };

/**
 * What has been played at least once: disjoint stretches in order.
 * @see https://html.spec.whatwg.org/multipage/media.html#dom-media-played (the normal form of `TimeRanges`)
 */
export type Coverage = readonly Stretch[];

const isPlayed = (stretch: Stretch) => stretch.toSeconds > stretch.fromSeconds;

/**
 * The union of any stretches: order does not matter, overlaps count once, empty or backward ones count nothing.
 * Gaps are never bridged, however small: a tolerance could be farmed into seconds that nobody saw.
 */
export function cover(...stretches: Coverage): Coverage {
  const merged: Stretch[] = [];
  for (const next of stretches.filter(isPlayed).sort((a, b) => a.fromSeconds - b.fromSeconds)) {
    const last = merged.at(-1);
    if (last && next.fromSeconds <= last.toSeconds) {
      merged[merged.length - 1] = { ...last, toSeconds: Math.max(last.toSeconds, next.toSeconds) };
    } else merged.push(next);
  }
  return merged;
}

/** What `coverage` holds and `known` does not. */
export function uncovered(coverage: Coverage, known: Coverage): Coverage {
  return known.reduce<Coverage>(
    (left, taken) =>
      left
        .flatMap((stretch) => [
          { fromSeconds: stretch.fromSeconds, toSeconds: Math.min(stretch.toSeconds, taken.fromSeconds) },
          { fromSeconds: Math.max(stretch.fromSeconds, taken.toSeconds), toSeconds: stretch.toSeconds },
        ])
        .filter(isPlayed),
    cover(...coverage),
  );
}

export const secondsIn = (coverage: Coverage): number =>
  coverage.reduce((sum, stretch) => sum + stretch.toSeconds - stretch.fromSeconds, 0);

/** Unique share of the film, 0–1. */
export const shareOf = (coverage: Coverage, durationSeconds: number): number =>
  Math.min(1, secondsIn(within(coverage, durationSeconds)) / durationSeconds);

/** Cuts what lies outside the film. */
export const within = (coverage: Coverage, durationSeconds: number): Coverage =>
  cover(
    ...coverage.map((stretch) => ({
      fromSeconds: Math.max(0, stretch.fromSeconds),
      toSeconds: Math.min(durationSeconds, stretch.toSeconds),
    })),
  );

/** The first `seconds` of a coverage, in film order. */
export function firstSeconds(coverage: Coverage, seconds: number): Coverage {
  let left = seconds;
  const taken: Stretch[] = [];
  for (const stretch of coverage) {
    const toSeconds = Math.min(stretch.toSeconds, stretch.fromSeconds + left);
    if (toSeconds <= stretch.fromSeconds) break;
    taken.push({ ...stretch, toSeconds });
    left -= toSeconds - stretch.fromSeconds;
  }
  return taken;
}

/** The longest parts of a coverage, in film order; all of it when there are no more than `most`. */
export function longestParts(coverage: Coverage, most: number): Coverage {
  if (coverage.length <= most) return coverage;
  const lengthOf = ({ fromSeconds, toSeconds }: Stretch) => toSeconds - fromSeconds;
  return cover(...[...coverage].sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, most));
}

/** How far a viewer may seek forward: the end of the furthest stretch reached. */
export const furthestSeconds = (coverage: Coverage): number => coverage.at(-1)?.toSeconds ?? 0;
