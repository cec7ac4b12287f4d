import { decideCompletion } from '#domain/completion/decide-completion.ts';
import type { EvidenceItem } from '#domain/completion/evidence.ts';
import type { Training } from '#domain/completion/training.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { openWatching } from '#domain/coverage/watching.ts';
import { attemptSeed, type QuizDecision, replayQuiz, startQuiz } from '#domain/scenario/quiz.ts';
import { decisionOf, openOptions, rulingOf, verdictOn } from '#domain/scenario/run.ts';
import { fail, succeed } from '#domain/shared/result.ts';
import { asIfSent } from '#recording/as-if-sent.ts';
import type { Opening, Recorder, RecordingError, Sending } from '#recording/recorder.ts';

/** A receiver behind the port that decides completion by the domain's own rule; its network and session can be lost. */
export function aLivingRecorder(pack: CoursePack, atFirst: Training) {
  let held = atFirst;
  let waiting: EvidenceItem[] = [];
  const listeners = new Set<(sending: Sending) => void>();
  const life = { problem: null as RecordingError | null, refuses: false, items: [] as EvidenceItem[] };
  let refused: RecordingError | null = null;

  const now = (): Sending => ({
    waiting: waiting.length,
    problem: waiting.length > 0 ? life.problem : refused,
    training: asIfSent(held, waiting, pack),
  });
  const tell = () => {
    for (const listen of listeners) listen(now());
  };
  const take = () => {
    if (life.problem) return tell();
    if (life.refuses && waiting.length > 0) {
      // Set aside, as the outbox does: nothing of it counts, and the screens hear of it.
      refused = { code: 'recording.refused', detail: 'item.unknown' };
      waiting = [];
      return tell();
    }
    held = complete(pack, asIfSent(held, waiting, pack));
    waiting = [];
    tell();
  };
  const recorder: Recorder = {
    async open() {
      if (life.problem) return fail(life.problem);
      take();
      const { officerId: learnerId } = held;
      return succeed({ learnerId, agencyId: 'demo', mode: 'record', pack, training: held } satisfies Opening);
    },
    async submit(item) {
      life.items.push(item);
      waiting = [...waiting, item];
      take();
      return succeed(life.problem ? { kept: 'waiting' } : { kept: 'sent', receipt: 'r', training: held });
    },
    onSending(listen) {
      listeners.add(listen);
      listen(now());
      return () => void listeners.delete(listen);
    },
    flush: async () => take(),
    close: async () => {},
  };
  return Object.assign(life, {
    recorder,
    /** Somebody else changed the record: the sergeant opened the quiz again. */
    change(changes: Partial<Training>) {
      held = { ...held, ...changes };
    },
  });
}

function complete(pack: CoursePack, training: Training): Training {
  const quiz = replayQuiz(pack, seedOf(training), training.decisions);
  const decision = decideCompletion(pack.course, pack.film, {
    watching: { ...openWatching(0), proved: training.covered },
    witnessed: [],
    acknowledged: training.acknowledgedAt !== null,
    quiz: quiz?.standing ?? 'deciding',
  });
  if (!decision.complete) return training;
  const { officerId, editionHash } = training;
  const known = { id: 'c-1', officerId, editionHash, completedAt: '2026-11-22T12:12:00.000Z', receipt: 'K7QM-2D9F' };
  return { ...training, standing: 'done', completion: { ...known, grade: decision.grade } };
}

const seedOf = ({ officerId, editionHash, attempt }: Training) => attemptSeed(officerId, editionHash, attempt);

/** The decisions of an attempt in which everything is decided rightly. */
export function rightDecisions(pack: CoursePack, training: Training): QuizDecision[] {
  const made: QuizDecision[] = [];
  for (;;) {
    const quiz = made.length === 0 ? startQuiz(pack, seedOf(training)) : replayQuiz(pack, seedOf(training), made);
    const { current } = quiz ?? {};
    if (!quiz || !current) return made;
    const scenario = pack.scenarios[current.scenarioId];
    const run = quiz.runs[current.scenarioId]?.at(-1);
    const decision = scenario && run && decisionOf(scenario, run);
    if (!decision) throw new Error('The quiz stands still.');
    const right = openOptions(scenario, run).find(
      (option) => verdictOn(decision, option, rulingOf(pack.course)) !== 'wrong',
    );
    made.push({ ...current, decisionId: decision.id, optionId: right?.id ?? '' });
  }
}
