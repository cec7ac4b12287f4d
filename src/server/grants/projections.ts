import type { GrantOnRecord } from '#domain/roster/grant.ts';
import { noteEvent } from '../ledger/keep.ts';
import type { Projecting, ProjectionsOf } from '../ledger/projections.ts';
import { inParts } from '../roster/in-parts.ts';

export const projectGrants: ProjectionsOf<'grant.given' | 'grant.ended'> = {
  async 'grant.given'(to, entry) {
    const { subject, item } = entry.payload;
    const { id: grantId, role, unitId, until } = item;
    const given = { grantId, officerId: subject, role, unitId, until };
    await keepGrants(to, [{ ...given, grantedBy: entry.by, grantedAt: entry.at }]);
    await noteEvent(to, entry, subject);
  },

  async 'grant.ended'(to, entry) {
    const { subject, item } = entry.payload;
    await to.tx
      .updateTable('role_grant')
      .set({ ended_by: entry.by, ended_at: entry.at })
      .where('agency_id', '=', to.agencyId)
      .where('officer_id', '=', subject)
      .where('grant_id', '=', item.grantId)
      .execute();
    await noteEvent(to, entry, subject);
  },
};

export async function keepGrants(
  { tx, agencyId }: Projecting,
  given: readonly Omit<GrantOnRecord, 'endedBy' | 'endedAt'>[],
): Promise<void> {
  const rows = given.map((grant) => ({
    agency_id: agencyId,
    grant_id: grant.grantId,
    officer_id: grant.officerId,
    role: grant.role,
    unit_id: grant.unitId,
    granted_by: grant.grantedBy,
    granted_at: grant.grantedAt,
    until: grant.until,
    ended_by: null,
    ended_at: null,
  }));
  for (const part of inParts(rows)) await tx.insertInto('role_grant').values(part).execute();
}

/** Who leaves the agency's list leaves all rights behind; who comes back is granted them anew. */
export async function endGrantsOf(
  { tx, agencyId }: Projecting,
  officerIds: readonly string[],
  ended: { by: string | null; at: string },
): Promise<void> {
  for (const ids of inParts(officerIds)) {
    await tx
      .updateTable('role_grant')
      .set({ ended_by: ended.by, ended_at: ended.at })
      .where('agency_id', '=', agencyId)
      .where('officer_id', 'in', ids)
      .where('ended_at', 'is', null)
      .execute();
  }
}
