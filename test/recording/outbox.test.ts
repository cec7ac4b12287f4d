// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { EvidenceItem } from '#domain/completion/evidence.ts';
import { type Outbox, type OutboxState, openOutbox, problemOf, type Receiver } from '#recording/outbox.ts';
import { memoryShelf, type Owner, openShelf, type Shelf } from '#recording/outbox-shelf.ts';
import { theShortCourse } from '#test/support/a-quiz-course.ts';
import { aReceiver } from '#test/support/a-receiver.ts';

const pack = theShortCourse();
const ruiz: Owner = { agencyId: 'demo', learnerId: 'officer-7' };
const okoro: Owner = { agencyId: 'demo', learnerId: 'officer-8' };
const pace = { patienceMilliseconds: 60, firstRetryMilliseconds: 15, longestRetryMilliseconds: 40 };

let made = 0;
const anItem = (): EvidenceItem => {
  made += 1;
  return {
    kind: 'opened',
    id: `019aa000-0000-7000-8000-${String(made).padStart(12, '0')}`,
    editionHash: pack.editionHash,
    deviceAt: '2026-11-22T12:00:00.000Z',
    language: 'en',
  };
};

const open: Outbox[] = [];
async function outboxOf(owner: Owner, receiver: Receiver, shelf: Shelf) {
  const outbox = await openOutbox(owner, shelf, receiver, pace);
  open.push(outbox);
  let state: OutboxState | null = null;
  outbox.onState((next) => {
    state = next;
  });
  return { outbox, now: () => state as unknown as OutboxState };
}
/** A disk of its own for each test; opening it again is the page loaded again. */
const aDisk = () => {
  const name = `outbox-${made}-${Math.random()}`;
  return () => openShelf(name);
};
afterEach(async () => {
  for (const outbox of open.splice(0)) await outbox.close();
});

describe('a server whose storage is out of reach', () => {
  test('is asked again by itself, not before it said, and gets everything once', async () => {
    const { far, receiver } = aReceiver(pack, ruiz);
    const tries: number[] = [];
    const away: Receiver = {
      ...receiver,
      async deliver(item, owner) {
        tries.push(performance.now());
        if (tries.length < 3) return { ok: false, error: { code: 'storage.away', retryAfterSeconds: 0.03 } };
        return receiver.deliver(item, owner);
      },
    };
    const { outbox, now } = await outboxOf(ruiz, away, await aDisk()());
    await outbox.submit(anItem());
    expect(now()).toMatchObject({ refused: [], problem: { code: 'storage.away' } });
    await vi.waitFor(() => expect(far.arrived).toHaveLength(1));
    const [first = 0, second = 0] = tries;
    expect(second - first).toBeGreaterThanOrEqual(29);
    await vi.waitFor(() => expect(now()).toMatchObject({ waiting: [], refused: [], problem: null }));
  });
});

describe('an officer with a network', () => {
  test('gets a receipt for what was sent, and nothing stays on the device', async () => {
    const { far, receiver } = aReceiver(pack, ruiz);
    const { outbox, now } = await outboxOf(ruiz, receiver, await aDisk()());
    expect(await outbox.submit(anItem())).toMatchObject({ ok: true, value: { kept: 'sent', receipt: 'receipt-1' } });
    expect(far.arrived).toHaveLength(1);
    expect(now()).toMatchObject({ waiting: [], refused: [], problem: null });
  });

  test('sends in the order in which things happened, one at a time', async () => {
    const { far, receiver } = aReceiver(pack, ruiz);
    let [underWay, most] = [0, 0];
    const slow: Receiver = {
      ...receiver,
      async deliver(item) {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setTimeout(resolve, 3));
        underWay -= 1;
        return receiver.deliver(item, ruiz);
      },
    };
    const { outbox } = await outboxOf(ruiz, slow, await aDisk()());
    const items = Array.from({ length: 8 }, anItem);
    await Promise.all(items.map((item) => outbox.submit(item)));
    await outbox.flush();
    expect(far.arrived).toEqual(items);
    expect(most).toBe(1);
  });
});

