import i18next from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import { type Language, languages } from '#domain/course/closed-lists.ts';
import enCommon from '../../../locales/en/common.json';
import enErrors from '../../../locales/en/errors.json';
import enOfficer from '../../../locales/en/officer.json';
import esCommon from '../../../locales/es/common.json';
import esErrors from '../../../locales/es/errors.json';
import esOfficer from '../../../locales/es/officer.json';

/** Kept on the device: the interface language is a choice of its own, beside captions and narration. */
const rememberedAs = 'muster.language';

const isLanguage = (value: string | null | undefined): value is Language => languages.some((each) => each === value);

function firstLanguage(): Language {
  const remembered = localStorage.getItem(rememberedAs);
  if (isLanguage(remembered)) return remembered;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

const showLanguage = (language: string) => {
  document.documentElement.lang = language;
};

/** Set while a language is shown that nobody has chosen on this device: it is not remembered as a choice. */
let isOnlyStarting = false;

i18next.on('languageChanged', (language) => {
  showLanguage(language);
  if (!isOnlyStarting) localStorage.setItem(rememberedAs, language);
});

// Both languages are in the bundle, so that switching needs no network and loses nothing.
await i18next
  .use(ICU)
  .use(initReactI18next)
  .init({
    lng: firstLanguage(),
    fallbackLng: false,
    supportedLngs: languages,
    ns: ['common', 'officer', 'errors'],
    defaultNS: 'common',
    resources: {
      en: { common: enCommon, officer: enOfficer, errors: enErrors },
      es: { common: esCommon, officer: esOfficer, errors: esErrors },
    },
    interpolation: { escapeValue: false },
  });
showLanguage(i18next.language);

/** The agency's own first language, where nobody has chosen one on this device yet. */
export async function startIn(language: 'device' | Language): Promise<void> {
  if (language === 'device' || isLanguage(localStorage.getItem(rememberedAs))) return;
  isOnlyStarting = true;
  await i18next.changeLanguage(language);
  isOnlyStarting = false;
}

/** Words of a screen that officers do not load: both languages, added with the screen's own chunk. */
export function addWords(namespace: string, words: Record<Language, object>): void {
  for (const language of languages) i18next.addResourceBundle(language, namespace, words[language]);
}
