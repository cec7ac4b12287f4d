import type { CoursePack } from '#domain/course/pack.ts';
import { fail, succeed } from '#domain/shared/result.ts';
import { type ExitPreset, suspends } from '../lms/exit-preset.ts';
import { learnerLanguages } from '../lms/learner-languages.ts';
import type { LmsChange, LmsLaunch, LmsLink } from '../lms/lms-link.ts';
import { learnerIdOf } from '../lms/opaque-id.ts';
import { type ScormApi, scormTalk } from '../lms/scorm-talk.ts';
import { interactionOf } from './interaction.ts';
import { timeinterval } from './timeinterval.ts';

const names = {
  initialize: 'Initialize',
  getValue: 'GetValue',
  setValue: 'SetValue',
  commit: 'Commit',
  lastError: 'GetLastError',
  end: 'Terminate',
};
const offline = fail({ code: 'recording.offline' } as const);

/**
 * SCORM 2004 Run-Time Environment. Completion and success are two things here, and both are said only when the quiz is passed;
 * until then completion is "incomplete", success stays unknown, and there is no score and no measure of progress that an LMS
 * could derive either from (RTE 4.2.4, 4.2.22).
 */
export function scorm2004Link(api: ScormApi, pack: CoursePack, exit: ExitPreset): LmsLink {
  const talk = scormTalk(api, names);
  const told = new Set<string>();
  let launch: LmsLaunch | null = null;
  let next: number | null = null;

  function beginNow(): LmsLaunch {
    const mode = talk.get('cmi.mode');
    const begun: LmsLaunch = {
      learnerId: learnerIdOf(talk.get('cmi.learner_id')),
      mode: mode === 'browse' || mode === 'review' ? 'practice' : 'record',
      part: 'whole',
      state: talk.get('cmi.suspend_data'),
      held: heldBy(talk.get('cmi.completion_status'), talk.get('cmi.success_status')),
      languages: learnerLanguages(talk.get('cmi.learner_preference.language')),
    };
    // A system may take whatever never spoke of completion for completed.
    if (begun.mode === 'record' && begun.held === 'nothing') {
      talk.set('cmi.completion_status', 'incomplete');
      talk.commit();
    }
    return begun;
  }

  /** Appended, each decision once; what the LMS said "false" to comes again with the next write. */
  function tell({ items }: LmsChange): void {
    for (const { item } of items) {
      if (item.kind !== 'decided' || told.has(item.id)) continue;
      next ??= Number(talk.get('cmi.interactions._count')) || 0;
      const n = next;
      const taken = interactionOf(pack, item).map(([element, value]) =>
        talk.set(`cmi.interactions.${n}.${element}`, value),
      );
      if (!taken[0]) continue;
      told.add(item.id);
      next += 1;
    }
  }

  function pass(): boolean {
    talk.set('cmi.score.min', '0');
    talk.set('cmi.score.max', '100');
    talk.set('cmi.score.raw', '100');
    talk.set('cmi.score.scaled', '1');
    talk.set('cmi.progress_measure', '1');
    const isCompleted = talk.set('cmi.completion_status', 'completed');
    return talk.set('cmi.success_status', 'passed') && isCompleted;
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
      talk.set('cmi.location', change.training.standing);
      const isTaken = talk.set('cmi.suspend_data', change.state);
      const isPassed = change.training.completion === null || launch.held === 'passed' || pass();
      return talk.commit() && isTaken && isPassed ? succeed(undefined) : offline;
    },
    async leave(isFinished) {
      if (!launch || talk.hasEnded()) return succeed(undefined);
      if (launch.mode === 'record') {
        talk.set('cmi.session_time', timeinterval(talk.secondsSinceBegin()));
        talk.set('cmi.exit', suspends(exit, isFinished) ? 'suspend' : 'normal');
      }
      // Terminate commits by itself (RTE 3.1.2.2).
      return talk.end() ? succeed(undefined) : offline;
    },
  };
}

function heldBy(completion: string, success: string): LmsLaunch['held'] {
  if (success === 'passed') return 'passed';
  if (completion === 'completed' || completion === 'incomplete') return completion;
  return success === 'failed' ? 'incomplete' : 'nothing';
}
