import { useEffect, useState } from 'react';

/** The value once it has been still for a moment: a screen reader is told where a pinch ended, not every step of it. */
export function useSettled<T>(value: T, stillMs = 400): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), stillMs);
    return () => clearTimeout(timer);
  }, [value, stillMs]);
  return settled;
}
