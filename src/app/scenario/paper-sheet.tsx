import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FacsimileMark, FacsimileNote } from './facsimile-mark.tsx';
import { PaperField } from './paper-field.tsx';
import type { Sheet } from './scenario-words.ts';
import './paper.css';

type PaperSheetProps = { sheet: Sheet; explained: boolean };

/** A return as on a mobile terminal, or a paper as in the hand: drawn by us, no seal, no real form (18 U.S.C. 506, 701). */
export function PaperSheet({ sheet: { facsimile, text, say }, explained }: PaperSheetProps) {
  const { t } = useTranslation('officer');
  const id = useId();
  const look = facsimile.kind === 'database-return' ? `paper ${facsimile.kind} night` : `paper ${facsimile.kind}`;
  return (
    <article className={look} aria-labelledby={`${id}-title`} aria-describedby={`${id}-mark`}>
      <FacsimileMark />
      <header>
        <p className="paper-kind">{t(`papers.kind.${facsimile.kind}`)}</p>
        <h3 id={`${id}-title`} tabIndex={-1}>
          {say(text.title)}
        </h3>
      </header>
      {explained && <p className="paper-hint">{t('papers.openLines')}</p>}
      <dl>
        {facsimile.fields.map((field) => {
          const line = text.fields[field.id];
          return (
            line && (
              <PaperField
                key={field.id}
                field={field}
                label={say(line.label)}
                says={say(line.says)}
                why={explained ? say(line.why) : null}
              />
            )
          );
        })}
      </dl>
      <FacsimileNote id={`${id}-mark`} />
    </article>
  );
}
