import type { Plan, UnitPlace } from './import.ts';
import type { Unit } from './roster.ts';

/** "DISTRICT 1" and "District  1" are one unit; which spelling stands is the one that was there first. */
const folded = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

export type UnitTree = {
  /**
   * The unit at the end of these names, made if it is not there. Names that do not begin with the agency's are enough when
   * the unit of now ends with them: a sheet that says "Squad A" and no more moves nobody out of theirs.
   */
  place(path: readonly string[], unitIdNow?: string): UnitPlace;
  of(unitId: string): UnitPlace;
  /** Units that had to be made, parents first. */
  made(): Plan['units'];
};

/** The units of the agency, and those that the file adds to them. */
export function growUnits(units: readonly Unit[]): UnitTree {
  const root = units.find((unit) => unit.parentId === null);
  if (!root) throw new Error('An agency has a unit at the top.');
  const made: { key: string; parentKey: string; name: string; path: readonly string[] }[] = [];
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const childOf = (parentKey: string, name: string) => `${parentKey}\n${folded(name)}`;
  const byName = new Map<string, { key: string; name: string }>();
  // The first of two with one name stands, as the roster lists them.
  for (const { id, parentId, name } of units) {
    const child = childOf(parentId ?? '', name);
    if (!byName.has(child)) byName.set(child, { key: id, name });
  }
  const of = (unitId: string): UnitPlace => {
    const path: string[] = [];
    for (let unit = known.get(unitId); unit?.parentId; unit = known.get(unit.parentId)) path.unshift(unit.name);
    return { key: unitId, path };
  };
  const endsWith = (whole: readonly string[], end: readonly string[]) =>
    end.length <= whole.length && end.every((name, at) => folded(name) === folded(whole.at(at - end.length) ?? ''));
  return {
    place(path, unitIdNow) {
      const fromTop = folded(path[0] ?? '') === folded(root.name);
      const now = unitIdNow === undefined ? null : of(unitIdNow);
      if (now && !fromTop && path.length > 0 && endsWith(now.path, path)) return now;
      const below = fromTop ? path.slice(1) : path;
      let key = root.id;
      const names: string[] = [];
      for (const name of below) {
        const child = childOf(key, name);
        const found = byName.get(child) ?? { key: `new-${made.length + 1}`, name };
        names.push(found.name);
        if (!byName.has(child)) {
          byName.set(child, found);
          made.push({ key: found.key, parentKey: key, name, path: [...names] });
        }
        key = found.key;
      }
      return { key, path: names };
    },
    of,
    made: () => made,
  };
}
