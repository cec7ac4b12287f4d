import type { CoursePack } from '#domain/course/pack.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { Shelf } from '../outbox-shelf.ts';
import { isPassing, type Opening, type Recorder, type RecordingError, type Sending } from '../recorder.ts';
import { onWakes } from '../wakes.ts';
import { answerWithin } from './answer-within.ts';
import type { LmsChange, LmsLaunch, LmsLink } from './lms-link.ts';
import { onPageGoing } from './page-going.ts';
import {
  attemptAtLaunch,
  completeAtLaunch,
  count,
  type Learning,
  noProgress,
  type Progress,
  trainingOf,
} from './progress.ts';
import { lineOf, progressIn } from './progress-line.ts';
import { asLmsItem } from './told-to-lms.ts';
import { agencyOf, nothingUnconfirmed, openUnconfirmed } from './unconfirmed.ts';

export type LmsRecorder = Recorder & {
  /** What the LMS said at the launch; null before it has. */
  launch(): LmsLaunch | null;
  /**
   * Writes what waits and ends the conversation. `not-saved`: the LMS has not confirmed everything, and the conversation goes
   * on, unless it was to end `anyway`.
   */
  leave(anyway?: 'anyway'): Promise<'saved' | 'not-saved'>;
};

export type LmsRecorderOptions = {
  /** SCORM ends with the page. A cmi5 session outlives a reload, and nothing may be said after its end. */
  endsWithPage: boolean;
  openShelf?: () => Promise<Shelf>;
  pace?: { patienceMilliseconds: number; firstRetryMilliseconds: number; longestRetryMilliseconds: number };
};

const usualPace = { patienceMilliseconds: 15_000, firstRetryMilliseconds: 2_000, longestRetryMilliseconds: 60_000 };

/**
 * Evidence to any LMS. The recorder knows what the evidence means and remembers it as one line; the link knows how to say it in
 * one standard. What the LMS has not confirmed lies on this device (in memory, and said to be `fleeting`, where a frame may
 * keep nothing), so that a lost network, a killed tab and a relaunch lose nothing. Each decision and each report of the film
 * is written at once; what fails is tried again with growing pauses, and at the next item.
 */
