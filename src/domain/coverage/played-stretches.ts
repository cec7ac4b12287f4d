import { type Coverage, cover, type Stretch } from './coverage.ts';
import { fastestRate } from './watching.ts';

/** A stretch with the rate at which it ran. */
export type PlayedAt = Stretch & { readonly rate: number };

/**
 * What was played since the last report: closed stretches, and the one that still runs. A player turns its events into
 * these few steps, so that a seek, a pause or a change of language can never add a second that nobody saw.
 */
export type Played = { readonly closed: readonly PlayedAt[]; readonly running: (PlayedAt & { at: number }) | null };

export const nothingPlayed: Played = { closed: [], running: null };

/** A position that runs ahead of the clock by more than this was a jump, also when no seek was heard of. */
const clockSlackSeconds = 0.75;

/**
 * The film plays and stands at a position.
 *
 * @param atMilliseconds the device's monotonic clock
 */
export function playedTo(played: Played, positionSeconds: number, rate: number, atMilliseconds: number): Played {
  const { running } = played;
  const begun = { fromSeconds: positionSeconds, toSeconds: positionSeconds, rate, at: atMilliseconds };
  if (!running) return { ...played, running: begun };
  const advance = positionSeconds - running.toSeconds;
  const earned = ((atMilliseconds - running.at) / 1000) * fastestRate + clockSlackSeconds;
  if (advance < 0 || advance > earned) return { closed: close(played), running: begun };
  if (rate !== running.rate) {
    return { closed: close(played), running: { ...begun, fromSeconds: running.toSeconds } };
  }
  return { ...played, running: { ...running, toSeconds: positionSeconds, at: atMilliseconds } };
}

/** Paused, ended or switched at a position that is still known to have been reached by playing. */
export function stoppedAt(played: Played, positionSeconds: number, rate: number, atMilliseconds: number): Played {
  if (!played.running) return played;
  return { closed: close(playedTo(played, positionSeconds, rate, atMilliseconds)), running: null };
}

/** A seek began: the stretch ends at the last position before it, whatever the film says its position is now. */
export const seekBegan = (played: Played): Played => ({ closed: close(played), running: null });

/** Hands over what is to be reported; what runs goes on from the same position, so that no gap opens. */
export function handOver(played: Played): { stretches: PlayedAt[]; rest: Played } {
  const { running } = played;
  return {
    stretches: close(played),
    rest: { closed: [], running: running && { ...running, fromSeconds: running.toSeconds } },
  };
}

/** The unique coverage of everything not yet handed over. */
export const coverageOf = (played: Played): Coverage => cover(...close(played).map(withoutRate));

function close({ closed, running }: Played): PlayedAt[] {
  if (!running || running.toSeconds <= running.fromSeconds) return [...closed];
  const { at: _, ...stretch } = running;
  return [...closed, stretch];
}

const withoutRate = ({ fromSeconds, toSeconds }: PlayedAt): Stretch => ({ fromSeconds, toSeconds });
