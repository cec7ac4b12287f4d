import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

let isFirst = true;

type PageHeadingProps = { title: string; children?: ReactNode };

/**
 * The heading of a page or step, and the title of the window. It takes the focus when another page or step is shown
 * (WCAG 2.4.3), not at the first load, where the browser begins at the top.
 */
export function PageHeading({ title, children }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another page, even in the same component.
  useEffect(() => {
    if (!isFirst) heading.current?.focus();
    isFirst = false;
  }, [pathname]);

  return (
    <>
      <title>{`${title} · Muster`}</title>
      <h1 ref={heading} tabIndex={-1}>
        {children ?? title}
      </h1>
    </>
  );
}
