import { type RefObject, useEffect, useRef } from 'react';

/** Moves the focus to what has just replaced the thing that held it (WCAG 2.4.3); not after a reload. */
export function useFocusOnShow<E extends HTMLElement>(isWanted: boolean): RefObject<E | null> {
  const target = useRef<E>(null);
  const wanted = useRef(isWanted);
  useEffect(() => {
    if (!wanted.current) return;
    const shown = target.current;
    if (!shown) return;
    shown.focus({ preventScroll: true });
    const { top } = shown.getBoundingClientRect();
    // What can be read where it stands stays there; on a phone it is brought up from below the papers.
    if (top < 0 || top > window.innerHeight / 2) shown.scrollIntoView?.({ block: 'start' });
  }, []);
  return target;
}
