import type { WorkerAnswer, WorkerRequest } from './shelves.ts';

/** On plain http from another machine browsers have no service worker and no cache to put anything in. */
export const canKeep = (): boolean => window.isSecureContext && 'serviceWorker' in navigator && 'caches' in window;

/**
 * The worker, once it has all files of the card.
 *
 * @throws when there is none and none can be had
 */
export async function activeWorker(): Promise<ServiceWorker> {
  const { serviceWorker } = navigator;
  // Registering asks the network for a newer worker; without one the worker that is there goes on.
  const found = await serviceWorker.register('/worker.js').then(whenActive, () => serviceWorker.getRegistration());
  if (!found?.active) throw new Error('No worker keeps the page.');
  return found.active;
}

/** Asks the worker to keep the files of the app. @throws when it could not */
export async function keepApp(): Promise<void> {
  const worker = await activeWorker();
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise<WorkerAnswer>((resolve) => {
    port1.onmessage = ({ data }) => resolve(data as WorkerAnswer);
  });
  worker.postMessage({ kind: 'keep-app' } satisfies WorkerRequest, [port2]);
  const { kept } = await answered;
  port1.close();
  if (!kept) throw new Error('The files of the app were not kept.');
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
