import { useTranslation } from 'react-i18next';

const innocent = ['screens', 'queue', 'speed', 'handed'] as const;

/** What the list is and what it is not; what it usually is comes before any name. */
export function ReviewWords() {
  const { t } = useTranslation('commander');
  return (
    <>
      <p>{t('review.words')}</p>
      <p>{t('review.corrected')}</p>
      <section aria-labelledby="usual">
        <h2 id="usual">{t('review.usual')}</h2>
        <ul>
          {innocent.map((what) => (
            <li key={what}>{t(`review.innocent.${what}`)}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
