import type { Course } from '../course/course.ts';
import type { Film } from '../course/storyboard.ts';
import { counted } from '../coverage/watching.ts';
import type { Standing } from './completion.ts';
import { type Evidence, hasSeen } from './decide-completion.ts';

/**
 * What is held of an officer who may not have opened the course: a roll call can witness the film before that, and whoever
 * took the course along has an account of watching without having opened anything.
 */
export type EvidenceSoFar = Omit<Evidence, 'watching'> & {
  watching: Evidence['watching'] | null;
  opened: boolean;
};

const nothingWatched: Evidence['watching'] = {
  allowanceSeconds: 0,
  plausibleSeconds: 0,
  timedAt: 0,
  proved: [],
  reported: [],
  toReview: [],
};

export const asEvidence = (held: EvidenceSoFar): Evidence => ({ ...held, watching: held.watching ?? nothingWatched });

/** Where an officer stands who has not completed: the first thing owed, in the order of the screens. */
export function standingOf(
  course: Pick<Course, 'passRule'>,
  film: Pick<Film, 'durationSeconds' | 'cues'>,
  held: EvidenceSoFar,
): Standing {
  if (!held.opened && held.witnessed.length === 0) return 'not-opened';
  if (!hasSeen(course, film, counted(asEvidence(held).watching, held.witnessed))) return 'watching';
  if (!held.acknowledged) return 'policy';
  return held.quiz === 'needs-talk' ? 'needs-talk' : 'deciding';
}
