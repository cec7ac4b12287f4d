import type { Officer } from '#domain/roster/roster.ts';
import type { Way } from './evidence.ts';
import { lateSquad, rootUnit, triedSquad } from './roster.ts';

const done = { acknowledges: true, quiz: 'passed' } as const;

const alone: Record<string, Way> = {
  done: { film: 'alone', ...done },
  doneAfterFault: { film: 'alone', acknowledges: true, quiz: 'one-fault' },
  watching: { film: 'half', acknowledges: false, quiz: 'none' },
  policy: { film: 'alone', acknowledges: false, quiz: 'none' },
  deciding: { film: 'alone', acknowledges: true, quiz: 'begun' },
  needsTalk: { film: 'alone', acknowledges: true, quiz: 'needs-talk' },
};
const afterRollCall: Record<string, Way> = {
  done: { film: 'roll-call', ...done },
  doneAfterFault: { film: 'roll-call', acknowledges: true, quiz: 'one-fault' },
  deciding: { film: 'roll-call', acknowledges: true, quiz: 'begun' },
  needsTalk: { film: 'roll-call', acknowledges: true, quiz: 'needs-talk' },
};

/** Squads that saw the film at roll call: every second district's day shift, and two at night. */
export const metAtRollCall = (unitId: string): boolean =>
  /^district-[2468]-day-a$/.test(unitId) || unitId === 'district-3-night-a' || unitId === 'district-5-night-a';

/** By place in the squad, the sergeant first; null has not opened the course. */
const atRollCall = ['done', 'done', 'doneAfterFault', 'done', 'deciding', 'done', 'done', null];
const atRollCallSlow = ['done', 'doneAfterFault', null, 'done', 'needsTalk', null, 'deciding', 'done'];
const byThemselves = ['done', 'done', 'watching', 'doneAfterFault', 'policy', 'done', null, 'deciding'];
const slow = ['done', null, 'watching', 'needsTalk', null, 'policy', null, 'done'];
/** The squad that is tried stands at the beginning, but for one who needs a talk with its sergeant. */
const tried = [null, null, null, null, null, 'needsTalk', null, null];
const late = ['policy', null, 'watching', null, null, 'deciding', null, 'watching'];

/** What one officer of the demo has done by now, or null. */
export function wayOf(officer: Officer, place: number): Way | null {
  if (officer.duty !== 'on-duty') return null;
  if (officer.unitId === triedSquad) return alone[tried[place] ?? ''] ?? null;
  if (officer.unitId === rootUnit) return alone.done ?? null;
  if (officer.unitId === lateSquad) return alone[late[place] ?? ''] ?? null;
  if (metAtRollCall(officer.unitId)) {
    const plan = officer.unitId.includes('night') ? atRollCallSlow : atRollCall;
    return afterRollCall[plan[place] ?? ''] ?? null;
  }
  if (!/^(district-\d-(day|night)|investigations-)/.test(officer.unitId)) return null;
  return alone[(officer.unitId.includes('night') ? slow : byThemselves)[place] ?? ''] ?? null;
}
