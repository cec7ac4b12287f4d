import { useState, useSyncExternalStore } from 'react';

const rememberedAs = 'muster.card.look';
const prefersDark = '(prefers-color-scheme: dark)';

function remembered(): boolean | null {
  try {
    const look = localStorage.getItem(rememberedAs);
    return look === null ? null : look === 'night';
  } catch {
    return null;
  }
}

/** The dark look: what the device asks for, until somebody chooses; the choice stays on the device. */
export function useNight(): [isNight: boolean, setNight: (isNight: boolean) => void] {
  const asked = useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(prefersDark);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia(prefersDark).matches,
  );
  const [chosen, setChosen] = useState(remembered);
  const choose = (isNight: boolean) => {
    setChosen(isNight);
    try {
      localStorage.setItem(rememberedAs, isNight ? 'night' : 'day');
    } catch {
      // It holds for this visit then.
    }
  };
  return [chosen ?? asked, choose];
}
