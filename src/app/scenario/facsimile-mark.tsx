import { useTranslation } from 'react-i18next';
import { languages } from '#domain/course/closed-lists.ts';

/** The big diagonal across every sheet. Drawn behind the words and faint, so that it never costs a letter of them. */
export function FacsimileMark() {
  const { t } = useTranslation('officer');
  return (
    <svg className="facsimile-mark" aria-hidden="true" viewBox="0 0 400 240" preserveAspectRatio="xMidYMid meet">
      <g transform="rotate(-24 200 120)" textAnchor="middle">
        <text x="200" y="112" textLength="400" lengthAdjust="spacingAndGlyphs">
          {t('papers.markShort', { lng: 'en' })}
        </text>
        <text x="200" y="152" textLength="400" lengthAdjust="spacingAndGlyphs">
          {t('papers.markShort', { lng: 'es' })}
        </text>
      </g>
    </svg>
  );
}

/** The same in plain words under the sheet: what the accessible description of the paper points to. */
export function FacsimileNote({ id }: { id: string }) {
  const { t } = useTranslation('officer');
  return (
    <p className="facsimile-note" id={id}>
      {languages.map((language) => (
        <span key={language} lang={language}>
          {t('papers.mark', { lng: language })}
        </span>
      ))}
    </p>
  );
}
