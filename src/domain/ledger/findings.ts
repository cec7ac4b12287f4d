import { type Entry, hashOf, type Payload, payloadDigest, type Sha256 } from './entry.ts';

/**
 * What is wrong with a chain. `seq` is the first record that is bad (or missing); `through` the last one it is about;
 * `other` the record that it changed places with.
 */
export type Finding =
  | { kind: 'edited-entry' | 'edited-payload' | 'inserted' | 'disputed'; seq: number }
  | { kind: 'deleted' | 'truncated' | 'rolled-back' | 'rewritten' | 'text-missing'; seq: number; through: number }
  | { kind: 'swapped'; seq: number; other: number };

/** An entry that is not what its hash says, or whose payload is not what its digest says. */
export type Suspect = { entry: Entry; payload: Payload | null | undefined; wrong: 'entry' | 'payload' };

/** How far a renumbered entry is looked for. */
const farthest = 16;

/** Says of each suspect whether it was edited, changed places with another, or was renumbered over a hole. */
export function explain(sha256: Sha256, suspects: readonly Suspect[]): Finding[] {
  const findings: Finding[] = [];
  const explained = new Set<Suspect>();
  let shift = 0;
  for (const [at, suspect] of suspects.entries()) {
    if (explained.has(suspect)) continue;
    const { seq } = suspect.entry;
    const other = suspects.slice(at + 1).find((each) => !explained.has(each) && areSwapped(sha256, suspect, each));
    if (other) {
      explained.add(other);
      findings.push({ kind: 'swapped', seq, other: other.entry.seq });
      continue;
    }
    if (suspect.wrong === 'payload') {
      findings.push({ kind: 'edited-payload', seq });
      continue;
    }
    const moved = shiftOf(sha256, suspect.entry, shift);
    if (moved === null) findings.push({ kind: 'edited-entry', seq });
    else if (moved > shift) findings.push({ kind: 'deleted', seq, through: seq + moved - shift - 1 });
    else if (moved < shift) findings.push({ kind: 'inserted', seq: seq - 1 });
    shift = moved ?? shift;
  }
  return findings;
}

/** Whichever parts of two records were exchanged, the hash of each comes out of the parts of both. */
function areSwapped(sha256: Sha256, one: Suspect, other: Suspect): boolean {
  if (one.wrong !== other.wrong) return false;
  if (one.wrong === 'payload') {
    const fits = (entry: Entry, payload: Suspect['payload']) =>
      payload && payloadDigest(sha256, payload.salt, payload.text) === entry.payloadDigest;
    return Boolean(fits(one.entry, other.payload) && fits(other.entry, one.payload));
  }
  const [a, b] = [one.entry, other.entry];
  const possible = new Set<string>();
  for (const { prev } of [a, b]) {
    for (const { seq } of [a, b]) {
      for (const content of [a, b]) possible.add(hashOf(sha256, prev, { ...content, seq }));
    }
  }
  return possible.has(a.hash) && possible.has(b.hash);
}

/** By how much an otherwise untouched entry was renumbered; null when no number makes it right. */
function shiftOf(sha256: Sha256, entry: Entry, expected: number): number | null {
  const near = Array.from({ length: farthest }, (_, step) => [step + 1, -step - 1]).flat();
  const fits = (shift: number) => hashOf(sha256, entry.prev, { ...entry, seq: entry.seq + shift }) === entry.hash;
  return [expected, ...near].find(fits) ?? null;
}
