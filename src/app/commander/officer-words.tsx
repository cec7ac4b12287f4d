import { useTranslation } from 'react-i18next';
import type { OfficerLine } from '#domain/completion/report.ts';
import { useDates } from '../api/use-dates.ts';

/** Where the officer stands, in words; while watching, how much. */
export function StateWords({ of: { standing, watchedShare } }: { of: OfficerLine }) {
  const { t } = useTranslation('commander');
  // Rounded down: 99.7 % is not all of it.
  if (standing === 'watching') return t('state.watchingShare', { share: Math.floor(watchedShare * 100) / 100 });
  return t(`state.${standing}`);
}

/** Until when; late is said in words, and who is away is due on return, never late. */
export function DueWords({ of }: { of: OfficerLine }) {
  const { standing, overdue, duty, dueAt, backOn, spared, completedAt } = of;
  const { t } = useTranslation(['commander', 'common']);
  const dates = useDates();
  if (standing === 'done') return completedAt ? t('due.done', { day: dates.day(completedAt) }) : t('state.done');
  if (spared) return t(`due.${spared}`);
  if (duty !== 'on-duty' || dueAt === null) {
    const words = { duty: t(`duty.${duty}`, { ns: 'common' }) };
    return backOn ? t('due.backOn', { ...words, day: dates.calendarDay(backOn) }) : t('due.onReturn', words);
  }
  if (!overdue) return t('due.by', { day: dates.shortLastDay(dueAt) });
  return <strong className="late">{t('due.late', { day: dates.shortLastDay(dueAt) })}</strong>;
}
