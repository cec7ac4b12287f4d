/** Calls when the network may be back: the browser says so, or somebody looks at the page again. Returns the way to stop. */
export function onWakes(wake: () => void): () => void {
  if (typeof window === 'undefined') return () => {};
  const wakeWhenSeen = () => {
    if (document.visibilityState === 'visible') wake();
  };
  window.addEventListener('online', wake);
  document.addEventListener('visibilitychange', wakeWhenSeen);
  return () => {
    window.removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', wakeWhenSeen);
  };
}

/**
 * Runs while no other tab of this browser runs the same. Plain http from another machine has no Web Locks: there two tabs
 * may send the same item, and the receiver answers the second with the first receipt.
 */
export async function aloneInThisBrowser(name: string, run: () => Promise<void>): Promise<void> {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);
  if (locks) await locks.request(name, run);
  else await run();
}
