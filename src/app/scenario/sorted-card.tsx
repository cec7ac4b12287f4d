import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BasisTag, type TagKind } from '#app/ui/basis-tag.tsx';
import { useFocusOnShow } from './use-focus-on-show.ts';

type SortedCardProps = { answer: TagKind; pile: TagKind; why: string; focusOnShow: boolean; children: ReactNode };

/** What the card is, said at once and without a mark: the warm-up is not graded. */
export function SortedCard({ answer, pile, why, focusOnShow, children }: SortedCardProps) {
  const { t } = useTranslation('officer');
  const heading = useFocusOnShow<HTMLHeadingElement>(focusOnShow);
  return (
    <section className="sorted" aria-labelledby="sorted-title">
      <h2 id="sorted-title" ref={heading} tabIndex={-1}>
        {answer === pile ? t('cardSort.same') : t('cardSort.other')}
      </h2>
      <p className="answer">
        <BasisTag kind={answer} />
      </p>
      <p>{why}</p>
      {children}
    </section>
  );
}
