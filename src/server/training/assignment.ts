import { windowEnd } from '#domain/completion/window.ts';
import { lineage } from '#domain/roster/unit-tree.ts';
import { type Assignment, type Frame, readFounded, readFrame } from '../agency/frame.ts';
import type { Editions } from '../course/editions.ts';
import type { Asking } from '../db/open.ts';

/** All editions ever asked for, the current one last. */
export const readAssignments = async (asking: Asking): Promise<readonly Assignment[]> =>
  (await readFrame(asking))?.assignments ?? [];

/** What is the same for every officer when standings are worked out. */
export type Window = Pick<Frame, 'assignments' | 'timeZone'> & {
  current: Assignment;
  /** End of the window of that edition for an officer of that unit, Unix time in milliseconds. */
  dueAt: (editionHash: string, unitId: string) => number;
};

export async function readWindow(asking: Asking, editions: Editions): Promise<Window> {
  return windowOf(await readFounded(asking), editions);
}

export function windowOf({ assignments, windows, units, timeZone }: Frame, editions: Editions): Window {
  const current = assignments.at(-1);
  if (!current) throw new Error('An installation adopts a course when it is founded.');
  const dueByKey = new Map<string, number>();

  const startOf = (editionHash: string, unitId: string) => {
    const own = windows.filter((each) => each.editionHash === editionHash);
    const nearest = lineage(unitId, units).flatMap((id) => own.find((each) => each.unitId === id) ?? [])[0];
    const adopted = assignments.findLast((each) => each.editionHash === editionHash) ?? current;
    return nearest?.startsOn ?? adopted.startsOn;
  };
  return {
    assignments,
    current,
    timeZone,
    dueAt(editionHash, unitId) {
      const key = `${editionHash} ${unitId}`;
      const known = dueByKey.get(key);
      if (known !== undefined) return known;
      const { windowDays } = editions.get(editionHash).course;
      const due = windowEnd(startOf(editionHash, unitId), windowDays, timeZone);
      dueByKey.set(key, due);
      return due;
    },
  };
}
