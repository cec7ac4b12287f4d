import type { Asking } from '../db/open.ts';

/**
 * What one transaction of the ledger has read or written itself and need not ask for again. Only the one writer changes the
 * rows it is made of, so it holds until the transaction ends; what is undone in between takes all of it away.
 */
export type Known = Map<string, unknown>;

/** Who asks, and inside the ledger what is known there. */
export type Remembering = Asking & { known?: Known };

type Reading<Asked, Found> = {
  keyOf: (asked: Asked) => string;
  /** Reads all of these, in one statement. */
  read: (unknown: readonly Asked[]) => Promise<readonly (readonly [Asked, Found])[]>;
  /** What is known of whatever was not found. */
  nothing: Found;
};

/** Reads what is not known yet of all that is asked for. @returns finds each of them */
export async function readOnce<Asked, Found>(
  known: Known,
  asked: readonly Asked[],
  { keyOf, read, nothing }: Reading<Asked, Found>,
): Promise<(asked: Asked) => Found> {
  const unknown = asked.filter((each) => !known.has(keyOf(each)));
  const rows = unknown.length === 0 ? [] : await read(unknown);
  const found = new Map(rows.map(([each, value]) => [keyOf(each), value]));
  for (const key of unknown.map(keyOf)) known.set(key, found.get(key) ?? nothing);
  return (each) => known.get(keyOf(each)) as Found;
}
