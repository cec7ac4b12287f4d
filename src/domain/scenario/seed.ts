/**
 * A fixed pick for a seed and a purpose: the same record always shows the same names, places and endings.
 * FNV-1a (32 bit) with a final mix, so that neighbouring seeds do not pick alike; no security rests on it.
 */
export function pickBySeed<T>(from: readonly T[], seed: string, purpose: string): T | undefined {
  return from.length === 0 ? undefined : from[hash(`${seed}|${purpose}`) % from.length];
}

/** A fixed order for a seed and a purpose, so that an answer cannot be passed along as "the second one". */
export const shuffleBySeed = <T extends { id: string }>(these: readonly T[], seed: string, purpose: string): T[] =>
  these
    .map((each) => ({ each, place: hash(`${seed}|${purpose}|${each.id}`) }))
    .sort((one, other) => one.place - other.place)
    .map(({ each }) => each);

function hash(text: string): number {
  let state = 0x811c9dc5;
  for (const char of text) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
