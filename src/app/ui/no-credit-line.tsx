import { useTranslation } from 'react-i18next';

/** Beside every completion, so that nobody takes one for in-service credit that the agency has not obtained. */
export function NoCreditLine() {
  const { t } = useTranslation('common');
  return <p className="fine-print">{t('noCredit')}</p>;
}
