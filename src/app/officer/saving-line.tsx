import { useTranslation } from 'react-i18next';
import type { Sending } from '#recording/recorder.ts';
import { useLasting } from '../ui/use-lasting.ts';
import { ProblemWords } from './problem-words.tsx';

type SavingLineProps = { sending: Sending; onSendAgain: () => void };

/** A send that is under way for less than this is not worth a word. */
const quietMilliseconds = 3_000;

/** The quiet bar: what is saved on this device and not yet sent, what hinders it, and what can be done. */
export function SavingLine({ sending: { waiting, problem, fleeting }, onSendAgain }: SavingLineProps) {
  const { t } = useTranslation('officer');
  const isLong = useLasting(waiting > 0, quietMilliseconds);
  const showsWaiting = waiting > 0 && (problem !== null || isLong);
  return (
    <div className="saving" role="status">
      {(showsWaiting || problem || fleeting) && (
        <div className={problem && problem.code !== 'recording.offline' ? 'saving-line is-problem' : 'saving-line'}>
          <p>
            {showsWaiting && <strong>{t('saving.waiting', { count: waiting })}</strong>}{' '}
            {problem && <ProblemWords problem={problem} />} {fleeting && t('saving.fleeting')}
          </p>
          {showsWaiting && problem && (
            <button type="button" className="button quiet" onClick={onSendAgain}>
              {problem.code === 'recording.signed-out' ? t('saving.signIn') : t('saving.sendNow')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
