import type { Opening } from '#recording/recorder.ts';

/** Where the officer was on this device, by learner and edition. Opaque ids; nothing of it is evidence. */
export type ModulePlace = { positionSeconds: number | null };

const nowhere: ModulePlace = { positionSeconds: null };

export function placeInModule({ learnerId, pack }: Opening) {
  const keptAs = `muster.place:${learnerId}:${pack.editionHash.slice(0, 16)}`;
  const read = (): ModulePlace => {
    try {
      return { ...nowhere, ...(JSON.parse(localStorage.getItem(keptAs) ?? '{}') as Partial<ModulePlace>) };
    } catch {
      return nowhere;
    }
  };
  return {
    read,
    keep(changes: Partial<ModulePlace>) {
      try {
        localStorage.setItem(keptAs, JSON.stringify({ ...read(), ...changes }));
      } catch {
        // A full or forbidden storage costs the exact second, nothing that is recorded.
      }
    },
  };
}
