import { distance, middle, type Point } from './zoom.ts';

type Zoomable = { sizeNow: () => number; zoomTo: (to: number, at: Point) => void };

/** Pixels of the wheel for one doubling. */
const wheelDoubles = 300;

/**
 * Pinch and Ctrl + wheel (which is also a trackpad's pinch) on an element that scrolls by itself with one finger.
 *
 * @returns what stops it
 * @see https://www.w3.org/TR/pointerevents3/
 */
export function followFingers(element: HTMLElement, { sizeNow, zoomTo }: Zoomable): () => void {
  const fingers = new Map<number, Point>();
  let begun: { apart: number; size: number } | null = null;
  const stop = new AbortController();
  const { signal } = stop;

  const within = ({ x, y }: Point): Point => {
    const { left, top } = element.getBoundingClientRect();
    return { x: x - left, y: y - top };
  };
  const pair = () => {
    const [a, b] = [...fingers.values()];
    return a && b && fingers.size === 2 ? { apart: distance(a, b), at: within(middle(a, b)) } : null;
  };
  const begin = () => {
    const two = pair();
    begun = two && { apart: two.apart, size: sizeNow() };
  };

  function onDown(event: PointerEvent) {
    if (event.pointerType !== 'touch') return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    begin();
  }
  function onMove(event: PointerEvent) {
    if (!fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const two = pair();
    if (two && begun && begun.apart > 0) zoomTo((begun.size * two.apart) / begun.apart, two.at);
  }
  function onUp(event: PointerEvent) {
    fingers.delete(event.pointerId);
    begin();
  }
  function onWheel(event: WheelEvent) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const by = 2 ** (-event.deltaY / wheelDoubles);
    zoomTo(sizeNow() * by, within({ x: event.clientX, y: event.clientY }));
  }
  /** Two fingers are ours; without this the browser scrolls and takes the pointers away. */
  function onTouch(event: TouchEvent) {
    if (event.touches.length === 2 && event.cancelable) event.preventDefault();
  }

  const active = { passive: false, signal };
  element.addEventListener('pointerdown', onDown, { signal });
  element.addEventListener('pointermove', onMove, { signal });
  for (const end of ['pointerup', 'pointercancel'] as const) window.addEventListener(end, onUp, { signal });
  element.addEventListener('wheel', onWheel, active);
  element.addEventListener('touchstart', onTouch, active);
  element.addEventListener('touchmove', onTouch, active);
  return () => stop.abort();
}
