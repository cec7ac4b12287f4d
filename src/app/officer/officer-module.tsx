import { type ComponentType, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoursePack } from '#domain/course/pack.ts';
import { isPassing, type Opening, type Recorder, type RecordingError } from '#recording/recorder.ts';
import { OpeningSkeleton } from './opening-skeleton.tsx';
import { ProblemWords } from './problem-words.tsx';
import { TrainingWalk } from './training-walk.tsx';
import './officer.css';

export type OfficerModuleProps = {
  recorder: Recorder;
  /** Who is at this screen, where the screen knows it: nobody else's record is opened on it. */
  learnerId?: string;
  /** Asks the person to sign in again over the work; false when that was declined. Without it there is nobody to ask. */
  signInAgain?: () => Promise<boolean>;
  /** Offers to keep the course on this device. Inside an LMS there is none. */
  keepOffline?: KeepOffline;
};

/** `telling`: all is on the device, and the server has not yet heard of it. */
export type Taken = 'no' | 'telling' | 'taken';
export type KeepOffline = ComponentType<{ pack: CoursePack; taken: Taken; onTaken: () => void }>;

/** A network that was away for a moment needs nobody to press anything. */
const retryMilliseconds = 3_000;

type Face = { opening: Opening } | { problem: RecordingError } | null;

/** The course as one officer takes it alone: opens the record, then walks film, policy, decisions and receipt. */
export function OfficerModule({ recorder, learnerId, signInAgain, keepOffline }: OfficerModuleProps) {
  const { t } = useTranslation('officer');
  const [face, setFace] = useState<Face>(null);

  const open = useEffectEvent(async () => {
    const first = await recorder.open(learnerId);
    const signedOut = !first.ok && first.error.code === 'recording.signed-out';
    const opened = signedOut && (await signInAgain?.()) ? await recorder.open(learnerId) : first;
    return opened.ok ? { opening: opened.value } : { problem: opened.error };
  });

  useEffect(() => {
    let isLeft = false;
    const look = () => void open().then((next) => !isLeft && setFace(next));
    const waits = face !== null && 'problem' in face && isPassing(face.problem);
    if (face === null) look();
    const timer = waits ? setTimeout(look, retryMilliseconds) : undefined;
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [face]);

  if (face === null) return <OpeningSkeleton />;
  if ('problem' in face) {
    return (
      <div className="module-problem" role="alert">
        <h1>{t('start.notOpened')}</h1>
        <p>
          <ProblemWords problem={face.problem} />
        </p>
        <button type="button" className="button" onClick={() => setFace(null)}>
          {t('start.tryAgain')}
        </button>
      </div>
    );
  }
  const given = { ...(signInAgain && { signInAgain }), ...(keepOffline && { keepOffline }) };
  return <TrainingWalk opening={face.opening} recorder={recorder} {...given} />;
}
