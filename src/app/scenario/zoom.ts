/** Times the size that fits the window. */
export const smallest = 1;
export const largest = 4;

/** What one press of + or − adds. */
const step = 0.5;
/** What one arrow key moves, in CSS pixels. */
const stride = 64;

export type Point = { x: number; y: number };

export const clamped = (zoom: number): number => Math.min(largest, Math.max(smallest, zoom));

/** The next mark up or down, also from between two, where a pinch has left it. */
export const stepped = (zoom: number, direction: 1 | -1): number =>
  clamped(direction === 1 ? (Math.floor(zoom / step) + 1) * step : (Math.ceil(zoom / step) - 1) * step);

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

export const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** Where to scroll, so that what was under `at` before stays under it when one size becomes another. */
export const scrollKeeping = (at: Point, scrolled: Point, from: number, to: number): Point => ({
  x: ((scrolled.x + at.x) / from) * to - at.x,
  y: ((scrolled.y + at.y) / from) * to - at.y,
});

type Extent = { scrollWidth: number; scrollHeight: number };

/** Where a key moves a view that is scrolled so far; null for keys that move nothing. */
export function panned(key: string, { x, y }: Point, { scrollWidth, scrollHeight }: Extent): Point | null {
  if (key === 'ArrowLeft') return { x: x - stride, y };
  if (key === 'ArrowRight') return { x: x + stride, y };
  if (key === 'ArrowUp') return { x, y: y - stride };
  if (key === 'ArrowDown') return { x, y: y + stride };
  if (key === 'Home') return { x: 0, y: 0 };
  if (key === 'End') return { x: scrollWidth, y: scrollHeight };
  return null;
}
