import { useTranslation } from 'react-i18next';
import type { Facsimile } from '#domain/course/scenario.ts';
import { SignatureLine, TickedBox } from './paper-marks.tsx';
import { PointsToTag } from './points-to-tag.tsx';

type PaperFieldProps = {
  field: Facsimile['fields'][number];
  label: string;
  says: string;
  /** What the line proves; null until the officer has decided with this paper in view. */
  why: string | null;
};

/** One part of a paper. Before the decision it can be read and says nothing of what it proves. */
export function PaperField({ field, label, says, why }: PaperFieldProps) {
  const { t } = useTranslation('officer');
  return (
    <div className={`paper-field ${field.part}`}>
      <dt>{label}</dt>
      <dd>
        {field.part === 'signature' && <SignatureLine isEmpty={field.empty === true} />}
        <span className={saysLook(field)}>
          {field.part === 'box' && <TickedBox />}
          {says}
        </span>
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

const saysLook = ({ clipped, empty }: PaperFieldProps['field']) =>
  ['says', clipped && 'clipped', empty && 'empty'].filter(Boolean).join(' ');
