import { useTranslation } from 'react-i18next';
import { PageHeading } from '../ui/page-heading.tsx';

/** No LMS has opened this page: said before anybody spends ten minutes on it. */
export function NoLmsPage({ onLook }: { onLook: () => void }) {
  const { t } = useTranslation('lms');
  return (
    <div className="lms-page" role="alert">
      <PageHeading title={t('nobody.title')} />
      <p className="lead">{t('nobody.words')}</p>
      <p>{t('nobody.next')}</p>
      <button type="button" className="button quiet" onClick={onLook}>
        {t('nobody.look')}
      </button>
    </div>
  );
}

/** The package is incomplete, or the network went before it was here. */
export function UnreadablePage() {
  const { t } = useTranslation('lms');
  return (
    <div className="lms-page" role="alert">
      <PageHeading title={t('unreadable.title')} />
      <p className="lead">{t('unreadable.words')}</p>
      <button type="button" className="button" onClick={() => location.reload()}>
        {t('unreadable.again')}
      </button>
    </div>
  );
}
