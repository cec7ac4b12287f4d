import { calculateJwkThumbprint, compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { Head } from '#domain/ledger/head.ts';
import { type KnownHead, openVerification, type Verified } from '#domain/ledger/verify.ts';
import type { ChainSource } from './chain-source.ts';
import { sha256 } from './sha256.ts';

/** What whoever verifies brings along: heads and public keys that were kept elsewhere. */
export type Brought = {
  /** Compact JWS. */
  heads: string[];
  /** As sheets print them: number and beginning of the hash. */
  printed: { seq: number; hash: string }[];
  /** Null: those that lie beside the records are believed. */
  keys: JWK[] | null;
};

export type HeadProblem = { kind: 'unknown-key' | 'bad-signature'; keyId: string; kept: KnownHead['kept'] };
export type Report = Verified & {
  agency: string;
  /** Heads whose signature holds, by where they were kept. */
  signed: { inside: number; outside: number };
  headProblems: HeadProblem[];
};

/** Reads the whole chain once. @param progress is told how many entries were read, every so often */
export async function verifyChain(
  source: ChainSource,
  brought: Brought,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<Report> {
  const keys = await byThumbprint(brought.keys ?? source.keys);
  const known: KnownHead[] = [...source.beside];
  const headProblems: HeadProblem[] = [];
  const signed = { inside: 0, outside: 0 };
  for (const [kept, heads] of [
    ['inside', source.heads],
    ['outside', brought.heads],
  ] as const) {
    for (const jws of heads) {
      const read = await readSigned(jws, keys, source);
      if ('kind' in read) headProblems.push({ ...read, kept });
      else {
        signed[kept] += 1;
        known.push({ seq: read.seq, hash: read.hash, kept });
      }
    }
  }
  for (const head of brought.printed) known.push({ ...head, kept: 'outside' });

  const verification = openVerification(sha256, known);
  let done = 0;
  for await (const { entry, payload } of source.entries()) {
    verification.take(entry, payload);
    done += 1;
    if (done % 20_000 === 0) progress(done, source.expected);
  }
  return { ...verification.end(), agency: source.agency, signed, headProblems };
}

type Keys = Map<string, JWK>;

/** By what the key itself says it is, not by the id written beside it. */
async function byThumbprint(keys: readonly JWK[]): Promise<Keys> {
  return new Map(await Promise.all(keys.map(async (key) => [await calculateJwkThumbprint(key), key] as const)));
}

async function readSigned(
  jws: string,
  keys: Keys,
  { agency, chain }: ChainSource,
): Promise<Head | Omit<HeadProblem, 'kept'>> {
  let keyId = '';
  try {
    keyId = decodeProtectedHeader(jws).kid ?? '';
    const key = keys.get(keyId);
    if (!key) return { kind: 'unknown-key', keyId };
    const { payload } = await compactVerify(jws, await importJWK(key, 'EdDSA'), { algorithms: ['EdDSA'] });
    const head = Head.parse(JSON.parse(new TextDecoder().decode(payload)));
    if (head.agency === agency && head.chain === chain) return head;
  } catch {
    // Whatever is wrong with it, it is no head of this chain.
  }
  return { kind: 'bad-signature', keyId };
}