export function lmsRecorder(link: LmsLink, pack: CoursePack, options: LmsRecorderOptions): LmsRecorder {
  const pace = options.pace ?? usualPace;
  const listeners = new Set<(sending: Sending) => void>();
  let launch: LmsLaunch | null = null;
  let beginning: Promise<Result<void, RecordingError>> | null = null;
  let progress: Progress = noProgress;
  let waiting = nothingUnconfirmed;
  /** Progress has moved without an item: a new attempt, or a completion that the LMS did not get to hear. */
  let isUnsaid = false;
  let isKept = false;
  let isLeft = false;
  let problem: RecordingError | null = null;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let stopWaking = () => {};

  /** One call to the LMS at a time. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  }
  const patiently = <T>(ask: () => Promise<Result<T, RecordingError>>) => answerWithin(pace.patienceMilliseconds, ask);

  const learning = (): Learning => ({ pack, learnerId: launch?.learnerId ?? '', part: launch?.part ?? 'whole' });
  const isRecording = () => launch?.mode === 'record' && !isHeldComplete(launch);
  const hasNews = () => isRecording() && !isKept && (waiting.items().length > 0 || isUnsaid);
  const trainingNow = () => trainingOf(learning(), progress, isKept);

  function publish(): void {
    const sending = sendingNow();
    for (const listen of listeners) listen(sending);
  }
  const sendingNow = (): Sending => ({
    waiting: waiting.items().length,
    problem,
    training: launch && trainingNow(),
    fleeting: !isKept && !waiting.isDurable(),
  });

  const begin = (): Promise<Result<void, RecordingError>> => {
    beginning ??= inTurn(() => patiently(() => link.begin())).then(async (answer) => {
      if (!answer.ok) {
        beginning = null;
        return answer;
      }
      await takeUp(answer.value);
      return succeed(undefined);
    });
    return beginning;
  };

  async function takeUp(begun: LmsLaunch): Promise<void> {
    launch = begun;
    if (options.endsWithPage) onPageGoing(endWithPage);
    const known = progressIn(learning(), begun.state);
    progress = known ?? noProgress;
    if (isHeldComplete(begun)) {
      // Never lowered, and never written again. When it was is known only if the LMS kept our line.
      progress = { ...progress, completedAt: progress.completedAt ?? '' };
      isKept = true;
      return;
    }
    if (begun.mode === 'practice') {
      isKept = progress.completedAt !== null;
      return;
    }
    waiting = await openUnconfirmed(begun, pack.editionHash, options.openShelf);
    progress = waiting.items().reduce((before, item) => count(learning(), before, item), progress);
    const counted = completeAtLaunch(learning(), progress, new Date().toISOString());
    const opened = attemptAtLaunch(learning(), counted);
    isUnsaid = opened !== progress || progress.completedAt !== null;
    progress = opened;
    stopWaking = onWakes(() => void (problem && isPassing(problem) && inTurn(writeAll)));
  }

  const changeNow = (): LmsChange => ({
    state: lineOf(learning(), progress),
    items: waiting.items().map((item) => asLmsItem(pack, item)),
    training: trainingOf(learning(), progress, true),
  });

  /** @returns whether the LMS has confirmed everything */
  async function writeAll(): Promise<boolean> {
    clearTimeout(retry);
    while (hasNews() && !isLeft) {
      const sent = waiting.items();
      const change = changeNow();
      isUnsaid = false;
      const answer = await patiently(() => link.write(change));
      if (!answer.ok) {
        isUnsaid = true;
        hinder(answer.error);
        return false;
      }
      isKept = change.training.completion !== null;
      // After a completion nothing more is owed or told, whatever came meanwhile.
      const told = isKept ? waiting.items() : sent;
      problem = null;
      failures = 0;
      await waiting.drop(told);
      publish();
    }
    return !hasNews();
  }

  function hinder(by: RecordingError): void {
    problem = by;
    publish();
    if (!isPassing(by)) return;
    retry = setTimeout(
      () => void inTurn(writeAll),
      Math.min(pace.longestRetryMilliseconds, pace.firstRetryMilliseconds * 2 ** failures),
    );
    failures += 1;
  }

  /** A page that is going waits for no answer: both calls are begun at once, and a SCORM API has then heard them. */
  function endWithPage(): void {
    if (!launch || isLeft) return;
    if (hasNews()) void link.write(changeNow()).catch(() => undefined);
    isLeft = true;
    void link.leave(isKept).catch(() => undefined);
  }

  const openingNow = (at: LmsLaunch): Opening => ({
    learnerId: at.learnerId,
    agencyId: agencyOf(at),
    mode: at.mode,
    pack,
    training: trainingNow(),
    part: at.part,
    opensAnewNextTime: true,
  });

  return {
    launch: () => launch,
    async open() {
      const begun = await begin();
      if (!begun.ok) return begun;
      await inTurn(writeAll);
      publish();
      return launch ? succeed(openingNow(launch)) : fail({ code: 'recording.offline' });
    },
    async submit(item) {
      if (!launch || isLeft) return fail({ code: 'recording.offline' });
      if (isKept) return succeed({ kept: 'waiting' });
      // Counted at once, so that a page which is just being closed still takes it along.
      progress = count(learning(), progress, item);
      if (isRecording()) {
        const kept = waiting.add(item);
        publish();
        await kept;
        void inTurn(writeAll);
      } else publish();
      return succeed({ kept: 'waiting' });
    },
    onSending(listen) {
      listeners.add(listen);
      listen(sendingNow());
      return () => void listeners.delete(listen);
    },
    flush: async () => void (await inTurn(writeAll)),
    async leave(anyway) {
      const isSaved = await inTurn(writeAll);
      if ((!isSaved && !anyway) || isLeft) return isSaved ? 'saved' : 'not-saved';
      clearTimeout(retry);
      isLeft = true;
      await inTurn(() => patiently(() => link.leave(isKept)));
      return isSaved ? 'saved' : 'not-saved';
    },
    async close() {
      clearTimeout(retry);
      stopWaking();
      listeners.clear();
      await waiting.close();
    },
  };
}

/** The whole course, or the unit that was launched, counts as done in the LMS already. */
const isHeldComplete = ({ held, part }: LmsLaunch): boolean =>
  held === 'passed' || (part === 'film' && held === 'completed');
