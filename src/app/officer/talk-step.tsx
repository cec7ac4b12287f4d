import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** After the talk the sergeant opens the quiz again; this asks whether that has happened. */
export function TalkStep({ onAskAgain }: { onAskAgain: () => Promise<void> }) {
  const { t } = useTranslation('officer');
  const [asked, setAsked] = useState<'no' | 'asking' | 'notYet'>('no');
  const ask = async () => {
    setAsked('asking');
    await onAskAgain();
    setAsked('notYet');
  };
  return (
    <div className="ask-again">
      <button type="button" className="button" disabled={asked === 'asking'} onClick={() => void ask()}>
        {t('training.talk.askAgain')}
      </button>
      <p role="status">{asked === 'notYet' && t('training.talk.notYet')}</p>
    </div>
  );
}
