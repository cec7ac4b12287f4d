import type { Language } from '#domain/course/closed-lists.ts';
import { calendarDay } from '../i18n/calendar-day.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useSession } from './session.ts';

/**
 * Dates and times as the agency's own clocks and calendars show them, whatever the device is set to.
 *
 * @param spoken where what is written speaks another language than the screen
 */
export function useDates(spoken?: Language) {
  const { language: shown } = useLanguage();
  const language = spoken ?? shown;
  const { timeZone } = useSession().agency;
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', { timeZone, ...options });
    return (iso: string) => formatter.format(Date.parse(iso));
  };
  return {
    day: format({ year: 'numeric', month: 'short', day: 'numeric' }),
    /** For the end of a window: midnight belongs to the day that it ends. */
    lastDay: (iso: string) => format({ weekday: 'long', month: 'long', day: 'numeric' })(justBefore(iso)),
    shortLastDay: (iso: string) => format({ year: 'numeric', month: 'short', day: 'numeric' })(justBefore(iso)),
    /** The time of a day that everybody in the room knows. */
    time: format({ hour: 'numeric', minute: '2-digit' }),
    calendarDay: (day: string) => calendarDay(day, language),
    /** For reports that come every ten seconds. */
    toTheSecond: format({
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      second: '2-digit',
    }),
    dayAndTime: format({ year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' }),
  };
}

const justBefore = (iso: string) => new Date(Date.parse(iso) - 1).toISOString();
