import { useEffect, useState } from 'react';
import { keepCourse } from './kept.ts';

/** `impossible`: on plain http from another machine browsers have no service worker. */
export type Keeping = 'working' | 'kept' | 'impossible' | 'failed';

const isPossible = () => window.isSecureContext && 'serviceWorker' in navigator && 'caches' in window;

/** Keeps the page and this edition on the device, so that the card opens without a network, and says how far that is. */
export function useKeptOffline(editionHash: string): Keeping {
  const [kept, setKept] = useState<{ editionHash: string; keeping: Keeping } | null>(null);

  useEffect(() => {
    if (!isPossible()) return;
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

  if (!isPossible()) return 'impossible';
  return kept?.editionHash === editionHash ? kept.keeping : 'working';
}

async function keep(editionHash: string): Promise<void> {
  const { serviceWorker } = navigator;
  // Registering asks the network for a newer worker; without one the worker that is there goes on.
  const active = await serviceWorker.register('/worker.js').then(whenActive, () => serviceWorker.getRegistration());
  if (!active?.active) throw new Error('No worker keeps the page.');
  await keepCourse(editionHash);
}

/** Resolves once a worker has all files of the page. */
function whenActive(registration: ServiceWorkerRegistration): Promise<ServiceWorkerRegistration> {
  const coming = registration.installing ?? registration.waiting;
  if (registration.active || !coming) return Promise.resolve(registration);
  return new Promise((resolve, reject) => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated') resolve(registration);
      if (coming.state === 'redundant') reject(new Error('The worker could not be installed.'));
    });
  });
}
