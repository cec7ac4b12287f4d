import type { EvidenceItem } from '#domain/completion/evidence.ts';
import type { Training } from '#domain/completion/training.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { attemptSeed, replayQuiz } from '#domain/scenario/quiz.ts';
import { decisionOf, openOptions, rulingOf, verdictOn } from '#domain/scenario/run.ts';
import { newId } from '#domain/shared/id.ts';
import type { LmsLink } from '#recording/lms/lms-link.ts';
import { lmsRecorder } from '#recording/lms/lms-recorder.ts';
import { memoryShelf, type Shelf } from '#recording/outbox-shelf.ts';
import type { Sending } from '#recording/recorder.ts';

/** So that a test of failures takes no seconds. */
export const quickPace = { patienceMilliseconds: 60, firstRetryMilliseconds: 5, longestRetryMilliseconds: 20 };

/** A browser that keeps what is put on its shelf, whatever becomes of the tab. */
export function aDevice(): () => Promise<Shelf> {
  const shelf = memoryShelf();
  return async () => ({ ...shelf, isDurable: () => true, close: async () => {} });
}

/** What an officer does in one launch of a package, through the recorder as the screens use it. */
export async function anOfficer(pack: CoursePack, link: LmsLink, openShelf: () => Promise<Shelf>) {
  const recorder = lmsRecorder(link, pack, { endsWithPage: false, openShelf, pace: quickPace });
  let sending: Sending = { waiting: 0, problem: null, training: null };
  recorder.onSending((next) => {
    sending = next;
  });
  const opening = await recorder.open();
  const training = (): Training => {
    if (!sending.training) throw new Error('The training was not opened.');
    return sending.training;
  };
  const submit = async (bare: object) => {
    const now = Date.now();
    const common = {
      id: newId(now, (bytes) => crypto.getRandomValues(bytes)),
      editionHash: pack.editionHash,
      deviceAt: new Date(now).toISOString(),
    };
    await recorder.submit({ ...bare, ...common } as EvidenceItem);
    await recorder.flush();
  };
  const watch = (fromSeconds: number, toSeconds: number) =>
    submit({ kind: 'watched', stretches: [{ fromSeconds, toSeconds, rate: 1 }], narration: 'es', captions: ['en'] });

  /** @returns false once there is nothing to decide */
  async function decide(wanted: 'right' | 'wrong'): Promise<boolean> {
    const { officerId, editionHash, attempt, decisions } = training();
    const quiz = replayQuiz(pack, attemptSeed(officerId, editionHash, attempt), decisions);
    const scenario = pack.scenarios[quiz?.current?.scenarioId ?? ''];
    const run = scenario && quiz?.runs[scenario.id]?.at(-1);
    const decision = scenario && run && decisionOf(scenario, run);
    if (!quiz?.current || !decision) return false;
    const open = openOptions(scenario, run);
    const verdict = (option: (typeof open)[number]) => verdictOn(decision, option, rulingOf(pack.course));
    const option = open.find((each) => verdict(each) === wanted) ?? open.find((each) => verdict(each) !== 'wrong');
    await submit({
      kind: 'decided',
      attempt,
      ...quiz.current,
      decisionId: decision.id,
      optionId: option?.id,
      language: 'es',
    });
    return true;
  }

  const steps = {
    open: () => submit({ kind: 'opened', language: 'es' }),
    'watch-half': () => watch(0, pack.film.durationSeconds / 2),
    'watch-rest': () => watch(pack.film.durationSeconds / 2, pack.film.durationSeconds),
    acknowledge: () => submit({ kind: 'acknowledged', language: 'es' }),
    'decide-right': () => decide('right'),
    'decide-wrong': () => decide('wrong'),
    async 'decide-all-right'() {
      while (await decide('right'));
    },
    async 'decide-all-wrong'() {
      while (await decide('wrong'));
    },
  };
  return { opening, recorder, training, sending: () => sending, steps };
}

export type OfficerStep = keyof Awaited<ReturnType<typeof anOfficer>>['steps'];
