import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#app/i18n/use-language.ts';
import { BasisTag, type TagKind } from '#app/ui/basis-tag.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import type { CoursePack } from '#domain/course/pack.ts';
import { pickBySeed, shuffleBySeed } from '#domain/scenario/seed.ts';
import { slotsOf } from '#domain/scenario/surface.ts';
import { CardNumber } from './card-number.tsx';
import { PaperSheet } from './paper-sheet.tsx';
import { sheetOf } from './scenario-words.ts';
import { SortedCard } from './sorted-card.tsx';
import './card-sort.css';

type Sorted = Record<string, TagKind>;

/** Which cards lie where, in the order of sorting, and of how many the answer was read and left. */
export type SortPlace = { sorted: Sorted; cardsRead: number };

type CardSortProps = {
  pack: CoursePack;
  seed: string;
  place: SortPlace;
  onPlace: (place: SortPlace) => void;
  onDone: () => void;
  title: string;
  doneLabel: string;
  /** Without it the sort is not to be skipped. */
  skipLabel?: string;
};

const piles: readonly TagKind[] = ['civil', 'criminal', 'cannot-tell'];

/** Never graded: one card at a time onto one of three piles, each explained at once. */
export function CardSort({ pack, seed, place, onPlace, onDone, title, doneLabel, skipLabel }: CardSortProps) {
  const { t } = useTranslation('officer');
  const { language } = useLanguage();
  const [{ sorted, cardsRead }, setPlace] = useState(place);
  const hasMoved = useRef(false);

  const cards = shuffleBySeed(pack.cardSort.cards, seed, pack.cardSort.id);
  const count = Object.keys(sorted).length;
  const isExplaining = cardsRead < count;
  const at = isExplaining ? count - 1 : count;
  const card = cards[at];
  const words = pack.text[language].cardSort;
  const person = pickBySeed(pack.cardSort.people, seed, card?.id ?? '');
  const sheet = card && sheetOf(pack, card.facsimile, slotsOf('person', person), language);
  const isLast = count === cards.length;

  function move(next: SortPlace) {
    hasMoved.current = true;
    setPlace(next);
    onPlace(next);
  }

  return (
    <div className="card-sort">
      <PageHeading title={title} />
      <p>{words.instruction}</p>
      {card && sheet && (
        <>
          <CardNumber
            key={card.id}
            number={at + 1}
            total={cards.length}
            focusOnShow={hasMoved.current && !isExplaining}
          />
          {isExplaining && (
            <SortedCard
              answer={card.answer}
              pile={sorted[card.id] ?? card.answer}
              why={words.cards[card.id]?.why ?? ''}
              focusOnShow={hasMoved.current}
            >
              <button
                type="button"
                className="button"
                onClick={isLast ? onDone : () => move({ sorted, cardsRead: count })}
              >
                {isLast ? doneLabel : t('cardSort.nextCard')}
              </button>
            </SortedCard>
          )}
          <div className="sort-card">
            <PaperSheet key={card.id} sheet={sheet} explained={isExplaining} />
          </div>
          {!isExplaining && (
            <fieldset className="piles">
              <legend>{t('cardSort.whichPile')}</legend>
              <div className="pile-row">
                {piles.map((pile) => (
                  <button
                    key={pile}
                    type="button"
                    className={`pile ${pile}`}
                    onClick={() => move({ sorted: { ...sorted, [card.id]: pile }, cardsRead })}
                  >
                    <BasisTag kind={pile} />
                  </button>
                ))}
              </div>
            </fieldset>
          )}
        </>
      )}
      {skipLabel && !(isLast && isExplaining) && (
        <button type="button" className="button quiet skip" onClick={onDone}>
          {skipLabel}
        </button>
      )}
    </div>
  );
}
