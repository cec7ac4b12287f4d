import type { EvidenceItem } from '#domain/completion/evidence.ts';
import type { Training } from '#domain/completion/training.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { attemptSeed, type QuizDecision, replayQuiz } from '#domain/scenario/quiz.ts';
import { decisionOf, openOptions, rulingOf, verdictOn } from '#domain/scenario/run.ts';
import { newId } from '#domain/shared/id.ts';
import { cmi5Link } from '#recording/cmi5/cmi5-link.ts';
import { type LmsRecorder, lmsRecorder } from '#recording/lms/lms-recorder.ts';
import { memoryShelf } from '#recording/outbox-shelf.ts';
import type { Opening, RecordingError, Sending } from '#recording/recorder.ts';
import type { Cmi5Lms } from './a-cmi5-lms.ts';
import type { Launch } from './launching.ts';

/** The storage of one tab: it outlives a reload, not the tab. */
export function aTabShelf() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

const pace = { patienceMilliseconds: 5_000, firstRetryMilliseconds: 40, longestRetryMilliseconds: 80 };

/** One officer at one device, before the unit that an LMS opened: the real recorder and link, the screens' items. */
export function aUnit(lms: Cmi5Lms, pack: CoursePack) {
  const device = memoryShelf();
  let tab = aTabShelf();
  let clock = Date.parse('2026-11-22T12:00:00.000Z');
  let opened = lms.launch();
  let recorder: LmsRecorder | null = null;
  let remembered: LmsRecorder | null = null;
  let sending: Sending | null = null;
  let training: Training | null = null;
  const unit = {
    session: opened.session,
    sessions: [] as (typeof opened.session)[],
    returnedTo: null as string | null,
    opening: null as Opening | null,
    problem: null as RecordingError | null,
    launchedAs: () => recorder?.launch() ?? null,
    sending: () => sending,
    now: () => clock,
    address: () => opened.address,
    tab: () => tab,

    launch(given: Launch = {}) {
      opened = lms.launch(given);
      unit.session = opened.session;
      unit.sessions.push(opened.session);
      unit.load();
    },
    load() {
      void recorder?.close();
      const browser = {
        fetch: (...request: Parameters<typeof fetch>) => fetch(...request),
        shelf: tab,
        goTo: (address: string) => {
          unit.returnedTo = address;
        },
        now: () => clock,
      };
      const link = cmi5Link(opened.address, pack, browser);
      recorder = lmsRecorder(link, pack, { endsWithPage: false, openShelf: async () => device, pace });
      recorder.onSending((next) => {
        sending = next;
        training = next.training ?? training;
      });
    },
    killTab() {
      tab = aTabShelf();
    },
    async begin() {
      const answer = (await recorder?.open()) ?? null;
      unit.opening = answer?.ok ? answer.value : null;
      unit.problem = answer && !answer.ok ? answer.error : null;
      training = unit.opening?.training ?? training;
    },
    async submit(item: Partial<EvidenceItem> & { kind: EvidenceItem['kind'] }) {
      clock += 10_000;
      const common = { editionHash: pack.editionHash, deviceAt: new Date(clock).toISOString() };
      const id = newId(clock, (bytes) => crypto.getRandomValues(bytes));
      await recorder?.submit({ id, ...common, ...item } as EvidenceItem);
      await recorder?.flush();
    },
    watch: (...stretches: [from: number, to: number][]) =>
      unit.submit({
        kind: 'watched',
        stretches: stretches.map(([fromSeconds, toSeconds]) => ({ fromSeconds, toSeconds, rate: 1 })),
        narration: 'en',
        captions: ['es'],
      }),
    /** To the end of the attempt. */
    async decideRightly({ butTheLast = false } = {}) {
      for (let made = decisionNow(pack, training, true); made; made = decisionNow(pack, training, true)) {
        if (butTheLast && training && isLast(pack, training, made)) return;
        await unit.submit({ kind: 'decided', attempt: training?.attempt ?? 1, language: 'es', ...made });
      }
    },
    /** Once, in the run that is open. */
    async decideWrongly() {
      const made = decisionNow(pack, training, false);
      if (!made) throw new Error('Nothing to decide.');
      await unit.submit({ kind: 'decided', attempt: training?.attempt ?? 1, language: 'en', ...made });
    },
    /** To the end of the run that is open. */
    async runWrongly() {
      const run = decisionNow(pack, training, false)?.run;
      for (
        let made = decisionNow(pack, training, false);
        made && made.run === run;
        made = decisionNow(pack, training, false)
      )
        await unit.submit({ kind: 'decided', attempt: training?.attempt ?? 1, language: 'en', ...made });
    },
    rememberPage() {
      remembered = recorder;
      recorder = null;
    },
    backToPage() {
      recorder = remembered;
      recorder?.onSending((next) => {
        sending = next;
      });
    },
    dropParameter(name: string) {
      opened.address.searchParams.delete(name);
      unit.load();
    },
    leave: async () => recorder?.leave('anyway'),
    close: async () => recorder?.close(),
    advance(milliseconds: number) {
      clock += milliseconds;
    },
  };
  return unit;
}

export type Unit = ReturnType<typeof aUnit>;

/** Nothing is to be decided after it. */
const isLast = (pack: CoursePack, training: Training, made: QuizDecision) =>
  decisionNow(pack, { ...training, decisions: [...training.decisions, made] }, true) === null;

/** The first option of the open decision that the course calls wrong, or does not. */
function decisionNow(pack: CoursePack, training: Training | null, rightly: boolean): QuizDecision | null {
  if (!training) return null;
  const { officerId, editionHash, attempt, decisions } = training;
  const quiz = replayQuiz(pack, attemptSeed(officerId, editionHash, attempt), decisions);
  const scenario = quiz?.current && pack.scenarios[quiz.current.scenarioId];
  const run = quiz?.current && quiz.runs[quiz.current.scenarioId]?.at(-1);
  const decision = scenario && run && decisionOf(scenario, run);
  if (!quiz?.current || !scenario || !run || !decision) return null;
  const option = openOptions(scenario, run).find(
    (each) => (verdictOn(decision, each, rulingOf(pack.course)) !== 'wrong') === rightly,
  );
  return option ? { ...quiz.current, decisionId: decision.id, optionId: option.id } : null;
}
