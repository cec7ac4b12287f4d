import type { Asking } from '../db/open.ts';

/** A completion on the agency's word, and how far it is. Times in ISO 8601 UTC. */
export type Credit = {
  creditId: string;
  kind: 'administrative' | 'paper';
  editionHash: string;
  officerIds: readonly string[];
  reason: string | null;
  heldOn: string | null;
  fileHash: string | null;
  saidBy: string;
  saidAt: string;
  outcome: 'open' | 'confirmed' | 'declined';
  decidedBy: string | null;
  decidedAt: string | null;
};

export async function readCredit(asking: Asking, creditId: string): Promise<Credit | null> {
  return (await readCredits(asking)).find((each) => each.creditId === creditId) ?? null;
}

/** All of them, the latest first; there are few. What an LMS reported is on nobody's word here (lms-import). */
export async function readCredits({ tx, agencyId }: Asking): Promise<Credit[]> {
  const rows = await tx
    .selectFrom('credit')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('kind', '!=', 'lms')
    .orderBy('said_at', 'desc')
    .orderBy('credit_id')
    .orderBy('officer_id')
    .execute();
  return [...Map.groupBy(rows, (row) => row.credit_id).values()].flatMap((same): Credit[] => {
    const [row] = same;
    if (!row || row.kind === 'lms') return [];
    return [
      {
        creditId: row.credit_id,
        kind: row.kind,
        editionHash: row.edition_hash,
        officerIds: same.map((each) => each.officer_id),
        reason: row.reason,
        heldOn: row.held_on,
        fileHash: row.file_hash,
        saidBy: row.said_by,
        saidAt: row.said_at,
        outcome: row.outcome,
        decidedBy: row.decided_by,
        decidedAt: row.decided_at,
      },
    ];
  });
}
