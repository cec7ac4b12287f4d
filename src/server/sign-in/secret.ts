import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** trust.md: N=2^14, r=8, p=5 needs 16 MB each, so two at once and the rest wait. */
const cost = { N: 2 ** 14, r: 8, p: 5, maxmem: 64 * 1024 * 1024 };
const atOnce = 2;
const bytes = 32;

let running = 0;
const waiting: (() => void)[] = [];

/** How many wait for their turn; a flood is refused before it can fill the memory. */
export const secretsWaiting = () => waiting.length;

async function derive(secret: string, salt: string): Promise<Buffer> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await new Promise((resolve, reject) =>
      scrypt(secret.normalize('NFKC'), salt, bytes, cost, (error, key) => (error ? reject(error) : resolve(key))),
    );
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export type HashedSecret = { salt: string; hash: string };

export async function hashSecret(secret: string): Promise<HashedSecret> {
  const salt = randomBytes(16).toString('hex');
  return { salt, hash: (await derive(secret, salt)).toString('hex') };
}

/** Takes as long when there is nothing to compare with, so that time does not tell which badges exist. */
export async function isSecret(secret: string, known: HashedSecret | undefined): Promise<boolean> {
  const key = await derive(secret, known?.salt ?? '00000000000000000000000000000000');
  return known !== undefined && timingSafeEqual(key, Buffer.from(known.hash, 'hex'));
}
