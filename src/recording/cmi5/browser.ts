import type { SessionShelf } from './session.ts';

/** What the conversation needs of the browser around it. */
export type Browser = {
  fetch: typeof globalThis.fetch;
  shelf: SessionShelf;
  /** Leads the window to the address (cmi5 10.2.6). */
  goTo(address: string): void;
  /** The device's clock, milliseconds. */
  now(): number;
};

export const thisBrowser = (): Browser => ({
  fetch: (...request) => fetch(...request),
  shelf: shelfOfThisTab(),
  goTo: (address) => location.assign(address),
  now: () => Date.now(),
});

/** Null where the browser refuses its storage to a page in a foreign frame. */
function shelfOfThisTab(): SessionShelf {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
