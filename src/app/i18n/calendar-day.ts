import type { Language } from '#domain/course/closed-lists.ts';

/** A day of the calendar, YYYY-MM-DD, as it is written; it belongs to no zone. */
export const calendarDay = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
  }).format(Date.parse(day));
