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
import { remember, remembered } from '../ui/remembered.ts';

/** Kept on the device: the interface language is a choice of its own, beside captions and narration. */
const rememberedAs = 'muster.language';

const isLanguage = (value: string | null | undefined): value is Language => languages.some((each) => each === value);

function firstLanguage(): Language {
  const chosen = remembered(rememberedAs);
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

const showLanguage = (language: string) => {
  document.documentElement.lang = language;
};

/** Set while a language is shown that nobody has chosen on this device: it is not remembered as a choice. */
let isOnlyStarting = false;

i18next.on('languageChanged', (language) => {
  showLanguage(language);
  if (!isOnlyStarting) remember(rememberedAs, language);
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
  if (language === 'device' || isLanguage(remembered(rememberedAs))) return;
  await showFor(language);
}

/** The first of a person's own languages that there is, whatever was chosen on this device: others may use it as well. */
export async function startInFirstOf(tags: readonly string[]): Promise<void> {
  const language = tags.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage);
  if (language) await showFor(language);
}

async function showFor(language: Language): Promise<void> {
  isOnlyStarting = true;
  await i18next.changeLanguage(language);
  isOnlyStarting = false;
}

/** Says some things otherwise where the screens stand elsewhere: the rest of the namespace stays. */
export function rewordIn(namespace: string, words: Record<Language, object>): void {
  for (const language of languages) i18next.addResourceBundle(language, namespace, words[language], true, true);
}

/** Words of a screen that officers do not load: both languages, added with the screen's own chunk. */
export function addWords(namespace: string, words: Record<Language, object>): void {
  for (const language of languages) i18next.addResourceBundle(language, namespace, words[language]);
}
