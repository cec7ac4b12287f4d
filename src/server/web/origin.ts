import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { refuse } from '../problem.ts';

/** Where a request says it was sent to. Forwarded headers count only behind a proxy that the operator named. */
export type Origin = { scheme: 'http' | 'https'; host: string };

export const originOf =
  (trustProxy: boolean) =>
  (c: Context): Origin => {
    const forwarded = (name: string) => (trustProxy ? c.req.header(name)?.split(',').at(-1)?.trim() : undefined);
    const scheme = forwarded('X-Forwarded-Proto') === 'https' ? 'https' : 'http';
    return { scheme, host: forwarded('X-Forwarded-Host') ?? c.req.header('Host') ?? new URL(c.req.url).host };
  };

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Only a page of ours changes anything: the browser must say where it comes from, and what it sends must be JSON, which no
 * form can send. A DELETE without a body needs no type.
 */
export const onlyOurPages = (origin: (c: Context) => Origin) =>
  createMiddleware(async (c, next) => {
    if (safe.has(c.req.method)) return next();
    const { scheme, host } = origin(c);
    const site = c.req.header('Sec-Fetch-Site');
    const ours = c.req.header('Origin') === `${scheme}://${host}` && (site === undefined || site === 'same-origin');
    if (!ours) return refuse(c, 403, 'request.not-same-origin');
    const type = c.req.header('Content-Type');
    const isBodiless = c.req.method === 'DELETE' && type === undefined;
    if (!isBodiless && type?.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
      return refuse(c, 415, 'request.not-json');
    }
    return next();
  });
