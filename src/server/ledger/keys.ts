import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { canonicalJson } from '#domain/ledger/canonical-json.ts';
import type { Head } from '#domain/ledger/head.ts';

/** Signs heads. `keyId` is the RFC 7638 thumbprint of the public half; `made`: there was none in the file before. */
export type SigningKey = { keyId: string; publicKey: JWK; made: boolean; sign(head: Head): Promise<string> };

const algorithm = 'EdDSA';

export const keyFileIn = (dataFolder: string): string => join(dataFolder, 'keys', 'ledger-signing.jwk');

/** The key in the file; one is made there when there is none. The public keys of all times lie beside it. */
export async function openSigningKey(file: string): Promise<SigningKey> {
  const made = !existsSync(file);
  if (made) await makeSigningKey(file);
  const { kid, ...secret } = JSON.parse(readFileSync(file, 'utf8')) as JWK;
  const keyId = await calculateJwkThumbprint(secret);
  const privateKey = await importJWK(secret, algorithm);
  const { d: _, ...publicHalf } = secret;
  const publicKey = { ...publicHalf, kid: keyId, alg: algorithm, use: 'sig' };
  keepPublicKey(file, publicKey);
  return {
    keyId,
    publicKey,
    made,
    sign: (head) =>
      new CompactSign(Buffer.from(canonicalJson(head)))
        .setProtectedHeader({ alg: algorithm, kid: keyId })
        .sign(privateKey),
  };
}

/** Puts a new private key into the file; what was there is gone, so that nothing can be signed with it any more. */
export async function makeSigningKey(file: string): Promise<void> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeWhole(file, `${JSON.stringify(await exportJWK(privateKey))}\n`, 0o600);
}

function keepPublicKey(file: string, publicKey: JWK): void {
  const beside = join(dirname(file), 'ledger-public.jwks');
  const { keys } = existsSync(beside) ? (JSON.parse(readFileSync(beside, 'utf8')) as { keys: JWK[] }) : { keys: [] };
  if (keys.some((key) => key.kid === publicKey.kid)) return;
  writeWhole(beside, `${JSON.stringify({ keys: [...keys, publicKey] }, null, 2)}\n`, 0o644);
}

/** Never half a key: written beside and put in place. */
function writeWhole(file: string, text: string, mode: number): void {
  const beside = `${file}.new`;
  writeFileSync(beside, text, { mode, flush: true });
  chmodSync(beside, mode);
  renameSync(beside, file);
}
