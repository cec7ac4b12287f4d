import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingError } from '#recording/recorder.ts';
import { ProblemWords } from './problem-words.tsx';

type Asked = 'no' | 'asking' | 'notYet' | RecordingError;

/** After the talk the sergeant opens the quiz again; this asks whether that has happened. Who cannot ask is not told "not yet". */
export function TalkStep({ onAskAgain }: { onAskAgain: () => Promise<RecordingError | null> }) {
  const { t } = useTranslation('officer');
  const [asked, setAsked] = useState<Asked>('no');
  const ask = async () => {
    setAsked('asking');
    setAsked((await onAskAgain()) ?? 'notYet');
  };
  return (
    <div className="ask-again">
      <button
        type="button"
        className="button"
        aria-disabled={asked === 'asking'}
        onClick={() => void (asked === 'asking' || ask())}
      >
        {t('training.talk.askAgain')}
      </button>
      <p role="status">
        {asked === 'notYet' && t('training.talk.notYet')}
        {typeof asked === 'object' && <ProblemWords problem={asked} />}
      </p>
    </div>
  );
}
