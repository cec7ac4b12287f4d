import { useFocusOnShow } from '#app/scenario/use-focus-on-show.ts';

type CardToSortProps = { title: string; detail: string; focusOnShow: boolean };

/** The card in the hand. It takes the place of the one before, and of the button that held the focus (WCAG 2.4.3). */
export function CardToSort({ title, detail, focusOnShow }: CardToSortProps) {
  const heading = useFocusOnShow<HTMLHeadingElement>(focusOnShow);
  return (
    <article className="sort-card" aria-labelledby="sort-card-title">
      <h2 id="sort-card-title" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p>{detail}</p>
    </article>
  );
}
