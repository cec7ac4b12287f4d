import type { Answer, FailedRow, Listed, Mapping, Plan, Roster, Sheet, UnitPlace } from './import.ts';
import { type People, recognise, withoutDoubles } from './import-people.ts';
import { type ReadRow, readRows } from './import-row.ts';
import { growUnits, type UnitTree } from './import-units.ts';

export type Import = {
  sheet: Sheet;
  mapping: Mapping;
  /** The file is the whole roster: who is not in it has left. */
  whole: boolean;
  answers: readonly Answer[];
  /** Never deactivated: the person who imports would be locked out. */
  importedBy: string | null;
};

/**
 * What the file would change, without changing anything. The same file again changes nothing, in whatever order its rows
 * stand; a row that cannot be used takes nobody off the roster.
 */
export function planImport({ sheet, mapping, whole, answers, importedBy }: Import, roster: Roster): Plan {
  const rows = withoutDoubles(readRows(sheet, mapping));
  const people = recognise(rows, roster.officers, answers);
  const passedOn = settleBadges(people, roster.officers, importedBy);
  const claimed = new Set([...people.who.values()].flatMap((officer) => officer?.id ?? []));
  const missing = roster.officers.filter(
    ({ id, deactivatedAt }) => deactivatedAt === null && !claimed.has(id) && !people.held.has(id) && !passedOn.has(id),
  );
  const leaving = whole ? missing.filter(({ id }) => id !== importedBy) : [];
  const tree = growUnits(roster.units);
  const outcome = compare(people.who, tree);
  return {
    units: tree.made(),
    ...outcome,
    deactivated: [
      ...[...passedOn.values()].map((officer) => ({ ...nameOf(officer), because: 'badge-passed-on' as const })),
      ...leaving.map((officer) => ({ ...nameOf(officer), because: 'not-listed' as const })),
    ],
    kept: (whole ? missing : []).filter(({ id }) => id === importedBy).map(nameOf),
    questions: people.questions,
    failed: rows
      .filter((row) => row.faults.length > 0)
      .map(({ row, faults, cells }): FailedRow => ({ row, faults, cells })),
  };
}

const nameOf = ({ id, badge, name }: Listed) => ({ officerId: id, badge, name });

/**
 * A badge is one person's. Who holds one that the file gives to somebody else has passed it on, unless that person is still
 * there: then the row fails, which may keep another badge from becoming free, and so on until nothing moves.
 *
 * @returns who loses a badge, by officer id
 */
function settleBadges({ who, held }: People, officers: readonly Listed[], importedBy: string | null) {
  const holderOf = new Map(
    officers.flatMap((each) => (each.deactivatedAt === null ? [[each.badge, each] as const] : [])),
  );
  while (true) {
    const claimed = new Set([...who.values()].flatMap((officer) => officer?.id ?? []));
    const passedOn = new Map<string, Listed>();
    const refused: ReadRow[] = [];
    for (const row of who.keys()) {
      const holder = holderOf.get(row.badge);
      if (!holder || claimed.has(holder.id)) continue;
      if (held.has(holder.id) || holder.id === importedBy) refused.push(row);
      else passedOn.set(holder.id, holder);
    }
    if (refused.length === 0) return passedOn;
    for (const row of refused) {
      row.faults.push({ reason: 'badge-in-use', column: null, found: row.badge });
      const officer = who.get(row);
      if (officer) held.add(officer.id);
      who.delete(row);
    }
  }
}

/** Row by row against what is known, or as somebody new. */
function compare(who: People['who'], tree: UnitTree) {
  const added: Plan['added'][number][] = [];
  const changed: Plan['changed'][number][] = [];
  const moved: Plan['moved'][number][] = [];
  const returned: Plan['returned'][number][] = [];
  let unchanged = 0;
  for (const [row, officer] of who) {
    const { badge, name, rank, duty, personId } = row;
    if (!officer) {
      const unit = tree.place(row.unit ?? []);
      added.push({ row: row.row, badge, name, personId, rank: rank ?? '', unit, duty: duty ?? 'on-duty' });
      continue;
    }
    const of = { officerId: officer.id, badge, name };
    const differing = differencesOf(officer, { badge, name, rank, duty, personId });
    changed.push(...differing.map((difference) => ({ ...of, ...difference })));
    const to: UnitPlace = row.unit ? tree.place(row.unit, officer.unitId) : tree.of(officer.unitId);
    const isMoved = to.key !== officer.unitId;
    if (isMoved) moved.push({ ...of, from: tree.of(officer.unitId), to });
    const isBack = officer.deactivatedAt !== null;
    if (isBack) returned.push(of);
    if (differing.length === 0 && !isMoved && !isBack) unchanged += 1;
  }
  return { added, changed, moved, returned, unchanged };
}

const compared = ['badge', 'name', 'rank', 'duty', 'personId'] as const;

/** A cell that says nothing changes nothing. */
const differencesOf = (officer: Listed, row: Pick<ReadRow, (typeof compared)[number]>) =>
  compared.flatMap((field) => {
    const [from, to] = [officer[field] ?? '', row[field]];
    return to === null || to === from ? [] : [{ field, from, to }];
  });
