import { useTranslation } from 'react-i18next';
import type { Standing } from '#domain/completion/completion.ts';
import type { Sending } from '#recording/recorder.ts';
import { PageHeading } from '../ui/page-heading.tsx';

/** The LMS is asked; nothing is claimed until it has answered. */
export function LeavingPage() {
  const { t } = useTranslation('lms');
  return (
    <div className="lms-page" role="status" aria-busy="true">
      <p className="lead">{t('leaving')}</p>
    </div>
  );
}

type UnsavedPageProps = { sending: Sending; onTryAgain: () => void; onBack: () => void; onLeave: () => void };

/** The LMS has not confirmed: what that means on this device, and the three ways on. */
export function UnsavedPage({ sending: { waiting, fleeting }, onTryAgain, onBack, onLeave }: UnsavedPageProps) {
  const { t } = useTranslation('lms');
  return (
    <div className="lms-page">
      <PageHeading title={t('unsaved.title')} />
      <div role="alert">
        <p className="lead">{t('unsaved.words', { count: Math.max(1, waiting) })}</p>
        <p>{fleeting ? t('unsaved.lost') : t('unsaved.kept')}</p>
      </div>
      <p className="ways">
        <button type="button" className="button" onClick={onTryAgain}>
          {t('unsaved.tryAgain')}
        </button>
        <button type="button" className="button quiet" onClick={onBack}>
          {t('unsaved.back')}
        </button>
        <button type="button" className="button quiet" onClick={onLeave}>
          {t('unsaved.leave')}
        </button>
      </p>
    </div>
  );
}

export type LeftAs = 'look' | 'unsaved' | 'done' | 'needs-talk' | 'on-the-way';

/** How somebody leaves, from what the LMS has confirmed. */
export const leftAs = (standing: Standing | undefined, isLook: boolean, isSaved: boolean): LeftAs => {
  if (isLook) return 'look';
  if (!isSaved) return 'unsaved';
  return standing === 'done' || standing === 'needs-talk' ? standing : 'on-the-way';
};

/** The last page: what is saved where, and that the window may be closed. */
export function LeftPage({ as, fleeting }: { as: LeftAs; fleeting: boolean }) {
  const { t } = useTranslation('lms');
  return (
    <div className="lms-page">
      <PageHeading title={t(`left.${as}.title`)} />
      <p className="lead">{as === 'unsaved' && fleeting ? t('unsaved.lostNow') : t(`left.${as}.words`)}</p>
      <p>{t('left.close')}</p>
    </div>
  );
}
