/**
 * The service worker: makes `/card` open without a network. It answers for `/card`, for the files that page is made of and
 * for the edition on the shelf; every other request goes to the network as if no worker were there (decision 0008).
 */
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { courseShelf } from './shelf.ts';

/** Written in at the build: the page, and the files it loads. */
declare const filesOfTheCard: PrecacheEntry[];

// `/` must never be answered with a kept page, nor any file but the very one that was asked for.
precacheAndRoute(filesOfTheCard, { directoryIndex: '', cleanURLs: false, ignoreURLParametersMatching: [/^taps$/] });
cleanupOutdatedCaches();

registerRoute(/\/course\/[0-9a-f]{64}\.json\?v=\d+$/, async ({ request }) => {
  const shelf = await caches.open(courseShelf);
  return (await shelf.match(request)) ?? fetch(request);
});

// The pages that are open have loaded all they need, so the newer worker need not wait for them to close.
void (self as unknown as { skipWaiting: () => Promise<void> }).skipWaiting();
clientsClaim();
