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
export function DueWords({ of: { standing, overdue, duty, dueAt, completedAt } }: { of: OfficerLine }) {
  const { t } = useTranslation(['commander', 'common']);
  const dates = useDates();
  if (standing === 'done') return completedAt ? t('due.done', { day: dates.day(completedAt) }) : t('state.done');
  if (duty !== 'on-duty') return t('due.onReturn', { duty: t(`duty.${duty}`, { ns: 'common' }) });
  if (!overdue) return t('due.by', { day: dates.shortLastDay(dueAt) });
  return <strong className="late">{t('due.late', { day: dates.shortLastDay(dueAt) })}</strong>;
}
