import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Whoever practises may have no account: the way out of any page here is the list. */
export function ToList() {
  const { t } = useTranslation('practice');
  return <Link to="/practice">{t('end.toList')}</Link>;
}
