/** Limits that a deaf officer's reading sets (issue of the film; common broadcast practice). */
export const captionLimits = {
  lines: 2,
  charactersALine: 42,
  charactersASecond: 17,
  leastSeconds: 1,
  mostSeconds: 7,
};

/** Fewer characters than these would be gone within a second. */
const hastyCharacters = 20;

const joining =
  /^(and|or|but|nor|because|that|which|who|where|when|while|if|as|than|just|y|e|o|u|ni|pero|porque|que|quien|donde|cuando|mientras|si|como|incluso)$/i;
const prepositions = /^(of|to|in|on|for|from|with|by|at|de|del|a|al|en|por|para|con|sin|sobre|tras)$/i;
/** Words that lean on the next one: a line that ends with them reads as if it were broken off. */
const leaning =
  /^(the|a|an|this|that|your|our|its|of|to|in|on|for|from|with|by|at|is|are|was|were|be|may|can|must|do|we|you|it|no|not|and|or|but|if|as|such|who|section|title|el|la|los|las|lo|un|una|unos|unas|este|esta|esa|ese|su|sus|se|le|de|del|a|al|en|por|para|con|sin|sobre|tras|no|ni|y|o|que|si|es|está|son|como|puede|sección|título)$/i;

const bare = (word: string) => word.replace(/^[“"«¿¡(]+|[”"»)]+$/g, '');

/** How good a place the end of the word at `index` is for a break: a sentence's end best, inside a quotation worst. */
export function breakWorth(words: readonly string[], index: number): number {
  const before = bare(words[index] ?? '');
  const after = bare(words[index + 1] ?? '');
  if (/[?]$/.test(before) && isShortQuestion(words, index)) return 1;
  if (/[.?!]$/.test(before)) return 6;
  if (/[:;]$/.test(before)) return 5;
  if (/,$/.test(before)) return 4;
  const soFar = words.slice(0, index + 1).join(' ');
  if (/[“«][^”»]*$/.test(soFar)) return -3;
  if (leaning.test(before)) return -3;
  if (joining.test(after)) return 2;
  if (prepositions.test(after)) return 1;
  return 0;
}

/** "Unsure? Your supervisor.": such a question and its answer are read together. */
function isShortQuestion(words: readonly string[], index: number): boolean {
  let from = index;
  while (from > 0 && !/[.?!:][”"»]?$/.test(words[from - 1] ?? '')) from -= 1;
  return words.slice(from, index + 1).join(' ').length <= 12;
}

/**
 * The cheapest way to cut the words into captions of at most `most` characters: few, even, broken at phrases and, where
 * `secondsOf` knows how long the voice takes for a piece, slow enough to be read and gone before they tire.
 */
export function cut(
  words: readonly string[],
  most: number,
  secondsOf: (from: number, end: number) => number | undefined = () => undefined,
): string[][] {
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= words.length; end += 1) {
    best[end] = { cost: Number.POSITIVE_INFINITY, from: end - 1 };
    for (let from = end - 1; from >= 0; from -= 1) {
      const length = words.slice(from, end).join(' ').length;
      if (length > most && from < end - 1) break;
      const worth = end === words.length ? 6 : breakWorth(words, end - 1);
      const hasty = Math.max(0, hastyCharacters - length) * 4;
      const unevenness = ((most - length) / most) ** 2 * 12;
      const crooked = layOutLines(words.slice(from, end)).worth < 0 ? 9 : 0;
      const cost =
        (best[from]?.cost ?? 0) +
        10 +
        unevenness -
        worth * 3 +
        hasty +
        crooked +
        unreadable(length, secondsOf(from, end));
      if (cost < (best[end]?.cost ?? 0)) best[end] = { cost, from };
    }
  }
  const pieces: string[][] = [];
  for (let end = words.length; end > 0; end = best[end]?.from ?? 0) pieces.unshift(words.slice(best[end]?.from, end));
  return pieces;
}

function unreadable(length: number, seconds: number | undefined): number {
  if (seconds === undefined) return 0;
  const { charactersASecond, leastSeconds, mostSeconds } = captionLimits;
  const short = Math.max(leastSeconds, length / charactersASecond) - seconds;
  const long = seconds - (mostSeconds - 0.3);
  return Math.max(0, short) * 25 + Math.max(0, long) * 60;
}

/** A line of fewer characters looks like a mistake. */
const stubCharacters = 10;

/** Two lines at the best place, the lines about equal; one line where it fits. */
export const intoLines = (words: readonly string[]): string[] => layOutLines(words).lines;

function layOutLines(words: readonly string[]): { lines: string[]; worth: number } {
  const whole = words.join(' ');
  let best = { cost: Number.POSITIVE_INFINITY, lines: [whole], worth: 0 };
  if (whole.length <= captionLimits.charactersALine) return best;
  for (let at = 1; at < words.length; at += 1) {
    const lines = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    const lengths = lines.map((line) => line.length);
    if (Math.max(...lengths) > captionLimits.charactersALine) continue;
    const worth = breakWorth(words, at - 1);
    const stub = Math.max(0, stubCharacters - Math.min(...lengths)) * 2;
    const cost = (Math.max(...lengths) - Math.min(...lengths)) / 4 - worth * 2.5 + stub;
    if (cost < best.cost) best = { cost, lines, worth };
  }
  return best;
}

export const fits = (words: readonly string[]) =>
  intoLines(words).every((line) => line.length <= captionLimits.charactersALine);
