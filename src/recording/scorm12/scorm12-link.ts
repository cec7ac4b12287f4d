import type { CoursePack } from '#domain/course/pack.ts';
import { fail, succeed } from '#domain/shared/result.ts';
import { type ExitPreset, suspends } from '../lms/exit-preset.ts';
import { learnerLanguages } from '../lms/learner-languages.ts';
import type { LmsChange, LmsLaunch, LmsLink } from '../lms/lms-link.ts';
import { learnerIdOf } from '../lms/opaque-id.ts';
import { type ScormApi, scormTalk } from '../lms/scorm-talk.ts';
import { interactionOf } from './interaction.ts';
import { timespan } from './timespan.ts';

const names = {
  initialize: 'LMSInitialize',
  getValue: 'LMSGetValue',
  setValue: 'LMSSetValue',
  commit: 'LMSCommit',
  lastError: 'LMSGetLastError',
  end: 'LMSFinish',
};
const offline = fail({ code: 'recording.offline' } as const);

/**
 * SCORM 1.2 Run-Time Environment. "passed" is its only word for success and for completion; until the quiz is passed nothing
 * but "incomplete" is reported, and no score: with a mastery score an LMS would judge by that at LMSFinish (RTE 3.4.4).
 */
export function scorm12Link(api: ScormApi, pack: CoursePack, exit: ExitPreset): LmsLink {
  const talk = scormTalk(api, names);
  const told = new Set<string>();
  let launch: LmsLaunch | null = null;
  let next: number | null = null;

  function beginNow(): LmsLaunch {
    const mode = talk.get('cmi.core.lesson_mode');
    const status = talk.get('cmi.core.lesson_status');
    const begun: LmsLaunch = {
      learnerId: learnerIdOf(talk.get('cmi.core.student_id')),
      mode: mode === 'browse' || mode === 'review' ? 'practice' : 'record',
      part: 'whole',
      state: talk.get('cmi.suspend_data'),
      held: heldBy(status),
      languages: learnerLanguages(talk.get('cmi.student_preference.language')),
    };
    // Some systems turn "not attempted" into "completed" when we leave: opening and closing must never complete.
    if (begun.mode === 'record' && begun.held === 'nothing') {
      talk.set('cmi.core.lesson_status', 'incomplete');
      talk.commit();
    }
    return begun;
  }

  /** Appended and never read: interactions are write-only (error 404), so the count at the launch is counted on here. */
  function tell({ items }: LmsChange): void {
    for (const { item } of items) {
      if (item.kind !== 'decided' || told.has(item.id)) continue;
      next ??= placeForInteractions();
      if (next === null) continue;
      const n = next;
      const taken = interactionOf(pack, item).map(([element, value]) =>
        talk.set(`cmi.interactions.${n}.${element}`, value),
      );
      if (!taken[0]) continue;
      told.add(item.id);
      next += 1;
    }
  }

  /** Optional in this version: null where the LMS keeps none. */
  const placeForInteractions = (): number | null =>
    talk.get('cmi.interactions._children').includes('id') ? Number(talk.get('cmi.interactions._count')) || 0 : null;

  function pass(): boolean {
    talk.set('cmi.core.score.min', '0');
    talk.set('cmi.core.score.max', '100');
    talk.set('cmi.core.score.raw', '100');
    return talk.set('cmi.core.lesson_status', 'passed');
  }

  return {
    async begin() {
      if (!talk.begin()) return offline;
      launch ??= beginNow();
      return succeed(launch);
    },
    async write(change) {
      if (launch?.mode === 'practice') return succeed(undefined);
      if (!launch || !talk.isOpen()) return offline;
      tell(change);
      talk.set('cmi.core.lesson_location', change.training.standing);
      const isTaken = talk.set('cmi.suspend_data', change.state);
      const isPassed = change.training.completion === null || launch.held === 'passed' || pass();
      return talk.commit() && isTaken && isPassed ? succeed(undefined) : offline;
    },
    async leave(isFinished) {
      if (!launch || talk.hasEnded()) return succeed(undefined);
      let isKept = true;
      if (launch.mode === 'record') {
        talk.set('cmi.core.session_time', timespan(talk.secondsSinceBegin()));
        talk.set('cmi.core.exit', suspends(exit, isFinished) ? 'suspend' : '');
        // LMSFinish promises no commit of its own in this version.
        isKept = talk.commit();
      }
      return talk.end() && isKept ? succeed(undefined) : offline;
    },
  };
}

function heldBy(status: string): LmsLaunch['held'] {
  if (status === 'passed' || status === 'completed') return status;
  return status === 'incomplete' || status === 'failed' ? 'incomplete' : 'nothing';
}
