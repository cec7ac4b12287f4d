import { noteEvent } from '../ledger/keep.ts';
import type { ProjectionsOf } from '../ledger/projections.ts';
import { inParts } from '../roster/in-parts.ts';

export const projectCredits: ProjectionsOf<'credit.proposed' | 'credit.decided' | 'paper.recorded'> = {
  async 'credit.proposed'(to, entry) {
    const { item } = entry.payload;
    const { id: creditId, officerIds, editionHash, reason } = item;
    const claim = {
      kind: 'administrative',
      edition_hash: editionHash,
      reason,
      held_on: null,
      file_hash: null,
    } as const;
    const open = { outcome: 'open', decided_by: null, decided_at: null } as const;
    const said = { said_by: entry.by ?? '', said_at: entry.at };
    for (const part of inParts(officerIds)) {
      await to.tx
        .insertInto('credit')
        .values(
          part.map((officerId) => ({
            agency_id: to.agencyId,
            credit_id: creditId,
            officer_id: officerId,
            ...claim,
            ...said,
            ...open,
          })),
        )
        .execute();
    }
    for (const officerId of officerIds) await noteEvent(to, entry, officerId, { reason });
  },

  async 'credit.decided'(to, entry) {
    const { item, officerIds } = entry.payload;
    await to.tx
      .updateTable('credit')
      .set({ outcome: item.outcome, decided_by: entry.by, decided_at: entry.at })
      .where('agency_id', '=', to.agencyId)
      .where('credit_id', '=', item.creditId)
      .execute();
    for (const officerId of officerIds) await noteEvent(to, entry, officerId, { kind: `credit.${item.outcome}` });
  },

  async 'paper.recorded'(to, entry) {
    const { id: creditId, officerIds, editionHash, heldOn, fileHash } = entry.payload.item;
    const by = entry.by ?? '';
    for (const part of inParts(officerIds)) {
      await to.tx
        .insertInto('credit')
        .values(
          part.map((officerId) => ({
            agency_id: to.agencyId,
            credit_id: creditId,
            officer_id: officerId,
            kind: 'paper' as const,
            edition_hash: editionHash,
            reason: null,
            held_on: heldOn,
            file_hash: fileHash,
            said_by: by,
            said_at: entry.at,
            outcome: 'confirmed' as const,
            decided_by: by,
            decided_at: entry.at,
          })),
        )
        .execute();
    }
    for (const officerId of officerIds) await noteEvent(to, entry, officerId);
  },
};
