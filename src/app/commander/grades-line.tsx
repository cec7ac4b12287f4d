import { useTranslation } from 'react-i18next';
import type { UnitCounts } from '#domain/completion/report.ts';

/** How well the completions are borne out: a sum of them never mixes the grades silently. */
export function GradesLine({ counts: { done, byGrade } }: { counts: UnitCounts }) {
  const { t } = useTranslation('commander');
  const { A: a, B: b, C: c, D: d } = byGrade;
  return <p className="quiet">{t('unit.grades', { count: done, a, b, c, d })}</p>;
}
