import { useTranslation } from 'react-i18next';
import { useFocusOnShow } from './use-focus-on-show.ts';

type CardNumberProps = { number: number; total: number; focusOnShow: boolean };

/** Which card this is. It takes the focus from the button of the card before; the paper is read on from here (WCAG 2.4.3). */
export function CardNumber({ number, total, focusOnShow }: CardNumberProps) {
  const { t } = useTranslation('officer');
  const line = useFocusOnShow<HTMLParagraphElement>(focusOnShow);
  return (
    <p className="quiet" id="sort-card-title" ref={line} tabIndex={-1}>
      {t('cardSort.progress', { number, total })}
    </p>
  );
}
