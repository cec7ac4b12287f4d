import { useTranslation } from 'react-i18next';
import { languages } from '#domain/course/closed-lists.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** At the same place on every screen; each language names itself (WCAG 3.1.2). */
export function LanguageSwitch() {
  const { t } = useTranslation('common');
  const { language, setLanguage } = useLanguage();
  return (
    <fieldset className="language-switch">
      <legend className="visually-hidden">{t('language.choose')}</legend>
      {languages.map((each) => (
        <button key={each} type="button" lang={each} aria-pressed={each === language} onClick={() => setLanguage(each)}>
          {t(`language.${each}`)}
        </button>
      ))}
    </fieldset>
  );
}
