import type { Entry } from './entry.ts';
import type { Finding } from './findings.ts';
import { countIn, extend, mayBePurged, outside, type Range, tombstone } from './purged.ts';

/** Which texts of a chain are gone, and whether an entry that came later says so. */
export type Texts = {
  isGone(entry: Entry): void;
  /** A text that is what its entry's digest says. */
  isSound(entry: Entry, text: string): void;
  end(): {
    /** Texts that were purged, as entries say. */
    purged: number;
    /** The numbers of those entries. */
    purges: number[];
    /** Texts that are gone, and no entry says why. */
    missing: number;
    findings: Finding[];
  };
};

export function openTexts(): Texts {
  const gone: Range[] = [];
  const neverPurged: Range[] = [];
  const covered: Range[] = [];
  const purges: number[] = [];
  return {
    isGone: ({ kind, seq }) => extend(mayBePurged(kind) ? gone : neverPurged, seq),
    isSound({ kind, seq }, text) {
      if (kind !== tombstone) return;
      purges.push(seq);
      // It speaks of what was before it alone.
      covered.push(...rangesIn(text).filter(([, to]) => to < seq));
    },
    end() {
      const unsaid = [...outside(gone, covered), ...neverPurged];
      const missing = countIn(unsaid);
      const purged = countIn(gone) + countIn(neverPurged) - missing;
      const findings = unsaid.map(([seq, through]): Finding => ({ kind: 'text-missing', seq, through }));
      return { purged, purges, missing, findings };
    },
  };
}

/** Whoever could write the ledger may have put anything there. */
function rangesIn(text: string): Range[] {
  const { payload } = JSON.parse(text) as { payload?: { ranges?: unknown } };
  const ranges: unknown[] = Array.isArray(payload?.ranges) ? payload.ranges : [];
  return ranges.filter(
    (each): each is Range => Array.isArray(each) && each.length === 2 && each.every(Number.isInteger),
  );
}
