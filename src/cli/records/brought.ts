import { existsSync, readFileSync } from 'node:fs';
import type { JWK } from 'jose';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { Brought } from '#server/ledger/verify.ts';

type Unreadable = { code: 'verify.noHead' | 'verify.noKeys'; given: string };

const compactJws = /eyJ[\w-]+\.[\w-]+\.[\w-]+/g;
/** As the attendance sheet prints it: number, then the beginning of the hash. */
const printed = /^(\d+)[\s:·]+([0-9a-f]{16,64})$/i;

/**
 * Heads and keys that were kept elsewhere. A head may be the JWS itself, `NUMBER:HASH` from a sheet, or a file in which such
 * are found, for instance a log.
 */
export function readBrought(heads: readonly string[], keyFile: string | undefined): Result<Brought, Unreadable> {
  const brought: Brought = { heads: [], printed: [], keys: null };
  for (const given of heads) {
    const text = existsSync(given) ? readFileSync(given, 'utf8') : given;
    const [, seq, hash = ''] = printed.exec(text.trim()) ?? [];
    const signed = text.match(compactJws) ?? [];
    if (seq !== undefined) brought.printed.push({ seq: Number(seq), hash: hash.toLowerCase() });
    else if (signed.length > 0) brought.heads.push(...signed);
    else return fail({ code: 'verify.noHead', given });
  }
  if (keyFile === undefined) return succeed(brought);
  try {
    const { keys } = JSON.parse(readFileSync(keyFile, 'utf8')) as { keys: JWK[] };
    return Array.isArray(keys) ? succeed({ ...brought, keys }) : fail({ code: 'verify.noKeys', given: keyFile });
  } catch {
    return fail({ code: 'verify.noKeys', given: keyFile });
  }
}
