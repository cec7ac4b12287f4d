import type { Span } from './timeline.ts';

type Pause = readonly [from: number, to: number];

/** What a sentence's end, a colon or a comma costs to leave without a pause in the recording, in seconds of doubt. */
const unheard = (word: string) => (/[.?!][”"»)]*$/.test(word) ? 0.9 : /[:;][”"»)]*$/.test(word) ? 0.4 : 0.1);
const mayPause = (word: string) => /[.?!,:;][”"»)]*$/.test(word);

/**
 * When each word begins, in seconds, and at last when the voice ends. The pauses of the recording are matched, in their
 * order, to the punctuation of the text; between two pauses a word takes the share of time that its letters have.
 */
export function wordTimes(words: readonly string[], spoken: Span, pauses: readonly Pause[]): number[] {
  const offsets = [0];
  for (const word of words) offsets.push((offsets.at(-1) ?? 0) + word.length + 1);
  const letters = offsets.at(-1) || 1;
  const silence = pauses.reduce((sum, [from, to]) => sum + to - from, 0);
  const speech = spoken.toSeconds - spoken.fromSeconds - silence;
  const places = words.flatMap((word, index) =>
    index < words.length - 1 && mayPause(word)
      ? [{ word: index + 1, at: (speech * (offsets[index + 1] ?? 0)) / letters, unheard: unheard(word) }]
      : [],
  );
  const anchors = [{ word: 0, until: spoken.fromSeconds, from: spoken.fromSeconds }];
  for (const [place, pause] of matched(places, pauses, spoken.fromSeconds)) {
    const [until = 0, from = 0] = pauses[pause] ?? [];
    anchors.push({ word: places[place]?.word ?? 0, until, from });
  }
  anchors.push({ word: words.length, until: spoken.toSeconds, from: spoken.toSeconds });
  return offsets.map((offset, word) => {
    const next = anchors.findIndex((anchor) => anchor.word > word);
    const [begin, end] = next < 0 ? [anchors.at(-1), anchors.at(-1)] : [anchors[next - 1], anchors[next]];
    if (!begin || !end || begin === end) return spoken.toSeconds;
    const [low = 0, high = 1] = [offsets[begin.word], offsets[end.word]];
    return begin.from + ((end.until - begin.from) * (offset - low)) / (high - low);
  });
}

interface Place {
  readonly at: number;
  readonly unheard: number;
}

/** Pairs of place and pause with the least doubt in all: distance where they are paired, a price where either stays alone. */
function matched(places: readonly Place[], pauses: readonly Pause[], begin: number): [number, number][] {
  let before = 0;
  const heard = pauses.map(([from, to]) => {
    const at = from - begin - before;
    before += to - from;
    return { at, ignored: 0.1 + (to - from) * 2 };
  });
  type Step = { doubt: number; pairs: [number, number][] };
  const table: Step[][] = [];
  for (let place = 0; place <= places.length; place += 1) {
    table[place] = [];
    for (let pause = 0; pause <= heard.length; pause += 1) {
      const steps: Step[] = place === 0 && pause === 0 ? [{ doubt: 0, pairs: [] }] : [];
      const here = places[place - 1];
      const sound = heard[pause - 1];
      const add = (from: Step | undefined, doubt: number, pair?: [number, number]) => {
        if (from) steps.push({ doubt: from.doubt + doubt, pairs: pair ? [...from.pairs, pair] : from.pairs });
      };
      if (here) add(table[place - 1]?.[pause], here.unheard);
      if (sound) add(table[place]?.[pause - 1], sound.ignored);
      if (here && sound) add(table[place - 1]?.[pause - 1], Math.abs(here.at - sound.at), [place - 1, pause - 1]);
      const [least] = steps.sort((a, b) => a.doubt - b.doubt);
      if (least) table[place]?.push(least);
    }
  }
  return table.at(-1)?.at(-1)?.pairs ?? [];
}
