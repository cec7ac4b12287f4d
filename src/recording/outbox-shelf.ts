import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { EvidenceItem } from '#domain/completion/evidence.ts';

/** Whose item it is: opaque ids only, no name and no badge, since kiosks are shared. */
export type Owner = { agencyId: string; learnerId: string };

/** One item as it lies on the device. `order` is the place in the queue; `refusal` is set once the receiver said no. */
export type ShelfItem = Owner & { order: number; editionHash: string; item: EvidenceItem; refusal: string | null };

/** Where the outbox keeps its items. */
export type Shelf = {
  /** False once something lies only in this tab's memory. */
  isDurable(): boolean;
  add(owner: Owner, item: EvidenceItem): Promise<void>;
  /** In the order in which they were added. */
  list(owner: Owner): Promise<ShelfItem[]>;
  remove(order: number): Promise<void>;
  setAside(order: number, refusal: string): Promise<void>;
  close(): Promise<void>;
};

type OutboxTables = DBSchema & {
  items: { key: number; value: Omit<ShelfItem, 'order'> & { order?: number }; indexes: { owner: [string, string] } };
};

/** The shelf of this browser; in memory where the browser keeps nothing (private windows, blocked or full storage). */
export async function openShelf(name = 'muster-outbox'): Promise<Shelf> {
  const durable = await openDurableShelf(name).catch(() => null);
  return durable ? withSpare(durable, memoryShelf(firstSpareOrder)) : memoryShelf();
}

/**
 * How many items wait on this device, of whoever made them: whose they are is nobody else's business. None where the browser
 * keeps nothing, and where nothing was ever kept no database is made by asking.
 */
export async function countWaiting(name = 'muster-outbox'): Promise<number> {
  const known = await indexedDB.databases?.();
  if (!known?.some((each) => each.name === name)) return 0;
  const database = await openDB<OutboxTables>(name);
  const items = await database.getAll('items');
  database.close();
  return items.filter(({ refusal }) => refusal === null).length;
}

async function openDurableShelf(name: string): Promise<Shelf> {
  let connection: Promise<IDBPDatabase<OutboxTables>> | null = null;
  /** Browsers drop connections of pages in the background: the next use opens another. */
  const connect = () => {
    connection ??= openDB<OutboxTables>(name, 1, {
      upgrade(fresh) {
        const items = fresh.createObjectStore('items', { keyPath: 'order', autoIncrement: true });
        items.createIndex('owner', ['agencyId', 'learnerId']);
      },
      terminated() {
        connection = null;
      },
    });
    return connection;
  };
  await connect();
  return {
    isDurable: () => true,
    async add(owner, item) {
      // Strict: the promise means that the item is on the disk, not in the operating system's memory.
      const writing = (await connect()).transaction('items', 'readwrite', { durability: 'strict' });
      const added = writing.store.add({ ...owner, editionHash: item.editionHash, item, refusal: null });
      // A page that is just being closed hears no more events: it must not be waited for.
      writing.commit();
      await Promise.all([added, writing.done]);
    },
    list: async (owner) =>
      (await (await connect()).getAllFromIndex('items', 'owner', [owner.agencyId, owner.learnerId])) as ShelfItem[],
    remove: async (order) => (await connect()).delete('items', order),
    async setAside(order, refusal) {
      const writing = (await connect()).transaction('items', 'readwrite');
      const found = await writing.store.get(order);
      if (found) await writing.store.put({ ...found, refusal });
      await writing.done;
    },
    close: async () => (await connection)?.close(),
  };
}

/** Above every order that a database counts up to, so that a spare item comes after what was kept before it. */
const firstSpareOrder = 2 ** 52;

/** A full disk must not stop an officer: what the database will not take stays in memory, and is said to. */
function withSpare(durable: Shelf, spare: Shelf): Shelf {
  let spareUsed = false;
  const shelfOf = (order: number) => (order >= firstSpareOrder ? spare : durable);
  return {
    isDurable: () => !spareUsed,
    add: (owner, item) =>
      durable.add(owner, item).catch(() => {
        spareUsed = true;
        return spare.add(owner, item);
      }),
    list: async (owner) => [...(await durable.list(owner)), ...(await spare.list(owner))],
    remove: (order) => shelfOf(order).remove(order),
    setAside: (order, refusal) => shelfOf(order).setAside(order, refusal),
    close: () => durable.close(),
  };
}

export function memoryShelf(firstOrder = 1): Shelf {
  let items: ShelfItem[] = [];
  let next = firstOrder;
  return {
    isDurable: () => false,
    async add(owner, item) {
      items = [...items, { ...owner, order: next, editionHash: item.editionHash, item, refusal: null }];
      next += 1;
    },
    list: async ({ agencyId, learnerId }) =>
      items.filter((each) => each.agencyId === agencyId && each.learnerId === learnerId),
    async remove(order) {
      items = items.filter((each) => each.order !== order);
    },
    async setAside(order, refusal) {
      items = items.map((each) => (each.order === order ? { ...each, refusal } : each));
    },
    async close() {},
  };
}
