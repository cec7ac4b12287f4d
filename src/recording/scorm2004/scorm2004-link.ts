import type { CoursePack } from '#domain/course/pack.ts';
import type { ExitPreset } from '../lms/exit-preset.ts';
import type { LmsLink } from '../lms/lms-link.ts';
import { type ScormVersion, scormLink } from '../lms/scorm-link.ts';
import type { ScormApi } from '../lms/scorm-talk.ts';
import { interactionOf } from './interaction.ts';
import { timeinterval } from './timeinterval.ts';

/**
 * SCORM 2004 Run-Time Environment. Completion and success are two things here, and both are said only when the quiz is passed;
 * until then completion is "incomplete", success stays unknown, and there is no score and no measure of progress that an LMS
 * could derive either from (RTE 4.2.4, 4.2.22).
 */
const scorm2004: ScormVersion = {
  names: {
    initialize: 'Initialize',
    getValue: 'GetValue',
    setValue: 'SetValue',
    commit: 'Commit',
    lastError: 'GetLastError',
    end: 'Terminate',
  },
  elements: {
    mode: 'cmi.mode',
    learnerId: 'cmi.learner_id',
    language: 'cmi.learner_preference.language',
    place: 'cmi.location',
  },
  heldBy(talk) {
    const completion = talk.get('cmi.completion_status');
    const success = talk.get('cmi.success_status');
    if (success === 'passed') return 'passed';
    if (completion === 'completed' || completion === 'incomplete') return completion;
    return success === 'failed' ? 'incomplete' : 'nothing';
  },
  /** A system may take whatever never spoke of completion for completed. */
  sayIncomplete(talk) {
    talk.set('cmi.completion_status', 'incomplete');
  },
  nextInteraction: (talk) => Number(talk.get('cmi.interactions._count')) || 0,
  interactionOf,
  sayPassed(talk) {
    talk.set('cmi.score.min', '0');
    talk.set('cmi.score.max', '100');
    talk.set('cmi.score.raw', '100');
    talk.set('cmi.score.scaled', '1');
    talk.set('cmi.progress_measure', '1');
    const isCompleted = talk.set('cmi.completion_status', 'completed');
    return talk.set('cmi.success_status', 'passed') && isCompleted;
  },
  /** Terminate commits by itself (RTE 3.1.2.2). */
  sayFarewell(talk, isSuspended) {
    talk.set('cmi.session_time', timeinterval(talk.secondsSinceBegin()));
    talk.set('cmi.exit', isSuspended ? 'suspend' : 'normal');
    return true;
  },
};

export const scorm2004Link = (api: ScormApi, pack: CoursePack, exit: ExitPreset): LmsLink =>
  scormLink(api, pack, exit, scorm2004);
