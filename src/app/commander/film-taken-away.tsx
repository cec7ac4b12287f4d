import { useTranslation } from 'react-i18next';
import type { FilmTakenAway } from '#domain/completion/film-taken-away.ts';
import { useDates } from '../api/use-dates.ts';

/** Beside the completion that stands: the correction that took the film from under it. */
export function FilmTakenAwayLine({ of: { completedAt, grade, at, by, reason } }: { of: FilmTakenAway }) {
  const { t } = useTranslation('commander');
  const dates = useDates();
  return (
    <p className="detail">
      {t('review.takenAway', {
        completed: dates.dayAndTime(completedAt),
        grade: t(`grade.${grade}`),
        corrected: dates.dayAndTime(at),
        by,
        reason,
      })}
    </p>
  );
}
