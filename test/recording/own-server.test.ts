import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EvidenceItem } from '#domain/completion/evidence.ts';
import { forgetOpening, readOpening } from '#recording/kept-opening.ts';
import { openShelf } from '#recording/outbox-shelf.ts';
import { ownServerRecorder } from '#recording/own-server/own-server.ts';
import type { Opening, Recorder, Sending } from '#recording/recorder.ts';
import { aStation } from '#test/support/a-station.ts';
import { type StartedServer, startServer } from '#test/support/start-server.ts';

let server: StartedServer;
let station: ReturnType<typeof aStation>;
let disk = 0;
const used: Recorder[] = [];

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(() => {
  station = aStation(server.url);
  disk += 1;
});
afterEach(async () => {
  for (const recorder of used.splice(0)) await recorder.close();
  station.leave();
});

/** The page, loaded (again) in the browser of this test. */
function aPage() {
  const name = `disk-${disk}`;
  const recorder = ownServerRecorder(() => openShelf(name));
  used.push(recorder);
  const page = { recorder, sending: null as Sending | null };
  recorder.onSending((next) => {
    page.sending = next;
  });
  return page;
}

async function opened(recorder: Recorder): Promise<Opening> {
  const opening = await recorder.open();
  if (!opening.ok) throw new Error(opening.error.code);
  return opening.value;
}

let made = 0;
const common = (opening: Opening) => {
  made += 1;
  const id = `019aa000-0000-7000-8000-${String(made).padStart(12, '0')}`;
  return { id, editionHash: opening.pack.editionHash, deviceAt: '2026-11-22T12:00:00.000Z' };
};
const beginning = (opening: Opening): EvidenceItem => ({ kind: 'opened', ...common(opening), language: 'en' });
const watching = (opening: Opening, fromSeconds: number, toSeconds: number): EvidenceItem => ({
  kind: 'watched',
  ...common(opening),
  stretches: [{ fromSeconds, toSeconds, rate: 1 }],
  narration: 'en',
  captions: ['en', 'es'],
});

describe('an officer at the agency’s own server', () => {
  test('opens the course, and what is watched comes back as covered with a receipt', async () => {
    await station.signIn(server.demo.officer);
    const { recorder } = aPage();
    const opening = await opened(recorder);
    expect(opening).toMatchObject({ learnerId: server.demo.officer.officerId, mode: 'record' });
    expect(opening.training.standing).toBe('not-opened');
    expect(opening.pack.film.courseId).toBe('short-course');
    expect(await recorder.submit(beginning(opening))).toMatchObject({ ok: true, value: { kept: 'sent' } });
    const kept = await recorder.submit(watching(opening, 0, 1.5));
    expect(kept).toMatchObject({
      ok: true,
      value: { kept: 'sent', training: { standing: 'watching', covered: [{ fromSeconds: 0, toSeconds: 1.5 }] } },
    });
  });

  test('gets the course as the server has it now, though the phone keeps for ever what it loaded before an update', async () => {
    await station.signIn(server.demo.officer);
    const { pack } = await opened(aPage().recorder);
    const { facsimiles: _drawnOnce, ...beforeTheUpdate } = pack;
    const overTheWire = globalThis.fetch;
    vi.stubGlobal('fetch', async (path: string, init?: RequestInit) =>
      path === `/course/${pack.editionHash}.json` ? Response.json(beforeTheUpdate) : overTheWire(path, init),
    );
    expect((await opened(aPage().recorder)).pack).toEqual(pack);
  });

  test('without a session is told so', async () => {
    await station.signOut();
    expect(await aPage().recorder.open()).toEqual({ ok: false, error: { code: 'recording.signed-out' } });
  });

  test('whose network drops keeps what was watched, sees it counted, and sends it after the page was loaded again', async () => {
    await station.signIn(server.demo.sergeant);
    const before = aPage();
    const opening = await opened(before.recorder);
    await before.recorder.submit(beginning(opening));
    station.isConnected = false;
    expect(await before.recorder.submit(watching(opening, 0, 1))).toEqual({ ok: true, value: { kept: 'waiting' } });
    expect(before.sending).toMatchObject({
      waiting: 1,
      problem: { code: 'recording.offline' },
      training: { covered: [{ fromSeconds: 0, toSeconds: 1 }] },
    });
    await before.recorder.close();
    station.isConnected = true;
    const after = await opened(aPage().recorder);
    expect(after.training.covered).toEqual([{ fromSeconds: 0, toSeconds: 1 }]);
  });

  test('whose turn it is not is refused by the server, and the item stays on the device', async () => {
    await station.signIn(server.demo.captain);
    const page = aPage();
    const opening = await opened(page.recorder);
    const refusal = { code: 'recording.refused', detail: 'evidence.not-opened' };
    expect(await page.recorder.submit(watching(opening, 0, 1))).toEqual({ ok: false, error: refusal });
    expect(page.sending).toMatchObject({ waiting: 0, problem: refusal });
  });
});

