import { canonicalJson } from './canonical-json.ts';

/** SHA-256 as lower-case hex; passed in, because the domain does no I/O and the browser has none on plain http. */
export type Sha256 = (text: string) => string;

/** One link of the chain. `payloadDigest` is salted, so that a purged payload cannot be guessed back. */
export type Entry = { seq: number; prev: string; kind: string; at: string; payloadDigest: string; hash: string };

export const genesis = '0'.repeat(64);

export const payloadDigest = (sha256: Sha256, salt: string, text: string): string => sha256(`${salt}\n${text}`);

/** Links an entry to the one before it: the hash covers everything but itself. */
export function link(sha256: Sha256, prev: string, entry: Omit<Entry, 'prev' | 'hash'>): Entry {
  return { ...entry, prev, hash: sha256(`${prev}\n${canonicalJson(entry)}`) };
}

/** The short code an officer keeps: four groups of four, enough to find the entry and to notice a change. */
export const receiptCode = (hash: string): string => (hash.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-');
