import { hc } from 'hono/client';
import { officerHeader } from '#domain/roster/signed-in.ts';
import type { Api } from '#server/app.ts';

/**
 * The typed client of our own server. The server's code is imported as a type only; no byte of it reaches a browser.
 * A redirect is an error: a sign-in page that answers in place of the server must never be taken for "recorded".
 */
export const api = hc<Api>('/', { init: { redirect: 'error', cache: 'no-store' } });

/** For what is written: whose screen sends it. The server refuses it when somebody else is signed in by now. */
export const inNameOf = (officerId: string) => ({ headers: { [officerHeader]: officerId } });
