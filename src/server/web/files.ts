import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { refuse } from '../problem.ts';

/** What is not there (yet) serves nothing, and says nothing on the terminal. */
const filesOf = (options: NonNullable<Parameters<typeof serveStatic>[0]> & { root: string }): MiddlewareHandler =>
  existsSync(options.root) ? serveStatic(options) : (_c, next) => next();

export type Folders = {
  /** The built app (`dist/app`). */
  app: string;
  /** Files served as they are (`public`). */
  public: string;
  /** Film, captions and posters of the course. */
  media: string;
};

const hour = 'public, max-age=3600';
const forEver = 'public, max-age=31536000, immutable';

/** Says how long a file that was found may be kept, and that parts of it may be asked for. */
const keeping =
  (howLong: (c: Context) => string): MiddlewareHandler =>
  async (c, next) => {
    await next();
    if (!c.res.ok) return;
    c.res.headers.set('Cache-Control', howLong(c));
    c.res.headers.set('Accept-Ranges', 'bytes');
  };

/** `/media/<course>/…`: by Range; a new edition asks with another `?v=`, so a copy never ages. */
export const mediaFiles = (courseId: string, folder: string) =>
  new Hono()
    .use(
      `/${courseId}/*`,
      keeping((c) => (c.req.query('v') === undefined ? hour : forEver)),
      filesOf({ root: folder, rewriteRequestPath: (path) => path.replace(`/media/${courseId}/`, '/') }),
    )
    .all('*', (c) => refuse(c, 404, 'request.not-found'));

/** The built app: hashed files for ever, and the one page for every other address, never from a cache. */
export function appFiles(folders: Folders) {
  const page = (c: Context) => {
    const file = join(folders.app, 'index.html');
    if (!existsSync(file)) return refuse(c, 404, 'request.not-found');
    c.header('Cache-Control', 'no-cache');
    return c.html(readFileSync(file, 'utf8'));
  };
  return (
    new Hono()
      .use(
        '/assets/*',
        keeping(() => forEver),
        filesOf({ root: folders.app }),
      )
      .all('/assets/*', (c) => refuse(c, 404, 'request.not-found'))
      .get('/index.html', page)
      // The browser looks here whether the kept card is still made of the files of today.
      .use(
        '/worker.js',
        keeping(() => 'no-cache'),
        filesOf({ root: folders.app }),
      )
      .get('/', page)
      .use(
        '/:file{[^/]+\\.[a-z0-9]+}',
        keeping(() => hour),
        filesOf({ root: folders.public }),
      )
      .all('/:file{[^/]+\\.[a-z0-9]+}', (c) => refuse(c, 404, 'request.not-found'))
      .get('*', page)
  );
}
