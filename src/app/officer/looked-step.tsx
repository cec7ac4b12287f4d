import { useTranslation } from 'react-i18next';
import { PageHeading } from '../ui/page-heading.tsx';

/** The end of a look without a record: whoever looked is promised nothing. */
export function LookedStep() {
  const { t } = useTranslation('officer');
  return (
    <div className="done-step">
      <PageHeading title={t('done.looked.title')} />
      <p className="lead">{t('done.looked.words')}</p>
    </div>
  );
}
