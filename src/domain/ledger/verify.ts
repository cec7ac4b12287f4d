import { type Entry, genesis, hashOf, type Payload, payloadDigest, type Sha256 } from './entry.ts';
import { explain, type Finding, type Suspect } from './findings.ts';
import { openTexts } from './texts.ts';

/**
 * What the chain is known to have reached. `inside`: kept beside the records themselves; `outside`: kept elsewhere by
 * somebody. `hash` may be the beginning of one, as sheets print it; null says only that a record of this number existed.
 */
export type KnownHead = { seq: number; hash: string | null; kept: 'inside' | 'outside' };

export type Verified = {
  entries: number;
  payloads: number;
  /** Payloads that were purged, as entries say: allowed, the digest in the entry stays. */
  purged: number;
  /** Which entries say so. */
  purges: number[];
  /** Payloads that are gone, and no entry says why. */
  missing: number;
  head: { seq: number; hash: string; at: string } | null;
  /** Heads kept elsewhere that fit their entry. */
  outsideThatFit: number;
  /** In the order of the records; the first names the first bad one. */
  findings: Finding[];
  /** Findings beyond those that are kept. */
  further: number;
  /** A clock that was put back is no fault of the chain; whoever reads dates should know. */
  clockWentBack: { times: number; first: number } | null;
};

export type Verification = {
  /** Entries in the order of the chain. `payload`: null when it is gone, undefined when it was not brought along. */
  take(entry: Entry, payload: Payload | null | undefined): void;
  end(): Verified;
};

const mostKept = 100;
const mostSuspects = 200;

/** Checks one chain, entry by entry, against itself and against the heads that are known of it. */
export function openVerification(sha256: Sha256, heads: readonly KnownHead[]): Verification {
  const known = Map.groupBy(heads, (head) => head.seq);
  const findings: Finding[] = [];
  const suspects: Suspect[] = [];
  const gaps: { from: number; to: number; missing: number; late: boolean }[] = [];
  const unlike: { seq: number; after: number }[] = [];
  let [entries, payloads, further, agreed, outsideThatFit] = [0, 0, 0, 0, 0];
  const texts = openTexts();
  let clock: Verified['clockWentBack'] = null;
  let last: Entry | null = null;
  /** Whether the next entry can be held against `last`: not over a hole, nor when `last` is itself in doubt. */
  let linked = true;

  const suspect = (found: Suspect) => {
    if (suspects.length < mostSuspects) suspects.push(found);
    else further += 1;
  };

  const isSound = (entry: Entry) => {
    const sound = hashOf(sha256, entry.prev, entry) === entry.hash;
    if (!sound) suspect({ entry, payload: undefined, wrong: 'entry' });
    return sound;
  };

  /** An entry that comes too late in an export, or a second one of its number. */
  const takeLate = (entry: Entry) => {
    const gap = gaps.find(({ from, to }) => from <= entry.seq && entry.seq <= to);
    if (!gap) return void findings.push({ kind: 'inserted', seq: entry.seq });
    if (!gap.late) findings.push({ kind: 'swapped', seq: gap.from, other: gap.to + 1 });
    gap.late = true;
    gap.missing -= 1;
    isSound(entry);
  };

  const takeNext = (entry: Entry, payload: Payload | null | undefined) => {
    const expected = (last?.seq ?? 0) + 1;
    if (entry.seq > expected) {
      gaps.push({ from: expected, to: entry.seq - 1, missing: entry.seq - expected, late: false });
      linked = false;
    }
    const sound = isSound(entry);
    // It is right in itself and hangs on something else: the one before it was exchanged, hash and all.
    if (sound && linked && entry.prev !== (last?.hash ?? genesis)) {
      findings.push({ kind: 'edited-entry', seq: last?.seq ?? entry.seq });
    }
    if (sound && payload) {
      if (payloadDigest(sha256, payload.salt, payload.text) === entry.payloadDigest) texts.isSound(entry, payload.text);
      else suspect({ entry, payload, wrong: 'payload' });
    }
    for (const { hash, kept } of known.get(entry.seq) ?? []) {
      if (hash === null) continue;
      if (entry.hash.startsWith(hash)) {
        agreed = entry.seq;
        if (kept === 'outside') outsideThatFit += 1;
      } else unlike.push({ seq: entry.seq, after: agreed });
    }
    linked = sound;
    last = entry;
  };

  return {
    take(entry, payload) {
      entries += 1;
      if (payload) payloads += 1;
      if (payload === null) texts.isGone(entry);
      if (last && entry.at < last.at) clock = { times: (clock?.times ?? 0) + 1, first: clock?.first ?? entry.seq };
      if (entry.seq <= (last?.seq ?? 0)) takeLate(entry);
      else takeNext(entry, payload);
    },

    end() {
      findings.push(...explain(sha256, suspects));
      for (const { from, to, missing } of gaps) {
        if (missing > 0) findings.push({ kind: 'deleted', seq: from, through: to });
      }
      // Another head of the same entry fits it: one of the two was mistyped, or is not of these records.
      for (const { seq } of unlike.filter(({ seq, after }) => after >= seq)) findings.push({ kind: 'disputed', seq });
      const replaced = unlike.find(({ seq, after }) => after < seq);
      if (replaced && !findings.some(({ seq }) => seq <= replaced.seq)) {
        findings.push({ kind: 'rewritten', seq: replaced.after + 1, through: replaced.seq });
      }
      const seq = (last?.seq ?? 0) + 1;
      const beyond = heads.filter((head) => head.seq >= seq);
      if (beyond.length > 0) {
        // What lies beside the records still knows of more: only the entries were cut. Else all of it is older.
        const kind = beyond.some(({ kept }) => kept === 'inside') ? 'truncated' : 'rolled-back';
        findings.push({ kind, seq, through: Math.max(...beyond.map((head) => head.seq)) });
      }
      const { findings: textsMissing, ...told } = texts.end();
      findings.push(...textsMissing);
      findings.sort((one, other) => one.seq - other.seq);
      const head = last && { seq: last.seq, hash: last.hash, at: last.at };
      further += Math.max(0, findings.length - mostKept);
      return {
        entries,
        payloads,
        ...told,
        outsideThatFit,
        head,
        findings: findings.slice(0, mostKept),
        further,
        clockWentBack: clock,
      };
    },
  };
}
