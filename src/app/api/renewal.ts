/**
 * A session that ends in the middle of work: calls wait here while the person proves again who they are, then go on.
 * Nothing on the screen is unmounted, so nothing is lost.
 */
type Renewal = { promise: Promise<boolean>; resolve: (renewed: boolean) => void };

let renewal: Renewal | null = null;
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** Asks the person; false when nobody is there to ask, or the person said "later". Many callers share one question. */
export function renewSession(): Promise<boolean> {
  if (listeners.size === 0) return Promise.resolve(false);
  if (!renewal) {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    renewal = { promise, resolve };
    tell();
  }
  return renewal.promise;
}

export const isRenewalWanted = (): boolean => renewal !== null;

export function answerRenewal(renewed: boolean): void {
  const answered = renewal;
  renewal = null;
  answered?.resolve(renewed);
  tell();
}

export function onRenewal(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
