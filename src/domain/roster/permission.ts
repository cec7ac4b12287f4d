import type { Grant, Role, Unit } from './roster.ts';
import { lineage } from './unit-tree.ts';

/** Who asks, and how they proved who they are: a PIN opens check-in, training and what a sergeant does at roll call. */
export type Actor = { officerId: string; grants: readonly Grant[]; proof: 'pin' | 'password' };

export const actions = [
  'run-roll-call',
  'see-squad-owes',
  'record-talk',
  'set-duty',
  'vouch',
  'name-acting',
  'see-report',
  'see-path',
  'review-watching',
  'exempt',
  'credit',
  'record-paper',
  'import-completions',
  'import-roster',
  'keep-roster',
  'grant-roles',
  'print-slips',
  'set-window',
  'set-up-agency',
  'purge-records',
] as const;
export type Action = (typeof actions)[number];

const allowed: Record<Action, { roles: readonly Role[]; pinSuffices: boolean }> = {
  'run-roll-call': { roles: ['supervisor'], pinSuffices: true },
  'see-squad-owes': { roles: ['supervisor'], pinSuffices: true },
  'record-talk': { roles: ['supervisor'], pinSuffices: true },
  // Leave, and who is back: whoever leads the squad knows it first.
  'set-duty': { roles: ['supervisor', 'commander', 'training', 'administrator'], pinSuffices: true },
  // Face to face, at the first quiz or for a forgotten PIN.
  vouch: { roles: ['supervisor'], pinSuffices: true },
  // For one shift, by whoever leads the unit.
  'name-acting': { roles: ['supervisor', 'commander', 'administrator'], pinSuffices: true },
  'see-report': { roles: ['commander', 'training', 'administrator'], pinSuffices: false },
  // Design "Who sees the path": the officer, and the training unit with a logged reason; never commanders.
  'see-path': { roles: ['training'], pinSuffices: false },
  // What could not have been watched is looked at by people who train, before anybody is asked about it; never by commanders.
  'review-watching': { roles: ['training'], pinSuffices: false },
  exempt: { roles: ['training', 'administrator'], pinSuffices: false },
  // Takes two: one says it, another of these confirms it.
  credit: { roles: ['commander', 'training', 'administrator'], pinSuffices: false },
  'record-paper': { roles: ['training', 'administrator'], pinSuffices: false },
  // Asked of the whole agency: an export of an LMS is about everybody who learns there.
  'import-completions': { roles: ['training', 'administrator'], pinSuffices: false },
  // Asked of the whole agency: a list says who is on it and who is not.
  'import-roster': { roles: ['administrator'], pinSuffices: false },
  'keep-roster': { roles: ['administrator'], pinSuffices: false },
  'grant-roles': { roles: ['administrator'], pinSuffices: false },
  'print-slips': { roles: ['administrator'], pinSuffices: false },
  'set-window': { roles: ['administrator'], pinSuffices: false },
  // Asked of the whole agency too: its name, its order, its settings.
  'set-up-agency': { roles: ['administrator'], pinSuffices: false },
  // Asked of the whole agency too, and at its terminal only.
  'purge-records': { roles: ['administrator'], pinSuffices: false },
};

/** May the actor do this to that unit? Own training needs no grant and is not asked here. */
export function isAllowed(actor: Actor, action: Action, unitId: string, units: ReadonlyMap<string, Unit>): boolean {
  const { roles, pinSuffices } = allowed[action];
  if (!pinSuffices && actor.proof === 'pin') return false;
  const above = lineage(unitId, units);
  return actor.grants.some((grant) => roles.includes(grant.role) && above.includes(grant.unitId));
}

/** Does the actor hold this right anywhere? Decides which doors a screen shows, never what it may read. */
export const isAllowedSomewhere = (actor: Actor, action: Action): boolean =>
  (allowed[action].pinSuffices || actor.proof !== 'pin') &&
  actor.grants.some((grant) => allowed[action].roles.includes(grant.role));
