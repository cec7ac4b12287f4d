import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** Whose items, and of which roll call: opaque ids only, no name, no badge and no PIN, since the device is shared. */
export type StationOwner = { sergeantId: string; rollCallId: string };

type Kept<Item> = StationOwner & { order?: number; id: string; item: Item };

type StationTables<Item> = DBSchema & {
  items: { key: number; value: Kept<Item>; indexes: { owner: [string, string]; sergeantId: string; id: string } };
};

/** Where a station keeps what the server has not answered. Each call rejects where the browser keeps nothing. */
export type StationShelf<Item extends { id: string }> = {
  /** In the order in which they were added. */
  list(): Promise<Item[]>;
  add(item: Item): Promise<void>;
  remove(id: string): Promise<void>;
};

const databaseName = 'muster-station';

const openDatabase = <Item>(terminated = () => {}) =>
  openDB<StationTables<Item>>(databaseName, 1, {
    upgrade(fresh) {
      const items = fresh.createObjectStore('items', { keyPath: 'order', autoIncrement: true });
      items.createIndex('owner', ['sergeantId', 'rollCallId']);
      items.createIndex('sergeantId', 'sergeantId');
      items.createIndex('id', 'id');
    },
    terminated,
  });

/** The shelf of one sergeant's roll call: it outlives tab and browser, and nobody else's station reads it. */
export function stationShelf<Item extends { id: string }>(owner: StationOwner): StationShelf<Item> {
  let connection: Promise<IDBPDatabase<StationTables<Item>>> | null = null;
  /** Browsers drop connections of pages in the background, and a disk that was full may have room again. */
  const connect = () => {
    const forget = () => {
      connection = null;
    };
    connection ??= openDatabase<Item>(forget);
    connection.catch(forget);
    return connection;
  };
  return {
    async list() {
      const kept = await (await connect()).getAllFromIndex('items', 'owner', [owner.sergeantId, owner.rollCallId]);
      return kept.map(({ item }) => item);
    },
    async add(item) {
      // Strict: the promise means that the item is on the disk, not in the operating system's memory.
      const writing = (await connect()).transaction('items', 'readwrite', { durability: 'strict' });
      const added = writing.store.add({ ...owner, id: item.id, item });
      // A page that is just being closed hears no more events: it must not be waited for.
      writing.commit();
      await Promise.all([added, writing.done]);
    },
    async remove(id) {
      const writing = (await connect()).transaction('items', 'readwrite');
      for (const order of await writing.store.index('id').getAllKeys(id)) await writing.store.delete(order);
      await writing.done;
    },
  };
}

/** Roll calls of which something of this sergeant's is still on this device. */
export async function rollCallsUnsent(sergeantId: string): Promise<{ rollCallId: string; items: number }[]> {
  const kept = await readKept((items) => items.getAllFromIndex('items', 'sergeantId', sergeantId));
  const counts = new Map<string, number>();
  for (const { rollCallId } of kept) counts.set(rollCallId, (counts.get(rollCallId) ?? 0) + 1);
  return [...counts].map(([rollCallId, items]) => ({ rollCallId, items }));
}

/** How many items wait on this device, of whichever sergeant: whose they are is nobody else's business. */
export const countAtStation = async (): Promise<number> => (await readKept((items) => items.getAll('items'))).length;

/** Where nothing was ever kept no database is made by asking. */
async function readKept(
  read: (database: IDBPDatabase<StationTables<unknown>>) => Promise<Kept<unknown>[]>,
): Promise<Kept<unknown>[]> {
  const known = await indexedDB.databases?.();
  if (!known?.some(({ name }) => name === databaseName)) return [];
  const database = await openDatabase();
  const kept = await read(database);
  database.close();
  return kept;
}
