import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { countAtStation, rollCallsUnsent, stationShelf } from '#recording/station-shelf.ts';

const anItem = (id: string) => ({ kind: 'presence' as const, id, officerIds: ['officer-7'], present: true });
const mondays = { sergeantId: 'ann', rollCallId: 'monday' };
/** Another connection each time: the browser was closed and opened again. */
const shelfOf = (owner: typeof mondays) => stationShelf<ReturnType<typeof anItem>>(owner);

beforeEach(async () => {
  for (const id of ['1', '2', '3', '4']) await shelfOf(mondays).remove(id);
});

test('what was kept is there in its order when the browser is opened again, and gone once it was received', async () => {
  await shelfOf(mondays).add(anItem('2'));
  await shelfOf(mondays).add(anItem('1'));
  expect(await shelfOf(mondays).list()).toEqual([anItem('2'), anItem('1')]);
  await shelfOf(mondays).remove('2');
  expect(await shelfOf(mondays).list()).toEqual([anItem('1')]);
});

test('another sergeant on the same device, and another roll call of the same sergeant, see nothing of it', async () => {
  await shelfOf(mondays).add(anItem('1'));
  expect(await shelfOf({ sergeantId: 'bo', rollCallId: 'monday' }).list()).toEqual([]);
  expect(await shelfOf({ sergeantId: 'ann', rollCallId: 'tuesday' }).list()).toEqual([]);
  expect(await rollCallsUnsent('bo')).toEqual([]);
});

test('a sergeant is told which roll calls are unsent here; before signing in only how much waits', async () => {
  expect(await countAtStation()).toBe(0);
  await shelfOf(mondays).add(anItem('1'));
  await shelfOf(mondays).add(anItem('2'));
  await shelfOf({ sergeantId: 'bo', rollCallId: 'tuesday' }).add(anItem('3'));
  expect(await rollCallsUnsent('ann')).toEqual([{ rollCallId: 'monday', items: 2 }]);
  expect(await countAtStation()).toBe(3);
});
