import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Loaded, loadRest } from '#app/offline/load-file.ts';

const film = Uint8Array.from({ length: 1_000 }, (_, at) => at % 251);
const address = '/media/short-course/video.en.mp4?v=1';
const asked: (string | null)[] = [];

/** A server of one file; `cutAfter` bytes the network is gone. */
function serve({ cutAfter = Number.POSITIVE_INFINITY, knowsRanges = true } = {}) {
  vi.stubGlobal('fetch', async (_address: string, init: RequestInit) => {
    const range = new Headers(init.headers).get('Range');
    asked.push(range);
    const from = knowsRanges && range ? Number(/bytes=(\d+)-/.exec(range)?.[1]) : 0;
    const body = new ReadableStream({
      start(stream) {
        for (let at = from; at < film.length; at += 100) {
          if (at >= cutAfter) return stream.error(new TypeError('network error'));
          stream.enqueue(film.slice(at, at + 100));
        }
        stream.close();
      },
    });
    const status = knowsRanges && range ? 206 : 200;
    return new Response(body, { status, headers: { 'Content-Type': 'video/mp4' } });
  });
}

const never = new AbortController().signal;
const nothing = (): Loaded => ({ parts: [], bytes: 0 });
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

afterEach(() => {
  vi.unstubAllGlobals();
  asked.length = 0;
});

describe('loading a film to keep it', () => {
  test('says how far it is and gives the whole with its size', async () => {
    serve();
    const told: number[] = [];
    const response = await loadRest(address, film.length, nothing(), (bytes) => told.push(bytes), never);
    expect(told).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000]);
    expect(response.headers.get('Content-Length')).toBe('1000');
    expect(response.headers.get('Content-Type')).toBe('video/mp4');
    expect(await bytesOf(response)).toEqual(film);
  });

  test('goes on after a cut from where it was, and asks for nothing twice', async () => {
    serve();
    const loaded: Loaded = { parts: [film.slice(0, 300)], bytes: 300 };
    const response = await loadRest(address, film.length, loaded, () => {}, never);
    expect(asked).toEqual(['bytes=300-']);
    expect(await bytesOf(response)).toEqual(film);
  });

  test('begins again where the server knows no parts', async () => {
    serve({ knowsRanges: false });
    const loaded: Loaded = { parts: [film.slice(0, 300)], bytes: 300 };
    const response = await loadRest(address, film.length, loaded, () => {}, never);
    expect(await bytesOf(response)).toEqual(film);
  });

  test('never takes a part for the whole', async () => {
    serve();
    await expect(loadRest(address, film.length + 1, nothing(), () => {}, never)).rejects.toThrow('1000 of 1001 bytes');
    serve({ cutAfter: 400 });
    await expect(loadRest(address, film.length, nothing(), () => {}, never)).rejects.toThrow('network error');
  });
});
