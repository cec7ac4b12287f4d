import type { Asking } from '../db/open.ts';

/**
 * What one transaction of the ledger has read or written itself and need not ask for again. Only the one writer changes the
 * rows it is made of, so it holds until the transaction ends.
 */
export type Known = Pick<Map<string, unknown>, 'has' | 'get' | 'set'>;

/** Who asks, and inside the ledger what is known there. */
export type Remembering = Asking & { known?: Known };

export type Knowledge = {
  known: Known;
  mark(): number;
  /** Forgets what came since the mark, and knows again what that had written over. */
  rewind(mark: number): void;
  /** For whoever writes past it. */
  forget(): void;
};

export function openKnowledge(): Knowledge {
  let map = new Map<string, unknown>();
  const changes: (() => unknown)[] = [];
  const known: Known = {
    has: (key) => map.has(key),
    get: (key) => map.get(key),
    set(key, value) {
      const [had, before] = [map.has(key), map.get(key)];
      changes.push(() => (had ? map.set(key, before) : map.delete(key)));
      return map.set(key, value);
    },
  };
  return {
    known,
    mark: () => changes.length,
    rewind(mark) {
      for (const undo of changes.splice(mark).reverse()) undo();
    },
    forget() {
      const before = map;
      map = new Map();
      changes.push(() => {
        map = before;
      });
    },
  };
}

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
