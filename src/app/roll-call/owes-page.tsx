import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PageHeading } from '../ui/page-heading.tsx';
import { OwesOf } from './owes-of.tsx';

/** Who of a squad still owes what, apart from any roll call. */
export function OwesPage() {
  const { t } = useTranslation('roll-call');
  const { unitId = '' } = useParams();
  return (
    <>
      <PageHeading title={t('owes.title')} />
      <OwesOf unitId={unitId} />
      <p className="screen-only">
        <Link to="/roll-call">{t('owes.back')}</Link>
      </p>
    </>
  );
}