describe('an officer whose network is lost', () => {
  test('is told that it waits, and it is sent by itself once the network is back', async () => {
    const { far, receiver } = aReceiver(pack, ruiz);
    far.isReachable = false;
    const { outbox, now } = await outboxOf(ruiz, receiver, await aDisk()());
    expect(await outbox.submit(anItem())).toEqual({ ok: true, value: { kept: 'waiting' } });
    expect(now().problem).toEqual({ code: 'recording.offline' });
    expect(now().waiting).toHaveLength(1);
    far.isReachable = true;
    await vi.waitFor(() => expect(now()).toMatchObject({ waiting: [], problem: null }));
    expect(far.arrived).toHaveLength(1);
  });

  test('needs no waiting for the next try when the browser says that the network is back', async () => {
    const { far, receiver } = aReceiver(pack, ruiz);
    far.isReachable = false;
    const shelf = await aDisk()();
    const patient = { ...pace, firstRetryMilliseconds: 60_000, longestRetryMilliseconds: 60_000 };
    const outbox = await openOutbox(ruiz, shelf, receiver, patient);
    open.push(outbox);
    await outbox.submit(anItem());
    far.isReachable = true;
    window.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(far.arrived).toHaveLength(1));
  });

  test('closes the tab, comes back, and nothing was lost', async () => {
    const { far, receiver } = aReceiver(pack, ruiz);
    const disk = aDisk();
    far.isReachable = false;
    const first = await outboxOf(ruiz, receiver, await disk());
    const items = [anItem(), anItem()];
    for (const item of items) await first.outbox.submit(item);
    await first.outbox.close();
    far.isReachable = true;
    const second = await outboxOf(ruiz, receiver, await disk());
    expect(second.now().waiting).toHaveLength(2);
    await second.outbox.flush();
    expect(far.arrived).toEqual(items);
  });

  test('sends again what arrived without an answer, and gets the first receipt', async () => {
    const { far, receiver } = aReceiver(pack, ruiz);
    far.losesAnswers = true;
    const { outbox, now } = await outboxOf(ruiz, receiver, await aDisk()());
    const item = anItem();
    await outbox.submit(item);
    expect(now().waiting).toHaveLength(1);
    far.losesAnswers = false;
    await vi.waitFor(() => expect(now().waiting).toEqual([]));
    expect(far.arrived.length).toBeGreaterThan(1);
    expect(new Set(far.arrived.map(({ id }) => id))).toEqual(new Set([item.id]));
  });

  test('with a slow network is not kept waiting for the receipt', async () => {
    const { receiver } = aReceiver(pack, ruiz);
    const never: Receiver = {
      ...receiver,
      deliver: () =>
        new Promise((resolve) => setTimeout(resolve, 300, { ok: false, error: { code: 'recording.offline' } })),
    };
    const { outbox } = await outboxOf(ruiz, never, await aDisk()());
    expect(await outbox.submit(anItem())).toEqual({ ok: true, value: { kept: 'waiting' } });
  });
});

describe('a shared station', () => {
  test('never sends what one officer did while another is signed in', async () => {
    const { far, receiver } = aReceiver(pack, okoro);
    const { outbox, now } = await outboxOf(ruiz, receiver, await aDisk()());
    await outbox.submit(anItem());
    await outbox.flush();
    expect(far.arrived).toEqual([]);
    expect(now()).toMatchObject({ problem: { code: 'recording.signed-out' } });
    expect(now().waiting).toHaveLength(1);
    far.signedIn = ruiz;
    await outbox.flush();
    expect(far.arrived).toHaveLength(1);
  });

  test('does not mix two officers of one device', async () => {
    const disk = aDisk();
    const { far, receiver } = aReceiver(pack, null);
    const hers = await outboxOf(ruiz, receiver, await disk());
    const item = anItem();
    await hers.outbox.submit(item);
    await hers.outbox.close();
    far.signedIn = okoro;
    const his = await outboxOf(okoro, receiver, await disk());
    expect(his.now().waiting).toEqual([]);
    await his.outbox.flush();
    expect(far.arrived).toEqual([]);
    await his.outbox.close();
    far.signedIn = ruiz;
    const again = await outboxOf(ruiz, receiver, await disk());
    await again.outbox.flush();
    expect(far.arrived).toEqual([item]);
  });

  test('after the session has ended nothing is tried until somebody signs in again', async () => {
    const { far, receiver } = aReceiver(pack, null);
    const asked = vi.spyOn(receiver, 'identity');
    const { outbox, now } = await outboxOf(ruiz, receiver, await aDisk()());
    await outbox.submit(anItem());
    await outbox.submit(anItem());
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(asked).toHaveBeenCalledTimes(1);
    expect(now().waiting).toHaveLength(2);
    far.signedIn = ruiz;
    await outbox.flush();
    expect(far.arrived).toHaveLength(2);
  });
});

