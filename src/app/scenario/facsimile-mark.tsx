import { useTranslation } from 'react-i18next';
import { languages } from '#domain/course/closed-lists.ts';

/** Enough to reach the foot of the longest sheet on the narrowest phone; what is too many is cut off. */
const marks = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** The big diagonal across every sheet. Drawn behind the words and faint, so that it never costs a letter of them. */
export function FacsimileMark() {
  const { t } = useTranslation('officer');
  return (
    <div className="facsimile-mark" aria-hidden="true">
      {marks.map((mark) => (
        <svg key={mark} viewBox="0 0 400 340" aria-hidden="true">
          <g transform="rotate(-24 200 170)" textAnchor="middle">
            {languages.map((language, line) => (
              <text key={language} x="200" y={164 + line * 38} textLength="390" lengthAdjust="spacingAndGlyphs">
                {t('papers.markShort', { lng: language })}
              </text>
            ))}
          </g>
        </svg>
      ))}
    </div>
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
