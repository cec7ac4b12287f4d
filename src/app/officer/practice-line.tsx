import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSurroundings } from '../ui/surroundings.ts';

/** Where the scenarios can be run as often as one likes, without a record. */
export function PracticeLine() {
  const { t } = useTranslation('officer');
  const { hasOtherPages } = useSurroundings();
  if (!hasOtherPages) return null;
  return (
    <p className="practice-line">
      <Link to="/practice">{t('practice.link')}</Link> {t('practice.words')}
    </p>
  );
}
