import { beforeEach, describe, expect, test, vi } from 'vitest';
import { connectionLost, type Problem } from '#app/api/problem.ts';
import { openStation } from '#app/roll-call/station.ts';
import { type StationItem, withTaps } from '#app/roll-call/station-items.ts';
import type { RollCallView, RosterLine } from '#domain/roll-call/roll-call.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { StationShelf } from '#recording/station-shelf.ts';

const aLine = (officerId: string, present = false): RosterLine => ({
  officerId,
  badge: officerId,
  name: officerId,
  rank: 'Officer',
  duty: 'on-duty',
  present,
  guest: false,
  standing: 'not-opened',
  grade: null,
});
const aView = (present: readonly string[] = []): RollCallView => ({
  id: 'roll-call-1',
  editionHash: 'e'.repeat(64),
  unit: { id: 'squad', name: 'Squad' },
  sergeant: { id: 'ann', name: 'Ann', badge: '101' },
  openedAt: '2026-11-22T12:00:00Z',
  closedAt: null,
  attestedBy: null,
  head: null,
  roster: ['ann', 'bo', 'cy'].map((id) => aLine(id, present.includes(id))),
  corrections: [],
  covered: [],
  watchedShare: 0,
  filmSeen: false,
  dueAt: '2026-11-29T04:59:59.999Z',
});
const tap = (id: string, officerId: string, present = true): StationItem => ({
  kind: 'presence',
  id,
  officerIds: [officerId],
  present,
});

/** A server that keeps who is present, and a wire that can be cut, refused or held up. */
function aServer() {
  const present = new Set<string>();
  const got: string[] = [];
  const server = {
    got,
    problem: null as Problem | null,
    look: async (): Promise<Result<RollCallView, Problem>> => succeed(aView([...present])),
    async send(item: StationItem): Promise<Result<RollCallView, Problem>> {
      got.push(item.id);
      if (server.problem) return fail(server.problem);
      if (item.kind === 'presence')
        for (const id of item.officerIds) item.present ? present.add(id) : present.delete(id);
      return succeed(aView([...present]));
    },
  };
  return server;
}

function aShelf(): StationShelf<StationItem> & { items: StationItem[] } {
  const shelf = {
    items: [] as StationItem[],
    list: async () => shelf.items,
    async add(item: StationItem) {
      shelf.items = [...shelf.items, item];
    },
    async remove(id: string) {
      shelf.items = shelf.items.filter((each) => each.id !== id);
    },
  };
  return shelf;
}

const settle = () => vi.advanceTimersByTimeAsync(0);
beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

