/** SHA-256 as lower-case hex; passed in, because the domain does no I/O and the browser has none on plain http. */
export type Sha256 = (text: string) => string;

/** One link of the chain. `payloadDigest` is salted, so that a purged payload cannot be guessed back. */
export type Entry = { seq: number; prev: string; kind: string; at: string; payloadDigest: string; hash: string };

/** The exact text that an entry's digest covers. It may be purged; the entry stays. */
export type Payload = { salt: string; text: string };

export const genesis = '0'.repeat(64);

export const payloadDigest = (sha256: Sha256, salt: string, text: string): string => sha256(`${salt}\n${text}`);

type Content = Omit<Entry, 'prev' | 'hash'>;

/** Canonical JSON of an entry's content, spelled out: a verifier writes it a hundred thousand times a second. */
const contentText = ({ at, kind, payloadDigest, seq }: Content): string =>
  `{"at":${JSON.stringify(at)},"kind":${JSON.stringify(kind)},"payloadDigest":${JSON.stringify(payloadDigest)},"seq":${seq}}`;

/** The hash covers everything but itself. */
export const hashOf = (sha256: Sha256, prev: string, content: Content): string =>
  sha256(`${prev}\n${contentText(content)}`);

/** Links an entry to the one before it. */
export function link(sha256: Sha256, prev: string, entry: Content): Entry {
  return { ...entry, prev, hash: hashOf(sha256, prev, entry) };
}

/** The short code an officer keeps: four groups of four, enough to find the entry and to notice a change. */
export const receiptCode = (hash: string): string => (hash.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-');
