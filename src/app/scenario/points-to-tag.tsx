import { useTranslation } from 'react-i18next';
import { BasisTag } from '#app/ui/basis-tag.tsx';
import type { PointsTo } from '#domain/course/scenario.ts';

/** What one line of a paper proves, in the three tags of the product: shape, word and colour. */
export function PointsToTag({ pointsTo }: { pointsTo: PointsTo }) {
  const { t } = useTranslation('officer');
  return <BasisTag kind={pointsTo === 'nothing' ? 'cannot-tell' : pointsTo} words={t(`papers.pointsTo.${pointsTo}`)} />;
}
