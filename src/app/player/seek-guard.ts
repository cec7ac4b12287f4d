/** Room for rounding between a position that was set and the one that the browser reports. */
const toleranceSeconds = 0.3;

/**
 * The one guard of every way to move: keyboard, chapters, transcript, progress bar, media keys and the browser's own.
 * Back is always free, forward as far as was watched.
 *
 * @param furthestSeconds the furthest watched point; Infinity once the film was seen or where seeking is free
 */
export const permittedPosition = (wantedSeconds: number, furthestSeconds: number, durationSeconds: number): number =>
  Math.max(0, Math.min(wantedSeconds, furthestSeconds, durationSeconds));

/** Whether a position that the browser already took must be put back. */
export const isBeyond = (positionSeconds: number, furthestSeconds: number): boolean =>
  positionSeconds > furthestSeconds + toleranceSeconds;

/** 1.25 is the fastest that is taught and that the server counts; media keys and extensions may ask for more. */
export const playbackRates = [1, 1.1, 1.25] as const;

export const permittedRate = (rate: number): number => Math.min(playbackRates[2], Math.max(0.5, rate));
