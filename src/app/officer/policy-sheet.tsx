import { useTranslation } from 'react-i18next';
import type { PolicySheet as Sheet } from '#domain/course/policy.ts';

/** A sheet of paper with the clause ids in the margin, so that a sentence can be named in a talk. */
export function PolicySheet({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('officer');
  return (
    <article className="policy-sheet" aria-labelledby="policy-name">
      <h2 id="policy-name">{sheet.title}</h2>
      {sheet.blocks.map((block) =>
        block.kind === 'heading' ? (
          <h3 key={block.text}>{block.text}</h3>
        ) : (
          <div key={block.text} className="policy-block">
            <span className="margin-ids">
              {block.clauses.length > 0 && <span className="visually-hidden">{t('policy.clauses')} </span>}
              {block.clauses.join(' ')}
            </span>
            <p>{block.text}</p>
          </div>
        ),
      )}
    </article>
  );
}
