import type { DeactivatedBecause, Listed, Plan, Roster } from './import.ts';
import type { Officer, Unit } from './roster.ts';

/** What an import did, as the ledger keeps it: every old value beside the new one. */
export type RosterChanges = {
  units: Unit[];
  added: (Officer & { personId: string | null })[];
  changed: { officerId: string; field: 'badge' | 'name' | 'rank' | 'duty' | 'personId'; from: string; to: string }[];
  moved: { officerId: string; from: string; to: string }[];
  returned: string[];
  deactivated: { officerId: string; because: DeactivatedBecause }[];
};

/** The plan with ids for what is new: opaque ones, so that neither a badge nor a name says who a record is about. */
export function changesOf(plan: Plan, makeId: () => string): RosterChanges {
  const made = new Map(plan.units.map(({ key }) => [key, makeId()]));
  const idOf = (key: string) => made.get(key) ?? key;
  return {
    units: plan.units.map(({ key, parentKey, name }) => ({ id: idOf(key), parentId: idOf(parentKey), name })),
    added: plan.added.map(({ badge, name, rank, duty, personId, unit }) => ({
      id: makeId(),
      badge,
      name,
      rank,
      duty,
      personId,
      unitId: idOf(unit.key),
    })),
    changed: plan.changed.map(({ officerId, field, from, to }) => ({ officerId, field, from, to })),
    moved: plan.moved.map(({ officerId, from, to }) => ({ officerId, from: from.key, to: idOf(to.key) })),
    returned: plan.returned.map(({ officerId }) => officerId),
    deactivated: plan.deactivated.map(({ officerId, because }) => ({ officerId, because })),
  };
}

/**
 * The officers that an import touches, as they stand after it, new ones last.
 *
 * @param at ISO 8601, when it happened
 */
export function touchedBy(changes: RosterChanges, officers: readonly Listed[], at: string): Listed[] {
  const touched = new Map<string, Listed>();
  const known = new Map(officers.map((officer) => [officer.id, officer]));
  const set = (id: string, change: Partial<Listed>) => {
    const officer = touched.get(id) ?? known.get(id);
    if (officer) touched.set(id, { ...officer, ...change });
  };
  for (const { officerId, field, to } of changes.changed) set(officerId, { [field]: to });
  for (const { officerId, to } of changes.moved) set(officerId, { unitId: to });
  for (const officerId of changes.returned) set(officerId, { deactivatedAt: null });
  for (const { officerId } of changes.deactivated) set(officerId, { deactivatedAt: at });
  return [...touched.values(), ...changes.added.map((officer) => ({ ...officer, deactivatedAt: null }))];
}

/** The whole roster after an import. */
export function rosterAfter(changes: RosterChanges, { units, officers }: Roster, at: string): Roster {
  const touched = new Map(touchedBy(changes, officers, at).map((officer) => [officer.id, officer]));
  const known = officers.map((officer) => touched.get(officer.id) ?? officer);
  const ids = new Set(officers.map(({ id }) => id));
  return {
    units: [...units, ...changes.units],
    officers: [...known, ...[...touched.values()].filter(({ id }) => !ids.has(id))],
  };
}
