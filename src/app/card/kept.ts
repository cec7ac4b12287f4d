import { courseAddress } from '#domain/course/course-address.ts';
import type { Agency } from '../api/session.ts';
import { courseShelf } from '../offline/shelves.ts';

/**
 * What this device remembers of the card between visits. It names the agency and an edition, and nobody: whoever picks the
 * device up next may see it.
 */
export type Kept = {
  agency: Pick<Agency, 'name' | 'demo' | 'timeZone'>;
  /** Edition of the card that is kept here. */
  editionHash: string;
  /** Edition that the agency last said is in force; another one than is kept here when that could not be loaded. */
  newestHash: string;
  /** When the agency was last asked: ISO time of this device's clock. */
  checkedAt: string;
};

const rememberedAs = 'muster.card';

/** @returns null when nothing is kept, or when the browser refuses its storage */
export function readKept(): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(rememberedAs) ?? 'null') as Partial<Kept> | null;
    return kept?.editionHash && kept.newestHash && kept.checkedAt && kept.agency ? (kept as Kept) : null;
  } catch {
    return null;
  }
}

export function remember(kept: Kept): void {
  try {
    localStorage.setItem(rememberedAs, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing still shows the card while it has a network.
  }
}

/**
 * Puts this edition where the worker finds it, and takes every other off the shelf.
 *
 * @throws when the browser refuses its storage
 */
export async function keepCourse(editionHash: string): Promise<void> {
  const shelf = await caches.open(courseShelf);
  const address = courseAddress(editionHash);
  if (!(await shelf.match(address))) await shelf.add(address);
  for (const other of await shelf.keys()) {
    if (!other.url.endsWith(address)) await shelf.delete(other);
  }
}
