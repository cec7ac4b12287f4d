import { useTranslation } from 'react-i18next';

/** Where the seed policy does not rule: visible, and never graded without the agency's answer. */
export function AgencyTag() {
  const { t } = useTranslation('officer');
  return <p className="agency-tag">{t('scenario.agencyTag')}</p>;
}
