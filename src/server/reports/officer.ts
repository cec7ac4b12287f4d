import type { EvidenceGrade } from '#domain/completion/completion.ts';
import type { OfficerLine, Path } from '#domain/completion/report.ts';
import { isCorrection } from '#domain/roll-call/correction.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { Asking } from '../db/open.ts';
import type { Installation } from '../installation.ts';
import { receiptOf } from '../ledger/keep.ts';
import { notFound, type Refusal } from '../problem.ts';
import type { Looking } from '../reading/looking.ts';
import { namesOf, readPerson, unitsIfAllowed } from '../roster/store.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { readPath } from '../training/path.ts';
import { findOfficer } from './store.ts';

export type OfficerHistory = {
  officer: OfficerLine;
  /** `correction`: of the attendance, by whom and why; other reasons are not a commander's to read. */
  history: { at: string; kind: string; grade?: EvidenceGrade; correction?: { by: string; reason: string } }[];
};

export async function seeOfficer(
  at: Looking,
  visitor: Visitor,
  officerId: string,
): Promise<Result<OfficerHistory, Refusal>> {
  const officer = await findOfficer(at, visitor, officerId);
  if (!officer) return fail(notFound);
  const rows = await at.tx
    .selectFrom('officer_event')
    .select(['at', 'kind', 'grade', 'noted_by', 'reason'])
    .where('agency_id', '=', visitor.agencyId)
    .where('officer_id', '=', officerId)
    .orderBy('seq')
    .execute();
  const corrected = rows.filter(({ kind }) => isCorrection(kind));
  const names = await namesOf(
    at,
    corrected.flatMap(({ noted_by }) => noted_by ?? []),
  );
  const history = rows.map(({ at: when, kind, grade, noted_by, reason }) => ({
    at: when,
    kind,
    ...(grade && { grade }),
    ...(isCorrection(kind) && { correction: { by: names.get(noted_by ?? '') ?? '', reason: reason ?? '' } }),
  }));
  return succeed({ officer, history });
}

/** Recorded before the path is read: by whom, and why. */
export async function notePathReading(
  { ledger, now }: Installation,
  visitor: Visitor,
  officerId: string,
  item: { id: string; reason: string },
): Promise<Result<undefined, Refusal>> {
  return ledger.write(async (writing) => {
    if (!(await maySeePath(writing, visitor, officerId))) return fail(notFound);
    const by = visitor.actor.officerId;
    const sent = { kind: 'path.read' as const, at: now(), by, subject: officerId, item };
    const known = await receiptOf(writing, sent);
    if (!known.ok) return fail({ ...known.error, status: 409 });
    if (known.value === null) {
      await writing.append({ kind: sent.kind, at: sent.at, by, payload: { subject: officerId, item } });
    }
    return succeed(undefined);
  });
}

/** The path through the scenarios, for the training unit; that it is read was noted before. */
export async function seePath(at: Looking, visitor: Visitor, officerId: string): Promise<Result<Path, Refusal>> {
  if (!(await maySeePath(at, visitor, officerId))) return fail(notFound);
  return succeed(await readPath(at, at.editions, officerId));
}

async function maySeePath(asking: Asking, visitor: Visitor, officerId: string): Promise<boolean> {
  const officer = await readPerson(asking, officerId);
  return officer !== null && (await unitsIfAllowed(asking, visitor, 'see-path', officer.unitId)) !== null;
}
