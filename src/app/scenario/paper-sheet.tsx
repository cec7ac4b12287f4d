import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LookCloser } from './look-closer.tsx';
import type { Sheet } from './scenario-words.ts';
import { SheetDrawing } from './sheet-drawing.tsx';
import './paper.css';

type PaperSheetProps = { sheet: Sheet; explained: boolean };

/** A return as on a mobile terminal, or a paper as in the hand: drawn by us, no seal, no real form (18 U.S.C. 506, 701). */
export function PaperSheet({ sheet, explained }: PaperSheetProps) {
  const { t } = useTranslation('officer');
  const id = useId();
  const title = sheet.say(sheet.text.title);
  return (
    <article className="paper-sheet" aria-labelledby={`${id}-title`} aria-describedby={`${id}-mark`}>
      <header className="paper-strip">
        <div>
          <p className="paper-kind">{t(`papers.kind.${sheet.facsimile.kind}`)}</p>
          <h3 id={`${id}-title`} tabIndex={-1}>
            {title}
          </h3>
        </div>
        <LookCloser sheet={sheet} explained={explained} title={title} />
      </header>
      {explained && <p className="paper-hint">{t('papers.openLines')}</p>}
      <SheetDrawing sheet={sheet} explained={explained} markId={`${id}-mark`} />
    </article>
  );
}
