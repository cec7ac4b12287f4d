import type { Span } from './timeline.ts';

/** Limits that a deaf officer's reading sets (issue of the film; common broadcast practice). */
export const captionLimits = {
  lines: 2,
  charactersALine: 42,
  charactersASecond: 17,
  leastSeconds: 1,
  mostSeconds: 7,
};

export interface Spoken extends Span {
  readonly id: string;
  readonly text: string;
  /** From when the first caption may stand: the end of the cue before, or the film's start. */
  readonly roomFromSeconds: number;
  /** Until when the last caption may stay: the next cue's start or the film's end. */
  readonly roomUntilSeconds: number;
}

/** A caption block with its lines. */
export interface Caption extends Span {
  readonly id: string;
  readonly lines: readonly string[];
}

/** A caption lingers this long after the voice where there is room. */
const lingerSeconds = 0.4;
const comfortableCharactersASecond = 16;
/** Just within the limit: the pace at which a caption need not come before its voice. */
const hurriedCharactersASecond = 16.7;
/** Fewer characters than these would be gone within a second. */
const hastyCharacters = 20;

/** Higher is a better place to break: after a sentence, after a clause, before a joining word, anywhere. */
function breakWorth(before: string, after: string): number {
  if (/[.?!]$/.test(before)) return 6;
  if (/[:;]$/.test(before)) return 5;
  if (/,$/.test(before)) return 4;
  if (
    /^(and|or|but|because|that|which|who|when|while|if|as|y|o|ni|pero|porque|que|cuando|mientras|si|como)$/i.test(after)
  )
    return 2;
  if (/^(of|to|in|on|for|from|with|by|de|del|a|al|en|por|para|con)$/i.test(after)) return 1;
  // Never leave an article or a preposition hanging at the end of a line.
  if (
    /^(the|a|an|of|to|in|on|for|from|with|by|is|no|not|el|la|los|las|un|una|de|del|al|en|por|para|con|su|se)$/i.test(
      before,
    )
  )
    return -2;
  return 0;
}

/** The cheapest way to cut the words into pieces of at most `most` characters: few, even, and broken at phrases. */
function cut(words: readonly string[], most: number, even: number): string[][] {
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= words.length; end += 1) {
    best[end] = { cost: Number.POSITIVE_INFINITY, from: end - 1 };
    for (let from = end - 1; from >= 0; from -= 1) {
      const length = words.slice(from, end).join(' ').length;
      if (length > most && from < end - 1) break;
      const worth = end === words.length ? 6 : breakWorth(words[end - 1] ?? '', words[end] ?? '');
      const hasty = Math.max(0, hastyCharacters - length) * 4;
      const cost = (best[from]?.cost ?? 0) + 10 + ((most - length) / most) ** 2 * even - worth * 3 + hasty;
      if (cost < (best[end]?.cost ?? 0)) best[end] = { cost, from };
    }
  }
  const pieces: string[][] = [];
  for (let end = words.length; end > 0; end = best[end]?.from ?? 0) pieces.unshift(words.slice(best[end]?.from, end));
  return pieces;
}

function intoLines(words: readonly string[]): string[] {
  const whole = words.join(' ');
  if (whole.length <= captionLimits.charactersALine) return [whole];
  let best: { cost: number; lines: string[] } | undefined;
  for (let at = 1; at < words.length; at += 1) {
    const lines = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    const [first = '', second = ''] = lines;
    if (Math.max(first.length, second.length) > captionLimits.charactersALine) continue;
    const cost = Math.abs(first.length - second.length) / 4 - breakWorth(words[at - 1] ?? '', words[at] ?? '') * 2;
    if (!best || cost < best.cost) best = { cost, lines };
  }
  return best?.lines ?? [whole];
}

const fits = (words: readonly string[]) =>
  intoLines(words).every((line) => line.length <= captionLimits.charactersALine);

/** Cuts what is spoken into captions; each gets the share of the cue's time that its characters have of the text. */
export function captionsOf(spoken: Spoken): Caption[] {
  const words = spoken.text.split(/\s+/).filter(Boolean);
  // Two full lines rarely break at a phrase; shorten the piece until every one can be set in two lines.
  const most = captionLimits.lines * captionLimits.charactersALine;
  let pieces = cut(words, most, 12);
  for (let shorter = most - 2; !pieces.every(fits) && shorter > 30; shorter -= 2) pieces = cut(words, shorter, 12);
  const sizes = pieces.map((piece) => piece.join(' ').length + 2);
  // Words of the other language may need longer than the voice takes: they run on into the pause behind it, and where
  // that is too short they come a little before the voice.
  const needed = spoken.text.length / comfortableCharactersASecond;
  const least = spoken.text.length / hurriedCharactersASecond;
  const early = Math.max(0, least - (spoken.roomUntilSeconds - spoken.fromSeconds));
  const fromSeconds = Math.max(Math.min(spoken.roomFromSeconds, spoken.fromSeconds), spoken.fromSeconds - early);
  const room = spoken.roomUntilSeconds - fromSeconds;
  const speech = Math.min(room, Math.max(spoken.toSeconds - spoken.fromSeconds, needed));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let clock = fromSeconds;
  return pieces.map((piece, index) => {
    const from = clock;
    clock += (speech * (sizes[index] ?? 0)) / total;
    const last = index === pieces.length - 1;
    const toSeconds = last
      ? Math.min(Math.max(clock, spoken.toSeconds + lingerSeconds), spoken.roomUntilSeconds)
      : clock;
    return { id: `${spoken.id}-${index + 1}`, fromSeconds: from, toSeconds, lines: intoLines(piece) };
  });
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
