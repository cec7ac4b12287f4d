import { useTranslation } from 'react-i18next';
import './basis-tag.css';

export type TagKind = 'civil' | 'criminal' | 'cannot-tell';

/** The signature of film, papers, card sort and reports: shape, word and colour, always all three (WCAG 1.4.1). */
export function BasisTag({ kind, words }: { kind: TagKind; words?: string }) {
  const { t } = useTranslation('common');
  return (
    <span className={`basis-tag ${kind}`}>
      <svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16">
        {kind === 'civil' && <circle cx="8" cy="8" r="7" />}
        {kind === 'criminal' && <rect x="1" y="1" width="14" height="14" />}
        {kind === 'cannot-tell' && <path d="M8 0l8 8-8 8-8-8z" />}
      </svg>
      {words ?? t(`basis.${kind}`)}
    </span>
  );
}
