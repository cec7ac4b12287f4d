import { useFocusOnShow } from '../scenario/use-focus-on-show.ts';

type CardHeadingProps = { title: string; isMovedTo: boolean };

/** The question or what to do; it takes the focus when a tap has brought it (WCAG 2.4.3), not when the page is opened. */
export function CardHeading({ title, isMovedTo }: CardHeadingProps) {
  const heading = useFocusOnShow<HTMLHeadingElement>(isMovedTo);
  return (
    <>
      <title>{`${title} · Muster`}</title>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
    </>
  );
}
