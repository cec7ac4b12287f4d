import { canonicalJson } from '#domain/ledger/canonical-json.ts';
import { type Entry, genesis, link, type Payload, payloadDigest } from '#domain/ledger/entry.ts';
import { type KnownHead, openVerification, type Verified } from '#domain/ledger/verify.ts';
import { sha256 } from '#server/ledger/sha256.ts';

export type Stored = { entry: Entry; payload: Payload | null | undefined };

type Changes = { from?: number; kind?: string; purging?: [number, number][] };

/**
 * A chain of so many entries, as the ledger would have written it: one a minute. `purging`: one more says that the texts of
 * these were purged.
 */
export function aChain(
  length: number,
  { from = Date.parse('2026-11-23T12:00:00Z'), kind, purging }: Changes = {},
): Stored[] {
  const chain: Stored[] = [];
  for (let seq = 1; seq <= length + (purging ? 1 : 0); seq += 1) {
    const isLast = seq > length;
    const said = { by: null, payload: isLast ? { ranges: purging } : { seq } };
    const payload = { salt: sha256(`salt ${seq}`).slice(0, 32), text: canonicalJson(said) };
    const content = {
      seq,
      kind: isLast ? 'records.purged' : (kind ?? (seq % 3 === 0 ? 'training.decided' : 'training.watched')),
      at: new Date(from + seq * 60_000).toISOString(),
      payloadDigest: payloadDigest(sha256, payload.salt, payload.text),
    };
    chain.push({ entry: link(sha256, chain.at(-1)?.entry.hash ?? genesis, content), payload });
  }
  return chain;
}

export const headOf = (chain: readonly Stored[], kept: KnownHead['kept'], seq = chain.length): KnownHead => ({
  seq,
  hash: chain[seq - 1]?.entry.hash ?? '',
  kept,
});

export function verify(chain: readonly Stored[], ...heads: KnownHead[]): Verified {
  const verification = openVerification(sha256, heads);
  for (const { entry, payload } of chain) verification.take(entry, payload);
  return verification.end();
}

/** The chain with one entry exchanged for what `how` makes of it; its hash made anew if `rehashed`. */
export const edited = (
  chain: readonly Stored[],
  seq: number,
  how: (entry: Entry) => Partial<Entry>,
  rehashed = false,
): Stored[] =>
  chain.map((stored) => {
    if (stored.entry.seq !== seq) return stored;
    const { prev, hash: _, ...content } = { ...stored.entry, ...how(stored.entry) };
    return { ...stored, entry: rehashed ? link(sha256, prev, content) : { ...stored.entry, ...how(stored.entry) } };
  });