describe('an item that the receiver refuses', () => {
  test('is kept and named, and what comes after it is sent', async () => {
    const { far, receiver } = aReceiver(pack, ruiz);
    const [bad, good] = [anItem(), anItem()];
    far.refuses = ({ id }) => (id === bad.id ? 'evidence.not-your-turn' : null);
    const disk = aDisk();
    const first = await outboxOf(ruiz, receiver, await disk());
    const refusal = { code: 'recording.refused', detail: 'evidence.not-your-turn' };
    expect(await first.outbox.submit(bad)).toEqual({ ok: false, error: refusal });
    expect(await first.outbox.submit(good)).toMatchObject({ ok: true, value: { kept: 'sent' } });
    expect(far.arrived).toEqual([good]);
    await first.outbox.close();
    const later = await outboxOf(ruiz, receiver, await disk());
    await later.outbox.flush();
    expect(later.now().refused.map(({ item }) => item)).toEqual([bad]);
    expect(problemOf(later.now(), pack.editionHash)).toEqual(refusal);
    expect(far.arrived).toEqual([good]);
  });
});

describe('two tabs of one browser', () => {
  test('send every item once', async () => {
    const held = new Map<string, Promise<unknown>>();
    // jsdom has no Web Locks: exclusive by name, as the browser's are.
    const request = (name: string, run: () => Promise<void>) => {
      const turn = (held.get(name) ?? Promise.resolve()).then(run);
      held.set(name, turn);
      return turn;
    };
    vi.stubGlobal('navigator', { ...navigator, locks: { request } });
    const { far, receiver } = aReceiver(pack, ruiz);
    const disk = aDisk();
    const [one, other] = [await outboxOf(ruiz, receiver, await disk()), await outboxOf(ruiz, receiver, await disk())];
    const items = Array.from({ length: 6 }, anItem);
    await Promise.all(items.map((item, index) => (index % 2 ? one : other).outbox.submit(item)));
    await Promise.all([one.outbox.flush(), other.outbox.flush()]);
    vi.unstubAllGlobals();
    expect(far.arrived.map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id).sort());
  });
});

describe('a browser that keeps nothing', () => {
  test('is said to, and still sends', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const shelf = await openShelf('private-window');
    vi.unstubAllGlobals();
    expect(shelf.isDurable()).toBe(false);
    const { far, receiver } = aReceiver(pack, ruiz);
    const { outbox } = await outboxOf(ruiz, receiver, shelf);
    await outbox.submit(anItem());
    expect(far.arrived).toHaveLength(1);
  });

  test('and one whose disk is full keeps the rest in memory, in order, and says so', async () => {
    const { far, receiver } = aReceiver(pack, ruiz);
    far.isReachable = false;
    const shelf = await aDisk()();
    const { outbox, now } = await outboxOf(ruiz, receiver, shelf);
    const items = [anItem(), anItem()];
    await outbox.submit(items[0] as EvidenceItem);
    expect(shelf.isDurable()).toBe(true);
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await outbox.submit(items[1] as EvidenceItem);
    add.mockRestore();
    expect(shelf.isDurable()).toBe(false);
    far.isReachable = true;
    await outbox.flush();
    expect(far.arrived).toEqual(items);
    expect(now().waiting).toEqual([]);
  });
});

test('what lies on the device holds ids and evidence, no name, badge or PIN', async () => {
  const shelf = memoryShelf();
  await shelf.add(ruiz, anItem());
  const [kept] = await shelf.list(ruiz);
  expect(Object.keys(kept ?? {}).sort()).toEqual(['agencyId', 'editionHash', 'item', 'learnerId', 'order', 'refusal']);
});
