import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

const kinds: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** A plain web server: files by path, parts of them, and no word about other sites. */
export async function aPackageSite(find: (path: string) => Promise<Uint8Array | undefined>) {
  const asked: string[] = [];
  const missed: string[] = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname.slice(1));
    asked.push(path);
    const body = await find(path);
    if (!body) {
      missed.push(path);
      return response.writeHead(404).end();
    }
    const headers = { 'Content-Type': kinds[extname(path)] ?? 'application/octet-stream', 'Accept-Ranges': 'bytes' };
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    if (from === undefined) return response.writeHead(200, headers).end(body);
    const last = to ? Number(to) : body.length - 1;
    response.writeHead(206, { ...headers, 'Content-Range': `bytes ${from}-${last}/${body.length}` });
    return response.end(body.subarray(Number(from), last + 1));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    missed,
    close: () => new Promise<void>((closed) => void server.close(() => closed())),
  };
}
