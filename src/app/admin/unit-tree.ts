type Unit = { unitId: string; parentId: string | null; name: string; officers: number };

/** A unit where it stands: how deep below the agency, and by which names it is reached. */
export type PlacedUnit = Unit & { depth: number; path: string };

/** From the agency down, each unit before those below it. */
export function inTreeOrder(units: readonly Unit[]): PlacedUnit[] {
  const below = Map.groupBy(units, ({ parentId }) => parentId);
  const walk = (parentId: string | null, depth: number, above: string): PlacedUnit[] =>
    (below.get(parentId) ?? []).flatMap((unit) => {
      const path = depth === 0 ? unit.name : depth === 1 ? unit.name : `${above} / ${unit.name}`;
      return [{ ...unit, depth, path }, ...walk(unit.unitId, depth + 1, depth === 0 ? '' : path)];
    });
  return walk(null, 0, '');
}
