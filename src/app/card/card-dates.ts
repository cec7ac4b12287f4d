import { useLanguage } from '../i18n/use-language.ts';

/** Dates and times of the card, as the agency's own clocks show them. */
export function useCardDates(timeZone: string | undefined) {
  const { language } = useLanguage();
  const say = (iso: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', options).format(Date.parse(iso));
  const day = { year: 'numeric', month: 'short', day: 'numeric' } as const;
  return {
    /** A calendar date without a time: the same everywhere. */
    date: (iso: string) => say(iso, { ...day, timeZone: 'UTC' }),
    moment: (iso: string) => say(iso, { ...day, hour: 'numeric', minute: '2-digit', ...(timeZone && { timeZone }) }),
  };
}
