import type { EvidenceItem } from '#domain/completion/evidence.ts';
import { memoryShelf, type Owner, openShelf, type Shelf } from '../outbox-shelf.ts';
import type { LmsLaunch } from './lms-link.ts';

/** What the LMS has not confirmed yet, in order. */
export type Unconfirmed = {
  items(): readonly EvidenceItem[];
  /** Among the items at once; resolves when it lies on this device. */
  add(item: EvidenceItem): Promise<void>;
  drop(these: readonly EvidenceItem[]): Promise<void>;
  /** False where a frame may keep nothing, or nothing more: then it lies only in this tab. */
  isDurable(): boolean;
  close(): Promise<void>;
};

/** Where nothing is recorded. */
export const nothingUnconfirmed: Unconfirmed = {
  items: () => [],
  add: async () => {},
  drop: async () => {},
  isDurable: () => true,
  close: async () => {},
};

const shelfName = 'muster-lms';

/** An LMS has no id of an agency. What waits for one unit of a course is never told to the other. */
export const agencyOf = ({ part }: Pick<LmsLaunch, 'part'>): string => `lms:${part}`;

/** What an earlier launch of this learner left on this device, and what comes after it. */
export async function openUnconfirmed(
  launch: LmsLaunch,
  editionHash: string,
  shelfOfThisBrowser: () => Promise<Shelf> = () => openShelf(shelfName),
): Promise<Unconfirmed> {
  const owner: Owner = { agencyId: agencyOf(launch), learnerId: launch.learnerId };
  // Where the LMS does not say who learns, nothing may lie about that the next person could be taken for.
  const shelf = launch.learnerId === '' ? memoryShelf() : await shelfOfThisBrowser();
  const left = (await shelf.list(owner)).filter((each) => each.editionHash === editionHash);
  let items = left.map(({ item }) => item);
  return {
    items: () => items,
    add(item) {
      items = [...items, item];
      return shelf.add(owner, item);
    },
    async drop(these) {
      const ids = new Set(these.map(({ id }) => id));
      items = items.filter(({ id }) => !ids.has(id));
      // What could not be taken off the shelf comes again at the next launch, and counts nothing twice.
      const lying = await shelf.list(owner).catch(() => []);
      for (const { order, item } of lying) if (ids.has(item.id)) await shelf.remove(order).catch(() => undefined);
    },
    isDurable: shelf.isDurable,
    close: shelf.close,
  };
}