describe('the station of a roll call', () => {
  test('shows a tap at once, says that it is on its way, and what the server answered in the end', async () => {
    const station = openStation(aServer(), aShelf());
    await station.look();
    station.put(tap('1', 'bo'));
    const shown = () =>
      withTaps(station.read().view as RollCallView, station.read().waiting).map((l) => [l.present, l.isSaving]);
    expect(shown()[1]).toEqual([true, true]);
    await settle();
    expect(shown()[1]).toEqual([true, false]);
  });

  test('keeps taps on the shelf while the network is gone and sends them again in order, with the same ids', async () => {
    const [server, shelf] = [aServer(), aShelf()];
    const station = openStation(server, shelf);
    await station.look();
    server.problem = connectionLost;
    station.put(tap('1', 'bo'));
    station.put(tap('2', 'bo', false));
    await settle();
    expect(shelf.items.map(({ id }) => id)).toEqual(['1', '2']);
    expect(station.read().problem).toEqual(connectionLost);
    server.problem = null;
    server.got.length = 0;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(server.got).toEqual(['1', '2']);
    expect(shelf.items).toEqual([]);
    expect(station.read()).toMatchObject({ problem: null, waiting: [] });
  });

  test('after a reload sends what the last page could not', async () => {
    const [server, shelf] = [aServer(), aShelf()];
    shelf.items = [tap('1', 'cy')];
    const station = openStation(server, shelf);
    await station.look();
    expect(server.got).toEqual(['1']);
    expect(station.read().view?.roster.find(({ officerId }) => officerId === 'cy')?.present).toBe(true);
  });

  test('drops what the server refuses for good and shows the server’s own state instead', async () => {
    const [server, shelf] = [aServer(), aShelf()];
    const station = openStation(server, shelf);
    await station.look();
    server.problem = { code: 'roll-call.closed', status: 409 };
    station.put(tap('1', 'bo'));
    await settle();
    expect(shelf.items).toEqual([]);
    expect(station.read().problem?.code).toBe('roll-call.closed');
    expect(station.read().view?.roster[1]?.present).toBe(false);
  });

  test('does not ask a sergeant whose session has ended again and again', async () => {
    const [server, shelf] = [aServer(), aShelf()];
    const station = openStation(server, shelf);
    await station.look();
    server.problem = { code: 'sign-in.required', status: 401 };
    station.put(tap('1', 'bo'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.got).toEqual(['1']);
    expect(shelf.items).toHaveLength(1);
  });

  test('keeps what was tapped while somebody else is signed in on the device, and does not ask again by itself', async () => {
    const [server, shelf] = [aServer(), aShelf()];
    const station = openStation(server, shelf);
    await station.look();
    server.problem = { code: 'sign-in.other-officer', status: 409 };
    station.put(tap('1', 'bo'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.got).toEqual(['1']);
    expect(shelf.items.map(({ id }) => id)).toEqual(['1']);
    server.problem = null;
    await station.flush();
    expect(shelf.items).toEqual([]);
  });

  test('sends nothing before it lies on the shelf, and takes nothing from the shelf before the receipt', async () => {
    const [server, shelf] = [aServer(), aShelf()];
    const told: string[] = [];
    const line = {
      ...server,
      send(item: StationItem) {
        told.push(`sent ${item.id}`);
        return server.send(item);
      },
    };
    const slow = {
      ...shelf,
      async add(item: StationItem) {
        await new Promise((done) => setTimeout(done, 500));
        told.push(`kept ${item.id}`);
      },
      async remove(id: string) {
        told.push(`removed ${id}`);
      },
    };
    const station = openStation(line, slow);
    await station.look();
    station.put(tap('1', 'bo'));
    expect(station.read().waiting).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toEqual(['kept 1', 'sent 1', 'removed 1']);
  });

  test('works in a browser that keeps nothing, and says so', async () => {
    const refuse = async () => Promise.reject(new DOMException('blocked', 'SecurityError'));
    const server = aServer();
    const station = openStation(server, { list: refuse, add: refuse, remove: refuse });
    await station.look();
    expect(station.read().fleeting).toBe(true);
    station.put(tap('1', 'bo'));
    await settle();
    expect(server.got).toEqual(['1']);
    expect(station.read()).toMatchObject({ problem: null, waiting: [], fleeting: true });
  });

  test('closes nothing over a tap that the server has not seen', async () => {
    const server = aServer();
    const station = openStation(server, aShelf());
    await station.look();
    server.problem = connectionLost;
    station.put(tap('1', 'bo'));
    const close = vi.fn(async () => succeed(aView()));
    expect(await station.askNow(close)).toEqual(fail(connectionLost));
    expect(close).not.toHaveBeenCalled();
    server.problem = null;
    expect((await station.askNow(close)).ok).toBe(true);
    expect(server.got.at(-1)).toBe('1');
  });

  test('has one call under way at a time, so that an older answer never covers a newer one', async () => {
    const server = aServer();
    let [under, most] = [0, 0];
    const slow = {
      ...server,
      async send(item: StationItem) {
        under += 1;
        most = Math.max(most, under);
        await new Promise((done) => setTimeout(done, 100));
        under -= 1;
        return server.send(item);
      },
    };
    const station = openStation(slow, aShelf());
    await station.look();
    for (const id of ['1', '2', '3']) station.put(tap(id, 'bo', id !== '2'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(most).toBe(1);
    expect(server.got).toEqual(['1', '2', '3']);
    station.stop();
  });
});
