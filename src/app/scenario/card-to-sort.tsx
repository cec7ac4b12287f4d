import { PaperSheet } from './paper-sheet.tsx';
import type { Sheet } from './scenario-words.ts';
import { useFocusOnShow } from './use-focus-on-show.ts';

type CardToSortProps = { sheet: Sheet; explained: boolean; focusOnShow: boolean };

/** The paper in the hand. It takes the place of the one before, and of the button that held the focus (WCAG 2.4.3). */
export function CardToSort({ sheet, explained, focusOnShow }: CardToSortProps) {
  const card = useFocusOnShow<HTMLDivElement>(focusOnShow);
  return (
    <div className="sort-card" ref={card} tabIndex={-1}>
      <PaperSheet sheet={sheet} explained={explained} />
    </div>
  );
}
