import { useMachine } from '@xstate/react';
import { useEffect, useState } from 'react';
import { useLanguage } from '#app/i18n/use-language.ts';
import { attemptSeed, type QuizStanding } from '#domain/scenario/quiz.ts';
import { quizMachine } from '#domain/scenario/quiz-machine.ts';
import type { Choice } from '#domain/scenario/run.ts';
import type { Opening, Recorder, RecordingError } from '#recording/recorder.ts';
import { evidenceOf } from './evidence-of.ts';
import { placeOf } from './quiz-place.ts';

/** The attempt as the screens see it: its state, the place, and the ways on. */
export function useQuiz(opening: Opening, recorder: Recorder, onEnded: (standing: QuizStanding) => void) {
  const { language } = useLanguage();
  const { pack, training } = opening;
  const [place] = useState(() => placeOf(opening));
  const [seed] = useState(() => attemptSeed(training.officerId, pack.editionHash, training.attempt));
  const [state, send, actor] = useMachine(quizMachine, {
    input: { pack, seed, made: decisionsNow(opening, recorder), ...place.now() },
  });
  const needsTalk = state.matches('needsTalk');

  // The module goes on when the attempt has ended; on a reload the attempt may open as ended.
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once an attempt, whatever the caller's function is.
  useEffect(() => {
    if (needsTalk) onEnded('needs-talk');
  }, [needsTalk]);

  function move(event: Parameters<typeof send>[0]) {
    const before = actor.getSnapshot().context.shown;
    send(event);
    const after = actor.getSnapshot();
    const { shown, warmedUp } = after.context;
    const isOther = before?.scenarioId !== shown?.scenarioId || before?.run !== shown?.run;
    const fresh = isOther ? { situationRead: false, explanationsRead: 0 } : {};
    place.keep({ shown, warmedUp, remediating: after.matches('remediating'), ...fresh });
  }

  /** Safe on the device first, then graded on the screen. @returns what hindered it, or null */
  async function decide(choice: Choice): Promise<RecordingError | null> {
    const { shown } = actor.getSnapshot().context;
    if (!shown) return null;
    const { attempt } = training;
    const decided = { kind: 'decided', attempt, ...shown, ...choice, language } as const;
    const kept = await recorder.submit(evidenceOf(pack.editionHash, decided));
    if (!kept.ok) return kept.error;
    move({ type: 'officer.decided', made: { ...shown, ...choice } });
    return null;
  }

  return { state, seed, place, move, decide };
}

/** The record's decisions with those still waiting here: newer than the opening if the step was left and entered again. */
function decisionsNow({ training }: Opening, recorder: Recorder) {
  let latest = training;
  recorder.onSending((sending) => {
    if (sending.training?.attempt === training.attempt) latest = sending.training;
  })();
  return latest.decisions;
}
