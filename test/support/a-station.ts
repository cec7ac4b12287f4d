import { vi } from 'vitest';

/** A browser's way to a server: relative addresses, its cookie, its origin. `isConnected: false` is a pulled cable. */
export function aStation(url: string) {
  const station = { isConnected: true, answerInstead: null as (() => Response) | null };
  let cookie = '';
  const overTheWire = fetch;
  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    if (!station.isConnected) throw new TypeError('fetch failed');
    if (station.answerInstead) return station.answerInstead();
    const headers = new Headers(init.headers);
    headers.set('Origin', url);
    if (cookie) headers.set('Cookie', cookie);
    const response = await overTheWire(new URL(path, url), { ...init, headers });
    const set = response.headers.getSetCookie().at(-1);
    if (set) cookie = set.split(';')[0] ?? '';
    return response;
  };
  vi.stubGlobal('fetch', call);
  const json = { 'Content-Type': 'application/json' };
  return Object.assign(station, {
    signIn: ({ badge, pin }: { badge: string; pin: string }) =>
      call('/api/sign-in/pin', { method: 'POST', body: JSON.stringify({ badge, pin }), headers: json }),
    signOut: () => call('/api/sign-in', { method: 'DELETE' }),
    leave: () => vi.unstubAllGlobals(),
  });
}
