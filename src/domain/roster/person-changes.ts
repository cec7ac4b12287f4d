import type { Listed } from './import.ts';
import type { RosterChanges } from './import-changes.ts';

/** How somebody is to stand on the roster. */
export type PersonWanted = Pick<Listed, 'badge' | 'name' | 'rank' | 'unitId' | 'personId'> & { listed: boolean };

const none: RosterChanges = { units: [], added: [], changed: [], moved: [], returned: [], deactivated: [] };

/** What has to change so that somebody stands as wanted, every old value beside the new one. Duty is said elsewhere. */
export function changesFor(known: Listed | null, wanted: PersonWanted, newOfficerId: string): RosterChanges {
  const { listed, ...person } = wanted;
  if (!known) return { ...none, added: [{ id: newOfficerId, duty: 'on-duty', ...person }] };
  const officerId = known.id;
  const isListed = known.deactivatedAt === null;
  const changed = (['badge', 'name', 'rank', 'personId'] as const).flatMap((field) => {
    const [from, to] = [known[field] ?? '', person[field] ?? ''];
    return from === to ? [] : [{ officerId, field, from, to }];
  });
  return {
    ...none,
    changed,
    moved: known.unitId === person.unitId ? [] : [{ officerId, from: known.unitId, to: person.unitId }],
    returned: listed && !isListed ? [officerId] : [],
    deactivated: !listed && isListed ? [{ officerId, because: 'not-listed' }] : [],
  };
}