describe('a station that two officers share', () => {
  test('keeps the first one’s items back while the second is signed in, also in a tab left open', async () => {
    await station.signIn(server.demo.training);
    const hers = aPage();
    const opening = await opened(hers.recorder);
    await hers.recorder.submit(beginning(opening));
    await station.signOut();
    await station.signIn(server.demo.administrator);
    expect(await hers.recorder.submit(watching(opening, 0, 1))).toEqual({ ok: true, value: { kept: 'waiting' } });
    expect(hers.sending?.problem).toEqual({ code: 'recording.signed-out' });

    const his = aPage();
    expect((await opened(his.recorder)).training).toMatchObject({ covered: [], standing: 'not-opened' });
    expect(his.sending?.waiting).toBe(0);

    await station.signIn(server.demo.training);
    await hers.recorder.flush();
    expect(hers.sending).toMatchObject({ waiting: 0, problem: null });
    expect(hers.sending?.training?.covered).toEqual([{ fromSeconds: 0, toSeconds: 1 }]);
  });
});

describe('when somebody else signs in on the device', () => {
  test('between the question who is there and the sending, the item waits for its own officer', async () => {
    await station.signIn(server.demo.captain);
    const hers = aPage();
    const opening = await opened(hers.recorder);
    const wire = globalThis.fetch;
    let isAsked = false;
    vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
      const answer = await wire(path, init);
      if (!isAsked && path === '/api/sign-in') {
        isAsked = true;
        await station.signIn(server.demo.administrator);
      }
      return answer;
    });
    expect(await hers.recorder.submit(beginning(opening))).toEqual({ ok: true, value: { kept: 'waiting' } });
    expect(isAsked).toBe(true);
    expect(hers.sending).toMatchObject({ waiting: 1, problem: { code: 'recording.signed-out' } });
    await station.signIn(server.demo.captain);
    await hers.recorder.flush();
    expect(hers.sending).toMatchObject({ waiting: 0, problem: null, training: { standing: 'watching' } });
  });

  test('a screen that asks anew is not given the other one’s record, and sends nothing as the other', async () => {
    await station.signIn(server.demo.commander);
    const hers = aPage();
    const opening = await opened(hers.recorder);
    await station.signIn(server.demo.administrator);
    const refused = { ok: false, error: { code: 'recording.signed-out' } };
    expect(await hers.recorder.open(opening.learnerId)).toEqual(refused);
    expect(await hers.recorder.submit(beginning(opening))).toEqual({ ok: true, value: { kept: 'waiting' } });
    expect(hers.sending?.training?.officerId).toBe(opening.learnerId);
    expect(await (await fetch('/api/training')).json()).toMatchObject({ standing: 'not-opened' });
    await station.signIn(server.demo.commander);
    await hers.recorder.flush();
  });
});

/** What a browser keeps for a page, over a reload. */
function localShelf() {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  return kept;
}

