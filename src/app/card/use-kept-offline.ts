import { useEffect, useState } from 'react';
import { activeWorker, canKeep } from '../offline/ask-worker.ts';
import { keepCourse } from './kept.ts';

/** `impossible`: on plain http from another machine browsers have no service worker. */
export type Keeping = 'working' | 'kept' | 'impossible' | 'failed';

/** Keeps the page and this edition on the device, so that the card opens without a network, and says how far that is. */
export function useKeptOffline(editionHash: string): Keeping {
  const [kept, setKept] = useState<{ editionHash: string; keeping: Keeping } | null>(null);

  useEffect(() => {
    if (!canKeep()) return;
    let isLeft = false;
    const done = (keeping: Keeping) => !isLeft && setKept({ editionHash, keeping });
    keep(editionHash).then(
      () => done('kept'),
      () => done('failed'),
    );
    return () => {
      isLeft = true;
    };
  }, [editionHash]);

  if (!canKeep()) return 'impossible';
  return kept?.editionHash === editionHash ? kept.keeping : 'working';
}

async function keep(editionHash: string): Promise<void> {
  await activeWorker();
  await keepCourse(editionHash);
}
