import { useTranslation } from 'react-i18next';
import type { Facsimile } from '#domain/course/scenario.ts';
import { PointsToTag } from './points-to-tag.tsx';

type PaperFieldProps = {
  field: Facsimile['fields'][number];
  label: string;
  says: string;
  /** What the line proves; null until the officer has decided with this paper in view. */
  why: string | null;
};

/** One line of a paper. Before the decision it can be read and says nothing of what it proves. */
export function PaperField({ field, label, says, why }: PaperFieldProps) {
  const { t } = useTranslation('officer');
  return (
    <div className="paper-field">
      <dt>{label}</dt>
      <dd>
        <span className={field.clipped ? 'says clipped' : 'says'}>{says}</span>
        {field.clipped && <span className="clipped-words">{t('papers.clipped')}</span>}
        {why !== null && (
          <details className="field-note">
            <summary>
              <PointsToTag pointsTo={field.pointsTo} />
              <span className="visually-hidden">{t('papers.whyOf', { label })}</span>
            </summary>
            <p>{why}</p>
          </details>
        )}
      </dd>
    </div>
  );
}
