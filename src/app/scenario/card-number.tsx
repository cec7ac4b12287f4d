import { useTranslation } from 'react-i18next';
import { useFocusOnShow } from './use-focus-on-show.ts';

type CardNumberProps = { number: number; total: number; focusOnShow: boolean };

/**
 * Which card this is; a heading, since the paper below it is one level further down (WCAG 1.3.1). It takes the focus from
 * the button of the card before, and the paper is read on from here (WCAG 2.4.3).
 */
export function CardNumber({ number, total, focusOnShow }: CardNumberProps) {
  const { t } = useTranslation('officer');
  const heading = useFocusOnShow<HTMLHeadingElement>(focusOnShow);
  return (
    <h2 className="card-number" id="sort-card-title" ref={heading} tabIndex={-1}>
      {t('cardSort.progress', { number, total })}
    </h2>
  );
}
