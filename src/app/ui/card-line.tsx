import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSurroundings } from './surroundings.ts';

/** The way to the roadside card: where a shift begins, and where the training ends. */
export function CardLine() {
  const { t } = useTranslation('common');
  const { hasOtherPages } = useSurroundings();
  if (!hasOtherPages) return null;
  return (
    <p className="card-line">
      <Link to="/card">{t('card.link')}</Link> {t('card.words')}
    </p>
  );
}
