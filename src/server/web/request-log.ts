import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Logger } from 'pino';

/** One line a request: the route as written, never the address with its ids, and no header and no body. */
export const logRequests =
  (log: Logger): MiddlewareHandler =>
  async (c, next) => {
    const from = performance.now();
    await next();
    const milliseconds = Math.round(performance.now() - from);
    const { method } = c.req;
    const route = matchedRoutes(c).find((each) => each.method === method)?.path;
    log.info({ method, route, status: c.res.status, milliseconds }, 'request');
  };
