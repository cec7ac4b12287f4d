import { configure, render } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { vi } from 'vitest';
import type { Language } from '#domain/course/closed-lists.ts';
import { type StartedServer, startServer } from './start-server.ts';

// Sign-in hashes on purpose slowly, and a busy machine is no failure.
configure({ asyncUtilTimeout: 10_000 });

type Network = {
  isDown: boolean;
  /** What is asked so (method and path) is not answered while this stands. */
  silentTo: RegExp | null;
  sent: string[];
};
type Gear = { server: StartedServer; network: Network; forgetCookies: () => void };

/**
 * The real server behind the browser's `fetch`: this page's cookies, its origin, and a plug that can be pulled.
 * jsdom has no network of its own; everything else that a browser would do is done here.
 */
export async function plugIn(given: Parameters<typeof startServer>[0] = {}): Promise<Gear> {
  const server = await startServer(given);
  const cookies = new Map<string, string>();
  const network: Network = { isDown: false, silentTo: null, sent: [] };
  const overTheWire = globalThis.fetch;
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (network.isDown) throw new TypeError('Failed to fetch');
    while (network.silentTo?.test(`${init.method ?? 'GET'} ${path}`)) await new Promise((wait) => setTimeout(wait, 20));
    const headers = new Headers(init.headers);
    headers.set('Origin', server.url);
    if (cookies.size > 0) headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    network.sent.push(`${init.method ?? 'GET'} ${path}`);
    const response = await overTheWire(new URL(path, server.url), { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? [];
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    return response;
  });
  return { server, network, forgetCookies: () => cookies.clear() };
}

/** jsdom draws no modal dialogs: open and closed is all that it can be told. */
function teachDialogs() {
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false;
  };
}

/** The whole app at an address, as a browser would show it. */
export async function openApp(address: string, language: Language): Promise<void> {
  teachDialogs();
  localStorage.setItem('muster.language', language);
  const [{ default: i18next }, { AppRoutes }] = await Promise.all([import('i18next'), import('#app/routes.tsx')]);
  await import('#app/i18n/i18n.ts');
  await i18next.changeLanguage(language);
  render(
    <MemoryRouter initialEntries={[address]}>
      <AppRoutes />
    </MemoryRouter>,
  );
}

/** Signs in through the server's own door, as a page loaded later finds it. */
export async function enter(proof: 'pin' | 'password', badge: string, secret: string): Promise<void> {
  const response = await fetch(`/api/sign-in/${proof}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ badge, [proof]: secret }),
  });
  if (!response.ok) throw new Error(`Sign-in answered ${response.status}.`);
}
