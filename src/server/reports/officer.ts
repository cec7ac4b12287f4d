import type { EvidenceGrade } from '#domain/completion/completion.ts';
import type { OfficerLine, Path } from '#domain/completion/report.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { Installation } from '../installation.ts';
import { receiptOf } from '../ledger/keep.ts';
import { notFound, type Refusal } from '../problem.ts';
import { readOfficer, unitsIfAllowed } from '../roster/store.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { readPath } from '../training/path.ts';
import { findOfficer } from './store.ts';

export type OfficerHistory = {
  officer: OfficerLine;
  history: { at: string; kind: string; grade?: EvidenceGrade }[];
};

export async function seeOfficer(
  at: Installation,
  visitor: Visitor,
  officerId: string,
): Promise<Result<OfficerHistory, Refusal>> {
  const officer = await findOfficer(at, visitor, officerId);
  if (!officer) return fail(notFound);
  const rows = await at.db
    .selectFrom('officer_event')
    .select(['at', 'kind', 'grade'])
    .where('agency_id', '=', visitor.agencyId)
    .where('officer_id', '=', officerId)
    .orderBy('seq')
    .execute();
  const history = rows.map(({ at: when, kind, grade }) => ({ at: when, kind, ...(grade && { grade }) }));
  return succeed({ officer, history });
}

/** The path through the scenarios, for the training unit; that it was read, by whom and why, is recorded first. */
export async function readPathWithReason(
  { ledger, editions, now }: Installation,
  visitor: Visitor,
  officerId: string,
  item: { id: string; reason: string },
): Promise<Result<Path, Refusal>> {
  return ledger.write(async (writing) => {
    const officer = await readOfficer(writing, officerId);
    if (!officer || !(await unitsIfAllowed(writing, visitor, 'see-path', officer.unitId))) return fail(notFound);
    const by = visitor.actor.officerId;
    const sent = { kind: 'path.read' as const, at: now(), by, subject: officerId, item };
    const known = await receiptOf(writing, sent);
    if (!known.ok) return fail({ ...known.error, status: 409 });
    if (known.value === null) {
      await writing.append({ kind: sent.kind, at: sent.at, by, payload: { subject: officerId, item } });
    }
    return succeed(await readPath(writing, editions, officerId));
  });
}
