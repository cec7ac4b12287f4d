import type { Window } from '#domain/completion/obligation.ts';
import { windowEnd } from '#domain/completion/window.ts';
import { lineage } from '#domain/roster/unit-tree.ts';
import { type Assignment, type Frame, readFounded, readFrame } from '../agency/frame.ts';
import type { Editions } from '../course/editions.ts';
import type { Asking } from '../db/open.ts';

/** All editions ever asked for, the current one last. */
export const readAssignments = async (asking: Asking): Promise<readonly Assignment[]> =>
  (await readFrame(asking))?.assignments ?? [];

/** What is the same for every officer when standings are worked out. */
export type Windows = Pick<Frame, 'assignments' | 'timeZone'> & {
  current: Assignment;
  /** The days of that edition for officers of that unit; `owes: false`: the unit was never asked. */
  of: (editionHash: string, unitId: string) => Window & { owes: boolean };
  /** Their last millisecond for who was never away, Unix time. */
  endOf: (editionHash: string, unitId: string) => number;
};

export const readWindows = async (asking: Asking, editions: Editions): Promise<Windows> =>
  windowsOf(await readFounded(asking), editions);

/** The nearest unit that has days of its own says them, or else the agency. */
export function windowsOf({ assignments, windows, units, timeZone }: Frame, editions: Editions): Windows {
  const current = assignments.at(-1);
  if (!current) throw new Error('An installation adopts a course when it is founded.');
  const known = new Map<string, Window & { owes: boolean }>();

  const find = (editionHash: string, unitId: string) => {
    const own = windows.filter((each) => each.editionHash === editionHash);
    const nearest = lineage(unitId, units).flatMap((id) => own.find((each) => each.unitId === id) ?? [])[0];
    const adopted = assignments.findLast((each) => each.editionHash === editionHash) ?? current;
    return {
      startsOn: nearest?.startsOn ?? adopted.startsOn,
      days: nearest?.days ?? editions.get(editionHash).course.windowDays,
      owes: nearest?.owes ?? true,
    };
  };
  const of = (editionHash: string, unitId: string) => {
    const key = `${editionHash} ${unitId}`;
    const window = known.get(key) ?? find(editionHash, unitId);
    known.set(key, window);
    return window;
  };
  return {
    assignments,
    current,
    timeZone,
    of,
    endOf(editionHash, unitId) {
      const { startsOn, days } = of(editionHash, unitId);
      return windowEnd(startsOn, days, timeZone);
    },
  };
}
