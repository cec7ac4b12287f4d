import { createHash, randomBytes } from 'node:crypto';
import { isInForce } from '#domain/roster/grant.ts';
import type { Db } from '../db/open.ts';
import type { Installation } from '../installation.ts';
import type { Writing } from '../ledger/append.ts';
import { inParts } from '../roster/in-parts.ts';
import type { Visitor } from './visitor.ts';

/** A shift at most, and half an hour without a word (CJIS). */
export const longestHours = 12;
const idleMinutes = 30;

/** Written at most this often, so that reading does not mean writing. */
const seenAgainMilliseconds = 60_000;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Opens a session and returns its token, 256 random bits; only the hash is kept. In one transaction with its entry. */
export async function openSession(
  { tx, agencyId }: { tx: Pick<Db, 'insertInto' | 'deleteFrom'>; agencyId: string },
  { officerId, proof }: { officerId: string; proof: 'pin' | 'password' },
  now: number,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const at = new Date(now).toISOString();
  await tx
    .deleteFrom('session')
    .where('agency_id', '=', agencyId)
    .where('opened_at', '<', new Date(now - longestHours * 3_600_000).toISOString())
    .execute();
  await tx
    .insertInto('session')
    .values({
      agency_id: agencyId,
      token_hash: hashOf(token),
      officer_id: officerId,
      proof,
      opened_at: at,
      seen_at: at,
    })
    .execute();
  return token;
}

export async function findSession({ db, agencyId, now }: Installation, token: string): Promise<Visitor | null> {
  // Asked at every request, so in one statement: a row a grant, one with nulls where there is none.
  const rows = await db
    .selectFrom('session')
    .innerJoin('officer', (on) =>
      on.onRef('officer.agency_id', '=', 'session.agency_id').onRef('officer.officer_id', '=', 'session.officer_id'),
    )
    .leftJoin('role_grant', (on) =>
      on
        .onRef('role_grant.agency_id', '=', 'session.agency_id')
        .onRef('role_grant.officer_id', '=', 'session.officer_id'),
    )
    .selectAll('session')
    .select(['role_grant.role', 'role_grant.unit_id', 'role_grant.until', 'role_grant.ended_at'])
    .where('session.agency_id', '=', agencyId)
    .where('session.token_hash', '=', hashOf(token))
    .where('officer.deactivated_at', 'is', null)
    .execute();
  const session = rows[0];
  if (!session) return null;
  const at = now();
  const isOver = at - Date.parse(session.opened_at) >= longestHours * 3_600_000;
  const isIdle = at - Date.parse(session.seen_at) >= idleMinutes * 60_000;
  if (isOver || isIdle) return null;
  if (at - Date.parse(session.seen_at) >= seenAgainMilliseconds) {
    await db
      .updateTable('session')
      .set({ seen_at: new Date(at).toISOString() })
      .where('agency_id', '=', agencyId)
      .where('token_hash', '=', session.token_hash)
      .execute();
  }
  const grants = rows.flatMap(({ role, unit_id: unitId, until, ended_at: endedAt }) =>
    role && unitId && isInForce({ until, endedAt }, at) ? [{ role, unitId }] : [],
  );
  return { agencyId, actor: { officerId: session.officer_id, proof: session.proof, grants } };
}

export async function endSession(
  { tx, agencyId }: { tx: Pick<Db, 'deleteFrom'>; agencyId: string },
  token: string,
): Promise<void> {
  await tx.deleteFrom('session').where('agency_id', '=', agencyId).where('token_hash', '=', hashOf(token)).execute();
}

/** Nobody goes on with what is open on a device who is not the agency's any more, or is another by now. */
export async function endSessionsOf(
  { tx, agencyId }: Pick<Writing, 'tx' | 'agencyId'>,
  officerIds: readonly string[],
): Promise<void> {
  for (const ids of inParts(officerIds)) {
    await tx.deleteFrom('session').where('agency_id', '=', agencyId).where('officer_id', 'in', ids).execute();
  }
}
