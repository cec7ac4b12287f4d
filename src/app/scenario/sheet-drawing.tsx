import { useTranslation } from 'react-i18next';
import { FacsimileMark, FacsimileNote } from './facsimile-mark.tsx';
import { PaperField } from './paper-field.tsx';
import type { Sheet } from './scenario-words.ts';
import './paper.css';
import './paper-parts.css';

type SheetDrawingProps = { sheet: Sheet; explained: boolean; markId: string };

/** The sheet itself, at any size: its lines in reading order, the mark across it and the note below. */
export function SheetDrawing({ sheet: { facsimile, text, say }, explained, markId }: SheetDrawingProps) {
  const { t } = useTranslation('officer');
  const look = facsimile.kind === 'database-return' ? `paper ${facsimile.kind} night` : `paper ${facsimile.kind}`;
  return (
    <div className={look}>
      <FacsimileMark />
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
      {/* Named only once it is decided: the number of a real form may be the answer. */}
      {explained && text.like && <p className="paper-like">{t('papers.like', { form: say(text.like) })}</p>}
      <FacsimileNote id={markId} />
    </div>
  );
}
