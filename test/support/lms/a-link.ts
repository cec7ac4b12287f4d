import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { LmsChange, LmsLaunch, LmsLink } from '#recording/lms/lms-link.ts';
import type { RecordingError } from '#recording/recorder.ts';

type Answer = Promise<Result<void, RecordingError>>;

/** An LMS in no standard: keeps the last state, and answers as the test says. */
export function aLink(launch: Partial<LmsLaunch> = {}) {
  const said: string[] = [];
  const life = {
    launch: {
      learnerId: 'q7',
      mode: 'record',
      part: 'whole',
      state: '',
      held: 'nothing',
      languages: [],
      ...launch,
    } as LmsLaunch,
    changes: [] as LmsChange[],
    said,
    answer: async (): Answer => succeed(undefined),
  };
  const link: LmsLink = {
    async begin() {
      said.push('begin');
      return succeed(life.launch);
    },
    write(change) {
      said.push('write');
      life.changes.push(change);
      return life.answer();
    },
    leave(isFinished) {
      said.push(isFinished ? 'leave finished' : 'leave');
      return life.answer();
    },
  };
  return Object.assign(life, { link });
}

export const saysNo = async (): Answer => fail({ code: 'recording.offline' });
export const neverAnswers = (): Answer => new Promise(() => {});
export const breaks = (): Answer => {
  throw new Error('The LMS broke.');
};
