import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build, type Rolldown } from 'vite';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Standard } from './an-lms.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const kinds: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  mp4: 'video/mp4',
  vtt: 'text/vtt; charset=utf-8',
  png: 'image/png',
  woff2: 'font/woff2',
};

/** A site with the page of an LMS and, under the name of its standard, the built package with a course in it. */
export async function anLmsSite(pack: CoursePack, media: string) {
  const lmsPage = await bundled(path.join(root, 'test/support/lms/lms-page.ts'));
  const launchFile = (standard: Standard | 'cmi5') =>
    JSON.stringify({
      standard,
      course: 'course.json',
      media: 'media/',
      languages: ['en', 'es'],
      exit: 'suspend-or-normal',
      edition: pack.course.edition,
    });
  function found(pathname: string): Buffer | string | null {
    if (pathname === '/lms.html')
      return '<!doctype html><html lang="en"><title>LMS</title><body><script type="module" src="/lms.js"></script></body></html>';
    if (pathname === '/lms.js') return lmsPage;
    const [, standard, file] = /^\/(scorm12|scorm2004|cmi5)\/(.+)$/.exec(pathname) ?? [];
    if (!standard || !file) return null;
    if (file === 'muster-package.json') return launchFile(standard as Standard | 'cmi5');
    if (file === 'course.json') return JSON.stringify(pack);
    const folder = file.startsWith('media/') ? path.join(media, '..') : path.join(root, 'dist/lms');
    const name = file.startsWith('media/') ? path.join(path.basename(media), file.slice('media/'.length)) : file;
    return readFileSync(path.join(folder, name));
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    let body: Buffer;
    try {
      const file = found(pathname);
      if (file === null) throw new Error('not here');
      body = Buffer.from(file as string);
    } catch {
      response.writeHead(404).end();
      return;
    }
    const kind = kinds[path.extname(pathname).slice(1)] ?? 'application/octet-stream';
    // A film is sought in, so that parts of it are asked for.
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    if (from === undefined) {
      response
        .writeHead(200, { 'Content-Type': kind, 'Accept-Ranges': 'bytes', 'Content-Length': body.length })
        .end(body);
      return;
    }
    const last = to ? Number(to) : body.length - 1;
    const range = { 'Content-Range': `bytes ${from}-${last}/${body.length}`, 'Accept-Ranges': 'bytes' };
    response.writeHead(206, { 'Content-Type': kind, ...range }).end(body.subarray(Number(from), last + 1));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((closed) => void server.close(() => closed())),
  };
}

async function bundled(entry: string): Promise<string> {
  const built = (await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { write: false, minify: false, rolldownOptions: { input: entry } },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
}
