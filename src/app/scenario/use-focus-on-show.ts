import { type RefObject, useEffect, useRef } from 'react';

/** Moves the focus to what has just replaced the thing that held it (WCAG 2.4.3); not after a reload. */
export function useFocusOnShow<E extends HTMLElement>(isWanted: boolean): RefObject<E | null> {
  const target = useRef<E>(null);
  const wanted = useRef(isWanted);
  useEffect(() => {
    if (!wanted.current) return;
    target.current?.focus({ preventScroll: true });
    target.current?.scrollIntoView?.({ block: 'start' });
  }, []);
  return target;
}
