import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';

/** In the address, so that reloading and the browser's own back keep the place. */
export const tapsParameter = 'taps';

/** The address of the card after these answers. */
export const addressAfter = (taps: readonly string[]) =>
  taps.length === 0 ? '/card' : `/card?${new URLSearchParams({ [tapsParameter]: taps.join('.') })}`;

/** @returns the answers tapped so far, and whether the person has moved on this page since it was opened */
export function useTaps(): { taps: string[]; hasMoved: boolean } {
  const [search] = useSearchParams();
  const said = search.get(tapsParameter) ?? '';
  const firstSaid = useRef(said);
  const moved = useRef(false);
  useEffect(() => {
    if (said !== firstSaid.current) moved.current = true;
  }, [said]);
  return { taps: said.split('.').filter(Boolean), hasMoved: moved.current || said !== firstSaid.current };
}
