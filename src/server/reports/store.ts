import type { EvidenceGrade, Standing } from '#domain/completion/completion.ts';
import type { OfficerLine, UnitCounts, UnitLine, UnitReport } from '#domain/completion/report.ts';
import { isAllowed } from '#domain/roster/permission.ts';
import type { Officer } from '#domain/roster/roster.ts';
import { lineage, subtree, unitPath } from '#domain/roster/unit-tree.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { readToday, type Units } from '../agency/frame.ts';
import { notFound, type Refusal } from '../problem.ts';
import type { Looking } from '../reading/looking.ts';
import { readListed, readOfficers, readUnits, unitsAbove } from '../roster/store.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { readStandings } from '../training/standings.ts';
import { countOfficers } from './counts.ts';

type Located = OfficerLine & { unitId: string };
type Reporting = { units: Units; unitId: string };

/** `mine`: the topmost unit that the visitor may see; the first in the order of the roster when there are several. */
async function reportable(at: Looking, visitor: Visitor, asked: string): Promise<Result<Reporting, Refusal>> {
  const units = await readUnits(at);
  const allowed = [...units.keys()].filter((id) => isAllowed(visitor.actor, 'see-report', id, units));
  const depth = (id: string) => lineage(id, units).length;
  const unitId = asked === 'mine' ? allowed.toSorted((a, b) => depth(a) - depth(b))[0] : asked;
  return unitId !== undefined && allowed.includes(unitId) ? succeed({ units, unitId }) : fail(notFound);
}

export async function seeUnit(at: Looking, visitor: Visitor, asked: string): Promise<Result<UnitReport, Refusal>> {
  const found = await reportable(at, visitor, asked);
  if (!found.ok) return found;
  const { units, unitId } = found.value;
  const officers = await readLines(at, units, await readOfficers(at, await readToday(at, at.now())));
  const line = (id: string): UnitLine => ({
    unitId: id,
    name: units.get(id)?.name ?? '',
    hasUnits: [...units.values()].some((unit) => unit.parentId === id),
    counts: countsOf(id, officers, units),
  });
  const above = unitsAbove(unitId, units).filter((unit) => isAllowed(visitor.actor, 'see-report', unit.id, units));
  const below = [...units.values()].filter((unit) => unit.parentId === unitId);
  const own = officers.filter((officer) => officer.unitId === unitId);
  const direct: UnitLine[] =
    below.length > 0 && own.length > 0
      ? [{ ...line(unitId), hasUnits: false, counts: countOfficers(own), isDirect: true }]
      : [];
  return succeed({
    unit: line(unitId),
    path: above.map((unit) => ({ unitId: unit.id, name: unit.name })),
    units: [...below.map((unit) => line(unit.id)), ...direct],
  });
}

function countsOf(unitId: string, officers: readonly Located[], units: Units): UnitCounts {
  const below = new Set(subtree(unitId, units));
  return countOfficers(officers.filter((officer) => below.has(officer.unitId)));
}

export type OfficerFilter = {
  standing?: Standing | undefined;
  late?: boolean;
  grade?: EvidenceGrade | undefined;
  direct?: boolean;
};

export async function listOfficers(
  at: Looking,
  visitor: Visitor,
  asked: string,
  { standing, late, grade, direct }: OfficerFilter,
): Promise<Result<OfficerLine[], Refusal>> {
  const found = await reportable(at, visitor, asked);
  if (!found.ok) return found;
  const { units, unitId } = found.value;
  const below = new Set(subtree(unitId, units));
  const officers = await readLines(at, units, await readOfficers(at, await readToday(at, at.now())));
  return succeed(
    officers
      .filter((officer) => (direct ? officer.unitId === unitId : below.has(officer.unitId)))
      .filter((officer) => standing === undefined || officer.standing === standing)
      .filter((officer) => !late || officer.overdue)
      .filter((officer) => grade === undefined || officer.grade === grade)
      .map(({ unitId: _unitId, ...officer }) => officer),
  );
}

/** One officer, if the visitor may see reports of the officer's unit. */
export async function findOfficer(at: Looking, visitor: Visitor, officerId: string): Promise<OfficerLine | null> {
  const units = await readUnits(at);
  // Whoever left the list owes nothing any more, and all that is on record of them can still be read.
  const listed = (await readListed(at, await readToday(at, at.now()))).find((each) => each.id === officerId);
  const [officer] = listed ? await readLines(at, units, [listed]) : [];
  if (!listed || !officer || !isAllowed(visitor.actor, 'see-report', officer.unitId, units)) return null;
  const { unitId: _unitId, ...line } = officer;
  return listed.deactivatedAt === null ? line : { ...line, overdue: false, leftAt: listed.deactivatedAt };
}

async function readLines(looking: Looking, units: Units, officers: readonly Officer[]): Promise<Located[]> {
  const standings = await readStandings(looking, officers);
  return officers.map((officer) => {
    const { id, badge, name, rank, duty, unitId } = officer;
    const unit = unitPath(unitId, units);
    return { officerId: id, badge, name, rank, unit, unitId, duty, ...standings.of(officer) };
  });
}
