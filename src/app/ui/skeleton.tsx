import { useTranslation } from 'react-i18next';
import './skeleton.css';

/** Something is on its way; drawn only after 300 ms, so that what is quick does not flicker. */
export function Skeleton() {
  const { t } = useTranslation('common');
  return (
    <div className="skeleton" aria-busy="true">
      <p className="visually-hidden">{t('answer.loading')}</p>
      <span aria-hidden="true" />
      <span aria-hidden="true" />
      <span aria-hidden="true" />
    </div>
  );
}
