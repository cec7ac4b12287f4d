import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Paper } from '#domain/course/scenario.ts';
import { FacsimileMark, FacsimileNote } from './facsimile-mark.tsx';
import { PaperField } from './paper-field.tsx';
import type { ScenarioWords } from './scenario-words.ts';
import './paper.css';

type PaperSheetProps = { paper: Paper; words: ScenarioWords; explained: boolean };

/** A return as on a mobile terminal, or a paper as in the hand: drawn by us, no seal, no real form (18 U.S.C. 506, 701). */
export function PaperSheet({ paper, words, explained }: PaperSheetProps) {
  const { t } = useTranslation('officer');
  const id = useId();
  const text = words.text.papers[paper.id];
  if (!text) return null;
  const look = paper.kind === 'database-return' ? `paper ${paper.kind} night` : `paper ${paper.kind}`;
  return (
    <article className={look} aria-labelledby={`${id}-title`} aria-describedby={`${id}-mark`}>
      <FacsimileMark />
      <header>
        <p className="paper-kind">{t(`papers.kind.${paper.kind}`)}</p>
        <h3 id={`${id}-title`} tabIndex={-1}>
          {words.say(text.title)}
        </h3>
      </header>
      {explained && <p className="paper-hint">{t('papers.openLines')}</p>}
      <dl>
        {paper.fields.map((field) => {
          const line = text.fields[field.id];
          return (
            line && (
              <PaperField
                key={field.id}
                field={field}
                label={words.say(line.label)}
                says={words.say(line.says)}
                why={explained ? words.say(line.why) : null}
              />
            )
          );
        })}
      </dl>
      <FacsimileNote id={`${id}-mark`} />
    </article>
  );
}
