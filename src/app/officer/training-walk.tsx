import { useMachine } from '@xstate/react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { trainingMachine } from '#domain/completion/training-machine.ts';
import type { Opening, RecordingError } from '#recording/recorder.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { evidenceOf } from './evidence-of.ts';
import { FinishingStep } from './finishing-step.tsx';
import { LookedStep } from './looked-step.tsx';
import { placeInModule } from './module-place.ts';
import type { OfficerModuleProps, Taken } from './officer-module.tsx';
import { PolicyStep } from './policy-step.tsx';
import { SavingLine } from './saving-line.tsx';
import { StartStep } from './start-step.tsx';
import { StepLine } from './step-line.tsx';
import { TalkStep } from './talk-step.tsx';
import { useSending } from './use-sending.ts';
import { WatchStep } from './watch-step.tsx';

/** Not needed before the film: it is fetched while that begins, so that a network lost meanwhile is not missed. */
const loadQuiz = () => import('./quiz-step.tsx');
const loadDone = () => import('./done-step.tsx');
const QuizStep = lazy(async () => ({ default: (await loadQuiz()).QuizStep }));
const DoneStep = lazy(async () => ({ default: (await loadDone()).DoneStep }));

type TrainingWalkProps = Pick<OfficerModuleProps, 'recorder' | 'signInAgain' | 'keepOffline'> & { opening: Opening };

/** Draws the state that the module machine is in; the receiver's answers move it on. */
export function TrainingWalk({ opening, recorder, signInAgain, keepOffline: KeepOffline }: TrainingWalkProps) {
  const { language } = useLanguage();
  const { part = 'whole' } = opening;
  const [state, send] = useMachine(trainingMachine, {
    input: { training: opening.training, part },
  });
  const [place] = useState(() => placeInModule(opening));
  const [taken, setTaken] = useState<Taken>(opening.takenAlong ? 'taken' : 'no');
  const [waitsToTell, setWaitsToTell] = useState(false);
  const sending = useSending(recorder);
  const { pack } = opening;
  const { training } = state.context;
  const now: Opening = { ...opening, training };

  useEffect(() => {
    if (!waitsToTell || sending.waiting > 0) return;
    // Refused, it may be asked for again; only what was taken makes the course ready.
    setTaken(sending.problem ? 'no' : 'taken');
    setWaitsToTell(false);
  }, [waitsToTell, sending.waiting, sending.problem]);

  useEffect(() => {
    if (!sending.training || sending.training.editionHash !== pack.editionHash) return;
    send({ type: 'server.answered', training: sending.training, nothingWaits: sending.waiting === 0 });
  }, [sending, pack.editionHash, send]);

  const sayOpened = () => recorder.submit(evidenceOf(pack.editionHash, { kind: 'opened', language }));

  // Who begins behind the film (it was shown at roll call, or is a unit of its own) never meets the start page: entering is
  // the opening, until something shows it.
  const beginsBehindFilm = training.witnessed || part === 'policy-and-quiz';
  const opensByEntering = beginsBehindFilm && training.acknowledgedAt === null && !state.matches('briefing');
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when the module is entered.
  useEffect(() => {
    if (opensByEntering) void sayOpened();
  }, []);

  const isUnderWay = !state.matches('briefing');
  useEffect(() => {
    // What fails here is asked for again when it is needed.
    if (isUnderWay) Promise.all([loadQuiz(), loadDone()]).catch(() => undefined);
  }, [isUnderWay]);

  /** @returns what hindered the asking, or null */
  const askAgain = async (): Promise<RecordingError | null> => {
    const first = await recorder.open(opening.learnerId);
    const signedOut = !first.ok && first.error.code === 'recording.signed-out';
    const answer = signedOut && (await signInAgain?.()) ? await recorder.open(opening.learnerId) : first;
    if (!answer.ok) return answer.error;
    // What this device kept is no answer of the server.
    if (answer.value.away) return { code: 'recording.offline' };
    send({ type: 'server.answered', training: answer.value.training, nothingWaits: true });
    return null;
  };
  const take = async () => {
    setTaken('telling');
    const answer = await recorder.submit(evidenceOf(pack.editionHash, { kind: 'taken-along' }));
    if (!answer.ok) setTaken('no');
    else if (answer.value.kept === 'sent') setTaken('taken');
    else setWaitsToTell(true);
  };
  const sendAgain = async () => {
    if (sending.problem?.code !== 'recording.signed-out' || (await signInAgain?.())) await recorder.flush();
  };

  return (
    <div className="module">
      {isUnderWay && <StepLine at={stepOf(state.value)} part={part} />}
      <SavingLine sending={sending} onSendAgain={sendAgain} />
      {state.matches('briefing') && (
        <StartStep
          opening={now}
          onBegun={() => {
            void sayOpened();
            send({ type: 'officer.begun' });
          }}
        />
      )}
      {state.matches('watching') && (
        <WatchStep opening={now} recorder={recorder} place={place} onFinished={() => send({ type: 'film.finished' })} />
      )}
      {KeepOffline && (state.matches('briefing') || state.matches('watching')) && (
        <KeepOffline pack={pack} taken={taken} onTaken={() => void take()} />
      )}
      {state.matches('policy') && (
        <PolicyStep
          opening={now}
          recorder={recorder}
          onAcknowledged={() => send({ type: 'policy.acknowledged' })}
          onBackToFilm={part === 'whole' ? () => send({ type: 'officer.wentBackToFilm' }) : null}
        />
      )}
      {(state.matches('deciding') || state.matches('needsTalk')) && (
        <Suspense fallback={<Skeleton />}>
          <QuizStep
            key={training.attempt}
            opening={now}
            recorder={recorder}
            onEnded={(standing) => send({ type: 'quiz.ended', standing })}
          />
        </Suspense>
      )}
      {state.matches('needsTalk') && !opening.opensAnewNextTime && <TalkStep onAskAgain={askAgain} />}
      {state.matches('finishing') &&
        (opening.mode === 'practice' ? <LookedStep /> : <FinishingStep sending={sending} onAskAgain={askAgain} />)}
      {state.matches('done') && training.completion && (
        <Suspense fallback={<Skeleton />}>
          <DoneStep opening={now} completion={training.completion} />
        </Suspense>
      )}
    </div>
  );
}

function stepOf(value: unknown): 'film' | 'policy' | 'decide' | 'done' {
  if (value === 'watching') return 'film';
  if (value === 'policy') return 'policy';
  return value === 'deciding' || value === 'needsTalk' ? 'decide' : 'done';
}
