import { useTranslation } from 'react-i18next';
import type { Correction } from '#domain/roll-call/roll-call.ts';
import { useDates } from '../api/use-dates.ts';

/** Under the names, on screen and on paper: what they said before, what they say now, why, on whose word and when. */
export function Corrections({ of: corrections }: { of: readonly Correction[] }) {
  const { t } = useTranslation('roll-call');
  const dates = useDates();
  if (corrections.length === 0) return null;
  return (
    <section aria-labelledby="corrections">
      <h3 id="corrections">{t('corrections.title')}</h3>
      <ol className="corrections">
        {corrections.map(({ seq, officer, present, at, by, reason }) => (
          <li key={seq}>
            <strong>{t('corrections.who', officer)}</strong>{' '}
            {t(present ? 'corrections.toPresent' : 'corrections.toAbsent')}{' '}
            {t('corrections.by', { ...by, time: dates.dayAndTime(at), reason })}
          </li>
        ))}
      </ol>
    </section>
  );
}
