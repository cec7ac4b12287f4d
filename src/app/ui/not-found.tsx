import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeading } from './page-heading.tsx';

/** One face for what does not exist and for what the person may not see: it must not tell the two apart. */
export function NotFound({ wayOn }: { wayOn?: ReactNode }) {
  const { t } = useTranslation('common');
  return (
    <>
      <PageHeading title={t('notFound.title')} />
      <p>{t('notFound.words')}</p>
      <p>{wayOn ?? <Link to="/">{t('notFound.toTraining')}</Link>}</p>
    </>
  );
}
