import { useTranslation } from 'react-i18next';
import { addressOf, isToPassOn } from './practice-seed.ts';

/** Names, places and ending of this run in one word, for a trainer to pass on. */
export function SeedLine({ id, seed }: { id: string; seed: string }) {
  const { t } = useTranslation('practice');
  if (!isToPassOn(seed)) return null;
  return (
    <p className="seed-line">
      {t('seed.words')} <a href={addressOf(id, seed)}>{t('seed.link', { seed })}</a>
    </p>
  );
}
