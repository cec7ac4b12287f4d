import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '#domain/course/closed-lists.ts';

const parsed = new Map<string, IntlMessageFormat>();

/** Formats one sentence of the course: ICU, with the scenario's slots ({driver}, {driverGender}, {place}) as arguments. */
export function courseWords(message: string, slots: Record<string, string>, language: Language): string {
  const key = `${language}|${message}`;
  const format = parsed.get(key) ?? new IntlMessageFormat(message, language);
  parsed.set(key, format);
  return String(format.format(slots));
}
