import * as z from 'zod';

/** Why a head was signed: a roll call was closed, a day went by, the server ended, the key changed, records were purged. */
export const headReasons = ['roll-call.closed', 'day', 'stop', 'key.rotated', 'records.purged'] as const;

/** What is signed, as canonical JSON: up to which entry the chain reached, and when. */
export const Head = z.strictObject({
  agency: z.string(),
  chain: z.string(),
  seq: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
  reason: z.enum(headReasons),
});
export type Head = z.infer<typeof Head>;

/** A signed head as it is handed out: the compact JWS, with its main points beside it. */
export type SignedHead = Pick<Head, 'seq' | 'hash' | 'at'> & { keyId: string; jws: string };
