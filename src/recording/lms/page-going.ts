/**
 * Calls when the page goes, after everybody else who listens for that: the film reports its last seconds then. Listeners are
 * called in the order in which they were added, so this one stands at the end again whenever the page is about to go.
 */
export function onPageGoing(go: () => void): void {
  if (typeof window === 'undefined') return;
  const standLast = () => {
    window.removeEventListener('pagehide', go);
    window.addEventListener('pagehide', go);
  };
  standLast();
  window.addEventListener('beforeunload', standLast);
  // Phones send no such event before they put a page away.
  document.addEventListener('visibilitychange', standLast);
  // A page that comes back out of the browser's memory has ended its conversation: it begins another.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
}
