import { hc } from 'hono/client';
import type { Api } from '#server/app.ts';

/** The typed client of our own server. The server's code is imported as a type only; no byte of it reaches a browser. */
export const api = hc<Api>('/');
