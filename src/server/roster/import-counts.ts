import type { RosterChanges } from '#domain/roster/import-changes.ts';

/** How many officers an import touched, and in what way; `units` were made. */
export type ImportCounts = Record<'units' | 'added' | 'changed' | 'moved' | 'returned' | 'deactivated', number>;

export const countChanges = ({ units, added, changed, moved, returned, deactivated }: RosterChanges): ImportCounts => ({
  units: units.length,
  added: added.length,
  changed: new Set(changed.map(({ officerId }) => officerId)).size,
  moved: moved.length,
  returned: returned.length,
  deactivated: deactivated.length,
});
