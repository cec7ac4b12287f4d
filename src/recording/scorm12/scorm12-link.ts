import type { CoursePack } from '#domain/course/pack.ts';
import type { ExitPreset } from '../lms/exit-preset.ts';
import type { LmsLink } from '../lms/lms-link.ts';
import { type ScormVersion, scormLink } from '../lms/scorm-link.ts';
import type { ScormApi } from '../lms/scorm-talk.ts';
import { interactionOf } from './interaction.ts';
import { timespan } from './timespan.ts';

/**
 * SCORM 1.2 Run-Time Environment. "passed" is its only word for success and for completion; until the quiz is passed nothing
 * but "incomplete" is reported, and no score: with a mastery score an LMS would judge by that at LMSFinish (RTE 3.4.4).
 */
const scorm12: ScormVersion = {
  names: {
    initialize: 'LMSInitialize',
    getValue: 'LMSGetValue',
    setValue: 'LMSSetValue',
    commit: 'LMSCommit',
    lastError: 'LMSGetLastError',
    end: 'LMSFinish',
  },
  elements: {
    mode: 'cmi.core.lesson_mode',
    learnerId: 'cmi.core.student_id',
    language: 'cmi.student_preference.language',
    place: 'cmi.core.lesson_location',
  },
  heldBy(talk) {
    const status = talk.get('cmi.core.lesson_status');
    if (status === 'passed' || status === 'completed') return status;
    return status === 'incomplete' || status === 'failed' ? 'incomplete' : 'nothing';
  },
  /** Some systems turn "not attempted" into "completed" when we leave. */
  sayIncomplete(talk) {
    talk.set('cmi.core.lesson_status', 'incomplete');
  },
  /** Optional in this version, and write-only (error 404): the count at the launch is counted on. */
  nextInteraction: (talk) =>
    talk.get('cmi.interactions._children').includes('id') ? Number(talk.get('cmi.interactions._count')) || 0 : null,
  interactionOf,
  sayPassed(talk) {
    talk.set('cmi.core.score.min', '0');
    talk.set('cmi.core.score.max', '100');
    talk.set('cmi.core.score.raw', '100');
    return talk.set('cmi.core.lesson_status', 'passed');
  },
  sayFarewell(talk, isSuspended) {
    talk.set('cmi.core.session_time', timespan(talk.secondsSinceBegin()));
    talk.set('cmi.core.exit', isSuspended ? 'suspend' : '');
    // LMSFinish promises no commit of its own in this version.
    return talk.commit();
  },
};

export const scorm12Link = (api: ScormApi, pack: CoursePack, exit: ExitPreset): LmsLink =>
  scormLink(api, pack, exit, scorm12);
