import { type GrantOnRecord, isInForce } from '#domain/roster/grant.ts';
import type { Role } from '#domain/roster/roster.ts';
import type { Asking } from '../db/open.ts';

type Row = {
  grant_id: string;
  officer_id: string;
  role: Role;
  unit_id: string;
  granted_by: string | null;
  granted_at: string;
  until: string | null;
  ended_by: string | null;
  ended_at: string | null;
};

const fromRow = (row: Row): GrantOnRecord => ({
  grantId: row.grant_id,
  officerId: row.officer_id,
  role: row.role,
  unitId: row.unit_id,
  grantedBy: row.granted_by,
  grantedAt: row.granted_at,
  until: row.until,
  endedBy: row.ended_by,
  endedAt: row.ended_at,
});

/** All that an officer holds or held, the oldest first; or everybody's. */
export async function readGrants({ tx, agencyId }: Asking, officerId?: string): Promise<GrantOnRecord[]> {
  const rows = await tx
    .selectFrom('role_grant')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .$if(officerId !== undefined, (all) => all.where('officer_id', '=', officerId ?? ''))
    .orderBy('granted_at')
    .orderBy('grant_id')
    .execute();
  return rows.map(fromRow);
}

/** @param now server time in milliseconds */
export const readGrantsInForce = async (asking: Asking, now: number, officerId?: string): Promise<GrantOnRecord[]> =>
  (await readGrants(asking, officerId)).filter((grant) => isInForce(grant, now));
