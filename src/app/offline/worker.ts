/**
 * The service worker (decision 0012). The card opens from this device first. App, course and film answer without a network
 * once somebody kept them on purpose; a page is asked of the network first all the same. `/api` is never answered here.
 */
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, matchPrecache, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import { createPartialResponse } from 'workbox-range-requests';
import { registerRoute } from 'workbox-routing';
import { appShelves, courseShelf, trainingShelf, type WorkerAnswer, type WorkerRequest } from './shelves.ts';

/** Written in at the build: the page and the files that the card loads; what the officer's app and the station load besides. */
declare const filesOfTheCard: PrecacheEntry[];
declare const filesOfTheApp: string[];
/** Another one with every change of either list. */
declare const build: string;

type Client = { url: string; navigate(url: string): Promise<unknown> };
type Waiting = Event & { waitUntil(work: Promise<unknown>): void; data: WorkerRequest; ports: MessagePort[] };
const worker = self as unknown as {
  skipWaiting(): Promise<void>;
  clients: { get(id: string): Promise<Client | undefined> };
  addEventListener(what: 'install' | 'activate' | 'message', listen: (event: Waiting) => void): void;
};

const appShelf = `${appShelves}${build}`;

// No file but the very one that was asked for.
precacheAndRoute(filesOfTheCard, { directoryIndex: '', cleanURLs: false, ignoreURLParametersMatching: [/^taps$/] });
cleanupOutdatedCaches();

const kept = async (request: Request, ...shelves: string[]): Promise<Response | undefined> => {
  for (const shelf of shelves) {
    const found = (await caches.has(shelf)) && (await (await caches.open(shelf)).match(request.url));
    if (found) return found;
  }
};

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  async ({ request }) => (await kept(request, appShelf)) ?? fetch(request),
);

registerRoute(
  /\/course\/[0-9a-f]{64}\.json\?v=\d+$/,
  async ({ request }) => (await kept(request, courseShelf, trainingShelf)) ?? fetch(request),
);

// The agency's order, which is read before it is acknowledged.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/course/orders/'),
  async ({ request }) => (await kept(request, trainingShelf)) ?? fetch(request),
);

// Players ask for parts of the film.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/media/'),
  async ({ request }) => {
    const file = await kept(request, trainingShelf);
    if (!file) return fetch(request);
    return request.headers.has('range') ? createPartialResponse(request, file) : file;
  },
);

/** On one bar of signal a page may hang for minutes; what was kept for this very case opens instead. */
const patienceMilliseconds = 4_000;
const tooLate = () => new Promise<null>((over) => setTimeout(over, patienceMilliseconds, null));

registerRoute(
  ({ request, url }) =>
    request.mode === 'navigate' && (url.pathname === '/' || /^\/roll-call(\/|$)/.test(url.pathname)),
  async ({ request, event }) => {
    const fresh = fetch(request);
    if (!(await caches.has(appShelf))) return fresh;
    const inTime = await Promise.race([fresh.catch(() => null), tooLate()]);
    // A proxy that finds nobody behind it is no network either.
    if (inTime && inTime.status < 500) return inTime;
    const page = await matchPrecache('/card');
    if (!page) return fresh;
    (event as unknown as Waiting).waitUntil(correct(fresh, page.clone(), event));
    return page;
  },
);

/** An older page that opened only because the network was slow gives way to the one of today: nothing is lost by a reload. */
async function correct(fresh: Promise<Response>, page: Response, event: Event): Promise<void> {
  const answer = await fresh.catch(() => null);
  if (!answer?.ok || (await answer.text()) === (await page.text())) return;
  const client = await worker.clients.get((event as unknown as { resultingClientId: string }).resultingClientId);
  await client?.navigate(client.url);
}

/** All of them or none. */
async function keepApp(): Promise<void> {
  try {
    const shelf = await caches.open(appShelf);
    if ((await shelf.keys()).length < filesOfTheApp.length) await shelf.addAll(filesOfTheApp);
  } catch (error) {
    await caches.delete(appShelf);
    throw error;
  }
}

const appShelvesHere = async () => (await caches.keys()).filter((name) => name.startsWith(appShelves));

// Page and files are of one build: where the app was kept, a newer worker brings all of its own before it takes over.
worker.addEventListener('install', (event) => {
  event.waitUntil(appShelvesHere().then((shelves) => (shelves.length > 0 ? keepApp() : undefined)));
});
worker.addEventListener('activate', (event) => {
  const dropOlder = async () => {
    for (const name of await appShelvesHere()) if (name !== appShelf) await caches.delete(name);
  };
  event.waitUntil(dropOlder());
});
worker.addEventListener('message', (event) => {
  if (event.data?.kind !== 'keep-app') return;
  const answer = (is: WorkerAnswer) => event.ports[0]?.postMessage(is);
  event.waitUntil(
    keepApp().then(
      () => answer({ kept: true }),
      () => answer({ kept: false }),
    ),
  );
});

// The pages that are open have loaded all they need, so the newer worker need not wait for them to close.
void worker.skipWaiting();
clientsClaim();
