import { useTranslation } from 'react-i18next';

/** Shown once opening takes longer than 300 ms. */
export function OpeningSkeleton() {
  const { t } = useTranslation('officer');
  return (
    <div className="module-skeleton" aria-busy="true">
      <p className="visually-hidden" role="status">
        {t('start.opening')}
      </p>
      <span aria-hidden="true" />
      <span aria-hidden="true" />
      <span aria-hidden="true" />
    </div>
  );
}
