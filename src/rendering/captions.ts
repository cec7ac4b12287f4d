import { captionLimits, cut, fits, intoLines } from './caption-breaks.ts';
import type { Span } from './timeline.ts';
import { wordTimes } from './word-times.ts';

export { captionLimits } from './caption-breaks.ts';

export interface Spoken extends Span {
  readonly id: string;
  readonly text: string;
  /** From when the first caption may stand: the end of the cue before, or the film's start. */
  readonly roomFromSeconds: number;
  /** Until when the last caption may stay: the next cue's start or the film's end. */
  readonly roomUntilSeconds: number;
  /** Where the voice pauses while it says this very text; nothing is known of a translation. */
  readonly pauses?: readonly (readonly [from: number, to: number])[];
}

/** A caption block with its lines. */
export interface Caption extends Span {
  readonly id: string;
  readonly lines: readonly string[];
}

/** A caption lingers this long after the voice where there is room. */
const lingerSeconds = 0.4;
const comfortableCharactersASecond = 16;
/** Just within the limit: the pace at which a caption need not leave its voice. */
const hurriedCharactersASecond = 16.9;

/** Cuts what is spoken into captions that begin with their words as nearly as a reader's pace allows. */
export function captionsOf(spoken: Spoken): Caption[] {
  const words = spoken.text.split(/\s+/).filter(Boolean);
  // Words of the other language may need longer than the voice takes: they run on into the pause behind it, and where
  // that is too short they come a little before the voice.
  const needed = spoken.text.length / comfortableCharactersASecond;
  const least = spoken.text.length / hurriedCharactersASecond;
  const early = Math.max(0, least - (spoken.roomUntilSeconds - spoken.fromSeconds));
  const fromSeconds = Math.max(Math.min(spoken.roomFromSeconds, spoken.fromSeconds), spoken.fromSeconds - early);
  const room = spoken.roomUntilSeconds - fromSeconds;
  const speech = Math.min(room, Math.max(spoken.toSeconds - spoken.fromSeconds, spoken.pauses ? 0 : needed));
  const times = wordTimes(words, { fromSeconds, toSeconds: fromSeconds + speech }, spoken.pauses ?? []);
  const until = Math.min(Math.max(fromSeconds + speech, spoken.toSeconds + lingerSeconds), spoken.roomUntilSeconds);
  times[words.length] = until;
  const secondsOf = (from: number, end: number) => (times[end] ?? 0) - (times[from] ?? 0);
  // Two full lines rarely break at a phrase; shorten the piece until every one can be set in two lines.
  const most = captionLimits.lines * captionLimits.charactersALine;
  let pieces = cut(words, most, secondsOf);
  for (let shorter = most - 2; !pieces.every(fits) && shorter > 30; shorter -= 2)
    pieces = cut(words, shorter, secondsOf);
  const starts = readable(pieces, times, until);
  return pieces.map((piece, index) => ({
    id: `${spoken.id}-${index + 1}`,
    fromSeconds: starts[index] ?? fromSeconds,
    toSeconds: starts[index + 1] ?? until,
    lines: intoLines(piece),
  }));
}

const secondsToRead = (text: string) => Math.max(captionLimits.leastSeconds, text.length / hurriedCharactersASecond);

/** From when on a caption has stood long enough to be read. */
export const readUntil = ({ fromSeconds, lines }: Caption) => fromSeconds + secondsToRead(lines.join(' '));

/** When each piece begins and the last ends: with its words, moved no more than its neighbours need to be read. */
function readable(pieces: readonly string[][], times: readonly number[], until: number): number[] {
  const needs = pieces.map((piece) => secondsToRead(piece.join(' ')));
  let word = 0;
  const starts = pieces.map((piece) => {
    const start = times[word] ?? until;
    word += piece.length;
    return start;
  });
  starts.push(until);
  for (let index = pieces.length - 1; index > 0; index -= 1)
    starts[index] = Math.min(starts[index] ?? 0, (starts[index + 1] ?? 0) - (needs[index] ?? 0));
  for (let index = 1; index < pieces.length; index += 1)
    starts[index] = Math.max(starts[index] ?? 0, (starts[index - 1] ?? 0) + (needs[index - 1] ?? 0));
  return starts;
}

export function stamp(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(milliseconds / 3_600_000))}:${two(Math.floor(milliseconds / 60_000) % 60)}:${two(
    Math.floor(milliseconds / 1000) % 60,
  )}.${String(milliseconds % 1000).padStart(3, '0')}`;
}

/** Writes WebVTT; `&` and `<` have a meaning there. */
export function webVtt(blocks: readonly Caption[]): string {
  const body = blocks.map((block) =>
    [
      block.id,
      `${stamp(block.fromSeconds)} --> ${stamp(block.toSeconds)}`,
      ...block.lines.map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')),
    ].join('\n'),
  );
  return `WEBVTT\n\n${body.join('\n\n')}\n`;
}
