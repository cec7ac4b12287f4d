/** From one number of the chain to another, both included. */
export type Range = readonly [from: number, to: number];

/** Entries about one officer alone, whose texts may go with that officer's records; any other text never does. */
export const purgedKinds = [
  'training.taken-along',
  'training.opened',
  'training.watched',
  'training.acknowledged',
  'training.decided',
  'talk.recorded',
  'completion.recorded',
  'path.read',
  'watching.read',
  'review.noted',
  'exemption.given',
  'exemption.ended',
] as const;
const mayGo: ReadonlySet<string> = new Set(purgedKinds);
export const mayBePurged = (kind: string): kind is (typeof purgedKinds)[number] => mayGo.has(kind);

/** The entry that says which texts were purged: what is left of them, and the only leave for them to be gone. */
export const tombstone = 'records.purged';

/** Adds a number to ranges that are growing upwards. */
export function extend(ranges: Range[], seq: number): void {
  const last = ranges.at(-1);
  if (last && last[1] === seq - 1) ranges[ranges.length - 1] = [last[0], seq];
  else ranges.push([seq, seq]);
}

export const countIn = (ranges: readonly Range[]): number =>
  ranges.reduce((count, [from, to]) => count + to - from + 1, 0);

/** What of `ranges` lies in none of the others. */
export function outside(ranges: readonly Range[], others: readonly Range[]): Range[] {
  const covers = [...others].sort(([one], [other]) => one - other);
  const left: Range[] = [];
  let at = 0;
  for (const [from, to] of [...ranges].sort(([one], [other]) => one - other)) {
    let next = from;
    while (at < covers.length && (covers[at]?.[1] ?? 0) < from) at += 1;
    for (const [first, last] of covers.slice(at)) {
      if (first > to) break;
      if (first > next) left.push([next, first - 1]);
      next = Math.max(next, last + 1);
    }
    if (next <= to) left.push([next, to]);
  }
  return left;
}
