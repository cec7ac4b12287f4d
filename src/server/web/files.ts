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

const longCache = (c: Context, seconds: number) => c.header('Cache-Control', `public, max-age=${seconds}, immutable`);
const yearSeconds = 31_536_000;

/** `/media/<course>/…`: by Range; a new edition asks with another `?v=`, so a copy never ages. */
export const mediaFiles = (courseId: string, folder: string) =>
  new Hono()
    .use(
      `/${courseId}/*`,
      filesOf({
        root: folder,
        rewriteRequestPath: (path) => path.replace(`/media/${courseId}/`, '/'),
        onFound(_path, c) {
          c.header('Accept-Ranges', 'bytes');
          if (c.req.query('v') === undefined) c.header('Cache-Control', 'public, max-age=3600');
          else longCache(c, yearSeconds);
        },
      }),
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
  return new Hono()
    .use('/assets/*', filesOf({ root: folders.app, onFound: (_path, c) => void longCache(c, yearSeconds) }))
    .all('/assets/*', (c) => refuse(c, 404, 'request.not-found'))
    .get('/index.html', page)
    .get('/', page)
    .use('/:file{[^/]+\\.[a-z0-9]+}', filesOf({ root: folders.public }))
    .all('/:file{[^/]+\\.[a-z0-9]+}', (c) => refuse(c, 404, 'request.not-found'))
    .get('*', page);
}
