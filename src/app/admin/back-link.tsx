import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Every step can be left: what is saved is saved, and the list says what is missing. */
export function BackLink() {
  const { t } = useTranslation('admin');
  return (
    <p className="screen-only">
      <Link to="/admin">{t('back')}</Link>
    </p>
  );
}
