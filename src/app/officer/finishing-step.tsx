import { useTranslation } from 'react-i18next';
import type { Sending } from '#recording/recorder.ts';
import { PageHeading } from '../ui/page-heading.tsx';

/** All is done here, and nothing is claimed until the receipt has come: the server alone records a completion. */
export function FinishingStep({ sending, onAskAgain }: { sending: Sending; onAskAgain: () => Promise<unknown> }) {
  const { t } = useTranslation('officer');
  const isWaiting = sending.waiting > 0;
  return (
    <div className="done-step">
      <PageHeading title={t('done.notYet.title')} />
      <div role="status">
        <p className="lead">{isWaiting ? t('done.notYet.waiting') : t('done.notYet.sent')}</p>
      </div>
      <p>{isWaiting ? t('done.notYet.keepOpen') : t('done.notYet.ask')}</p>
      <button type="button" className="button quiet" onClick={() => void onAskAgain()}>
        {t('done.notYet.again')}
      </button>
    </div>
  );
}
