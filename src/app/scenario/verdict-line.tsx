import { useTranslation } from 'react-i18next';
import type { Explained } from '#domain/scenario/explanation.ts';

/** Said in words and shape, not in colour alone (WCAG 1.4.1), and without scolding. */
export function VerdictLine({ verdict }: { verdict: Explained['verdict'] }) {
  const { t } = useTranslation('officer');
  return (
    <p className={`verdict ${verdict}`}>
      <svg aria-hidden="true" viewBox="0 0 20 20" width="22" height="22">
        {verdict === 'right' && <path d="M3 10.5l4.5 4.5L17 5.5" />}
        {verdict === 'wrong' && <path d="M5 5l10 10M15 5L5 15" />}
        {verdict === 'coach' && <path d="M10 3a7 7 0 010 14zM10 3a7 7 0 100 14" />}
        {verdict === 'ungraded' && <path d="M10 3a7 7 0 110 14 7 7 0 010-14M10 9v5M10 6v.5" />}
      </svg>
      {t(`scenario.verdict.${verdict}`)}
    </p>
  );
}
