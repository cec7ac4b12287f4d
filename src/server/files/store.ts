import { createHash } from 'node:crypto';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { Asking } from '../db/open.ts';
import type { Installation } from '../installation.ts';
import type { Refusal } from '../problem.ts';
import { mayNotForAll } from '../roster/may.ts';
import type { Visitor } from '../sign-in/visitor.ts';

/** Of one file: an order of a hundred pages, or a sheet that was scanned well. */
export const mostFileBytes = 8 * 1024 * 1024;

/** By their first bytes: what a file calls itself is not asked. */
const kinds = [
  { mediaType: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
] as const;

export type KeptFile = { hash: string; mediaType: string };

/** Keeps a PDF or a picture, once. What names it later decides who may read it. */
export async function keepFile(at: Installation, visitor: Visitor, base64: string): Promise<Result<KeptFile, Refusal>> {
  const refusal = await mayNotBring(visitor)({ tx: at.db, agencyId: visitor.agencyId });
  if (refusal) return fail(refusal);
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > mostFileBytes) return fail({ code: 'file.too-large', status: 422, field: 'base64' });
  const kind = kinds.find(({ begins }) => begins.every((byte, place) => bytes[place] === byte));
  if (!kind) return fail({ code: 'file.not-a-document', status: 422, field: 'base64' });
  const { mediaType } = kind;
  const hash = createHash('sha256').update(bytes).digest('hex');
  const row = { agency_id: at.agencyId, hash, media_type: mediaType, base64: bytes.toString('base64') };
  return at.ledger.write(async (writing) => {
    const refusedNow = await mayNotBring(visitor)(writing);
    if (refusedNow) return fail(refusedNow);
    const brought = await writing.tx
      .insertInto('agency_file')
      .values(row)
      .onConflict((known) => known.columns(['agency_id', 'hash']).doNothing())
      .returning('hash')
      .executeTakeFirst();
    // Sent again after a reply that was lost, it is here already, and who brought it is on record.
    if (brought) {
      const payload = { hash, mediaType, bytes: bytes.length };
      await writing.append({ kind: 'file.kept', at: at.now(), by: visitor.actor.officerId, payload });
    }
    return succeed({ hash, mediaType });
  });
}

/** Orders are the administrator's, sheets of paper the training unit's too: whoever brings either may bring a file. */
const mayNotBring = (visitor: Visitor) => async (asking: Asking) => {
  const refusals = [
    await mayNotForAll(visitor, 'set-up-agency')(asking),
    await mayNotForAll(visitor, 'record-paper')(asking),
  ];
  return refusals.every((each) => each !== null) ? (refusals[0] ?? null) : null;
};

export async function isFile({ tx, agencyId }: Asking, hash: string): Promise<boolean> {
  const row = await tx
    .selectFrom('agency_file')
    .select('hash')
    .where('agency_id', '=', agencyId)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whoever asks was let in before. */
export async function readFile(
  { tx, agencyId }: Asking,
  hash: string,
): Promise<{ mediaType: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const row = await tx
    .selectFrom('agency_file')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row ? { mediaType: row.media_type, bytes: new Uint8Array(Buffer.from(row.base64, 'base64')) } : null;
}
