import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#app/i18n/use-language.ts';
import { BasisTag, type TagKind } from '#app/ui/basis-tag.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import type { CoursePack } from '#domain/course/pack.ts';
import { shuffleBySeed } from '#domain/scenario/seed.ts';
import { SortedCard } from './quiz-sorted-card.tsx';

export type Sorted = Record<string, TagKind>;

type CardSortProps = {
  pack: CoursePack;
  seed: string;
  sorted: Sorted;
  onSorted: (sorted: Sorted) => void;
  onDone: () => void;
};

const piles: readonly TagKind[] = ['civil', 'criminal', 'cannot-tell'];

/** The ungraded warm-up: one card at a time onto one of three piles, each explained at once. */
export function CardSort({ pack, seed, sorted: sortedBefore, onSorted, onDone }: CardSortProps) {
  const { t } = useTranslation('officer');
  const { language } = useLanguage();
  const [sorted, setSorted] = useState(sortedBefore);
  const [isExplaining, setExplaining] = useState(Object.keys(sortedBefore).length > 0);

  const cards = shuffleBySeed(pack.cardSort.cards, seed, pack.cardSort.id);
  const count = Object.keys(sorted).length;
  const at = isExplaining ? count - 1 : count;
  const card = cards[at];
  const words = pack.text[language].cardSort;
  const text = card && words.cards[card.id];
  const isLast = count === cards.length;

  function sort(pile: TagKind) {
    if (!card) return;
    const next = { ...sorted, [card.id]: pile };
    setSorted(next);
    setExplaining(true);
    onSorted(next);
  }

  return (
    <div className="card-sort">
      <PageHeading title={t('cardSort.title')} />
      <p>{words.instruction}</p>
      {card && text && (
        <>
          <p className="quiet">{t('cardSort.progress', { number: at + 1, total: cards.length })}</p>
          <article className="sort-card" key={card.id} aria-labelledby="sort-card-title">
            <h2 id="sort-card-title">{text.title}</h2>
            <p>{text.detail}</p>
          </article>
          {isExplaining ? (
            <SortedCard answer={card.answer} pile={sorted[card.id] ?? card.answer} why={text.why}>
              <button type="button" className="button" onClick={isLast ? onDone : () => setExplaining(false)}>
                {isLast ? t('cardSort.toScenarios') : t('cardSort.nextCard')}
              </button>
            </SortedCard>
          ) : (
            <fieldset className="piles">
              <legend>{t('cardSort.whichPile')}</legend>
              {piles.map((pile) => (
                <button key={pile} type="button" className={`pile ${pile}`} onClick={() => sort(pile)}>
                  <BasisTag kind={pile} />
                </button>
              ))}
            </fieldset>
          )}
        </>
      )}
      {!(isLast && isExplaining) && (
        <button type="button" className="button quiet skip" onClick={onDone}>
          {t('cardSort.skip')}
        </button>
      )}
    </div>
  );
}
