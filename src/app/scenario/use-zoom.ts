import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { clamped, type Point, panned, scrollKeeping, smallest, stepped } from './zoom.ts';
import { followFingers } from './zoom-gestures.ts';

/** How large the content of `view` is, by buttons, keys, Ctrl + wheel and two fingers. What is looked at stays in its place. */
export function useZoom(view: RefObject<HTMLElement | null>) {
  const [zoom, setZoom] = useState(smallest);
  const now = useRef(smallest);
  const scrollTo = useRef<Point | null>(null);

  const zoomTo = (wanted: number, at?: Point) => {
    const shown = view.current;
    const to = clamped(wanted);
    if (!shown || to === now.current) return;
    // Without a finger to go by, the line being read keeps its beginning: lines begin at the left, in both languages.
    const kept = at ?? { x: 0, y: 0 };
    const scrolled = scrollTo.current ?? { x: shown.scrollLeft, y: shown.scrollTop };
    scrollTo.current = scrollKeeping(kept, scrolled, now.current, to);
    now.current = to;
    setZoom(to);
  };

  // Once the new size is laid out and before it is painted.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new size that calls for a new place.
  useLayoutEffect(() => {
    const shown = view.current;
    if (!shown || !scrollTo.current) return;
    shown.scrollLeft = scrollTo.current.x;
    shown.scrollTop = scrollTo.current.y;
    scrollTo.current = null;
  }, [zoom]);

  const latest = useRef(zoomTo);
  latest.current = zoomTo;
  useLayoutEffect(() => {
    const shown = view.current;
    if (!shown) return undefined;
    return followFingers(shown, { sizeNow: () => now.current, zoomTo: (to, at) => latest.current(to, at) });
  }, [view]);

  return {
    zoom,
    zoomBy: (direction: 1 | -1) => zoomTo(stepped(now.current, direction)),
    zoomFit: () => zoomTo(smallest),
    /** @returns false for a key that moves nothing */
    pan(key: string): boolean {
      const shown = view.current;
      const to = shown && panned(key, { x: shown.scrollLeft, y: shown.scrollTop }, shown);
      if (!to) return false;
      shown.scrollLeft = to.x;
      shown.scrollTop = to.y;
      return true;
    },
  };
}