describe('a training that is opened without a network', () => {
  test('opens where it was left, with what waits counted in, and sends all of it when the network is back', async () => {
    localShelf();
    await station.signIn(server.demo.sergeant);
    const first = aPage();
    const opening = await opened(first.recorder);
    await first.recorder.submit(beginning(opening));
    station.isConnected = false;
    await first.recorder.submit(watching(opening, 0, 1));
    await first.recorder.close();

    const wire = globalThis.fetch;
    const pack = JSON.stringify(opening.pack);
    // The worker has the course, and nothing else answers.
    vi.stubGlobal('fetch', async (path: string, init?: RequestInit) =>
      path.startsWith('/course/') ? new Response(pack) : wire(path, init),
    );
    const second = aPage();
    const away = await opened(second.recorder);
    expect(away).toMatchObject({ away: true, learnerId: opening.learnerId, takenAlong: false });
    expect(away.training).toMatchObject({ standing: 'watching', covered: [{ fromSeconds: 0, toSeconds: 1 }] });
    await second.recorder.submit(watching(opening, 1, 2));
    expect(second.sending?.waiting).toBe(2);

    station.isConnected = true;
    await second.recorder.flush();
    expect(second.sending).toMatchObject({ waiting: 0, problem: null });
    expect(second.sending?.training?.covered).toEqual([{ fromSeconds: 0, toSeconds: 2 }]);
  });

  test('is nobody’s after a sign-out, half an hour without a word, or another person’s sign-in', async () => {
    const kept = localShelf();
    await station.signIn(server.demo.sergeant);
    const opening = await opened(aPage().recorder);
    station.isConnected = false;
    const asks = (learnerId?: string) => aPage().recorder.open(learnerId);
    const offline = { ok: false, error: { code: 'recording.offline' } };
    expect([...kept.values()].join()).not.toMatch(
      new RegExp(`${server.demo.sergeant.badge}"|${server.demo.sergeant.pin}`),
    );

    expect(readOpening(Date.now() + 29 * 60_000)).toMatchObject({ learnerId: opening.learnerId });
    expect(readOpening(Date.now() + 31 * 60_000)).toBeNull();
    expect(await asks('somebody-else')).toEqual(offline);
    forgetOpening(opening.learnerId);
    expect(readOpening()).not.toBeNull();
    forgetOpening();
    expect(await asks()).toEqual(offline);

    station.isConnected = true;
    await opened(aPage().recorder);
    await station.signIn(server.demo.administrator);
    await opened(aPage().recorder);
    station.isConnected = false;
    expect(await asks(opening.learnerId)).toEqual(offline);
  });

  test('that was taken along on purpose opens for days, on this person’s word alone', async () => {
    localShelf();
    await station.signIn(server.demo.sergeant);
    const page = aPage();
    const opening = await opened(page.recorder);
    await page.recorder.submit({ kind: 'taken-along', ...common(opening) });
    expect(readOpening(Date.now() + 5 * 24 * 3_600_000)).toMatchObject({ takenAlong: opening.pack.editionHash });
    expect((await opened(aPage().recorder)).takenAlong).toBe(true);
  });

  test('is not taken along before the server has heard of it: nothing watched earlier could count', async () => {
    localShelf();
    await station.signIn(server.demo.sergeant);
    const page = aPage();
    const opening = await opened(page.recorder);
    station.isConnected = false;
    expect(await page.recorder.submit({ kind: 'taken-along', ...common(opening) })).toMatchObject({
      value: { kept: 'waiting' },
    });
    expect(readOpening()?.takenAlong).toBeNull();
    station.isConnected = true;
    await page.recorder.flush();
    expect(readOpening()?.takenAlong).toBe(opening.pack.editionHash);
  });
});

describe('a server whose storage is out of reach, or full', () => {
  test.each([
    [503, 'storage.away'],
    [507, 'storage.full'],
  ])('answers %i: it is waited out as long as it asks, said, and nothing counts as refused', async (status, code) => {
    await station.signIn(server.demo.commander);
    const page = aPage();
    const opening = await opened(page.recorder);
    station.answerInstead = () => Response.json({ code, status }, { status, headers: { 'Retry-After': '7' } });
    expect(await page.recorder.submit(beginning(opening))).toEqual({ ok: true, value: { kept: 'waiting' } });
    expect(page.sending).toMatchObject({ waiting: 1, problem: { code, retryAfterSeconds: 7 } });
    station.answerInstead = null;
    await page.recorder.flush();
    expect(page.sending).toMatchObject({ waiting: 0, problem: null });
  });
});

describe('an answer that is no receipt', () => {
  const strangers: [string, () => Response][] = [
    ['a hotel’s welcome page', () => new Response('<html>Welcome</html>', { status: 200 })],
    ['a 200 without a receipt', () => Response.json({ ok: true })],
    ['a proxy that is overloaded', () => Response.json({ message: 'later' }, { status: 503 })],
  ];
  test.each(strangers)('%s is not taken for one: the item waits and arrives later', async (_who, answer) => {
    await station.signIn(server.demo.commander);
    const page = aPage();
    const opening = await opened(page.recorder);
    station.answerInstead = answer;
    expect(await page.recorder.submit(beginning(opening))).toEqual({ ok: true, value: { kept: 'waiting' } });
    expect(page.sending?.waiting).toBe(1);
    station.answerInstead = null;
    await page.recorder.flush();
    expect(page.sending).toMatchObject({ waiting: 0, problem: null });
  });
});
