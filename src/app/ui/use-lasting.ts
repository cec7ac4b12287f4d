import { useEffect, useState } from 'react';

/** True once something has been so for that long: what passes sooner is not worth a word. */
export function useLasting(is: boolean, milliseconds: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!is) return setLasts(false);
    const timer = setTimeout(() => setLasts(true), milliseconds);
    return () => clearTimeout(timer);
  }, [is, milliseconds]);
  return lasts;
}
