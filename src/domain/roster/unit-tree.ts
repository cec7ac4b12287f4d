import type { Unit } from './roster.ts';

/** The unit and all above it, up to the agency. */
export function lineage(unitId: string, units: ReadonlyMap<string, Unit>): string[] {
  const line: string[] = [];
  for (let unit = units.get(unitId); unit && !line.includes(unit.id); unit = units.get(unit.parentId ?? '')) {
    line.push(unit.id);
  }
  return line;
}

/** The unit and all below it. */
export const subtree = (unitId: string, units: ReadonlyMap<string, Unit>): string[] =>
  [...units.keys()].filter((id) => lineage(id, units).includes(unitId));

/**
 * Where a unit stands, for lists in which several have a "Squad A": the names from below the agency down, or the agency's own
 * for people at its top. "" for a unit that is not there.
 */
export function unitPath(unitId: string, units: ReadonlyMap<string, Unit>): string {
  const names = lineage(unitId, units).map((id) => units.get(id)?.name ?? '');
  return (names.length > 1 ? names.slice(0, -1) : names).reverse().join(' / ');
}
