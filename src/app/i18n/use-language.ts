import { useTranslation } from 'react-i18next';
import type { Language } from '#domain/course/closed-lists.ts';

/** The interface language and the way to change it. */
export function useLanguage(): { language: Language; setLanguage: (language: Language) => void } {
  const { i18n } = useTranslation();
  return { language: i18n.language as Language, setLanguage: (language) => void i18n.changeLanguage(language) };
}
