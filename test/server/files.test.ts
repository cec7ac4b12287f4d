import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { courseAddress } from '#domain/course/course-address.ts';
import { anAgency, shortMedia, shortPack } from '#test/support/an-agency.ts';
import { startServer } from '#test/support/start-server.ts';

const film = '/media/short-course/video.en.mp4';

/** A built app as Vite leaves it, with a secret beside it. */
async function withBuiltApp() {
  const root = mkdtempSync(join(tmpdir(), 'muster-built-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folders = { app: join(root, 'app'), public: join(root, 'public'), media: shortMedia };
  mkdirSync(join(folders.app, 'assets'), { recursive: true });
  mkdirSync(folders.public);
  writeFileSync(join(folders.app, 'index.html'), '<!doctype html><title>the page</title>');
  writeFileSync(join(folders.app, 'assets/app-1a2b3c.js'), `export const words = '${'muster '.repeat(500)}';`);
  writeFileSync(join(folders.public, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folders.app, 'worker.js'), 'self.addEventListener("fetch", () => {});');
  writeFileSync(join(root, 'secret.txt'), 'not for you');
  const { app } = await anAgency({ settings: { folders } });
  return (path: string, headers: Record<string, string> = {}) => app.request(`http://muster.test${path}`, { headers });
}

test('every address of the screens brings the one page, never from a cache', async () => {
  const get = await withBuiltApp();
  for (const path of ['/', '/roll-call', '/commander/units/north', '/index.html']) {
    const response = await get(path);
    expect(await response.text()).toContain('the page');
    expect(response.headers.get('Cache-Control')).toBe('no-cache');
  }
});

test('hashed files are kept for ever and sent compressed; a missing one is missing, not the page', async () => {
  const get = await withBuiltApp();
  const script = await get('/assets/app-1a2b3c.js', { 'Accept-Encoding': 'gzip' });
  expect(script.headers.get('Cache-Control')).toContain('immutable');
  expect(script.headers.get('Content-Encoding')).toBe('gzip');
  expect(script.headers.get('Content-Type')).toMatch(/javascript/);
  expect((await get('/assets/app-old.js')).status).toBe(404);
  expect((await get('/icon.svg')).headers.get('Content-Type')).toMatch(/svg/);
  expect((await get('/favicon.ico')).status).toBe(404);
});

test('the service worker is asked for anew each time, and stands where it may answer for the whole app', async () => {
  const get = await withBuiltApp();
  const worker = await get('/worker.js');
  expect(worker.headers.get('Content-Type')).toMatch(/javascript/);
  expect(worker.headers.get('Cache-Control')).toBe('no-cache');
  expect(worker.headers.get('Content-Security-Policy')).toContain("default-src 'self'");
});

test('a phone can put the app on its home screen: the page links a manifest whose pictures are there', async () => {
  const { app } = await anAgency();
  const get = (path: string) => app.request(`http://muster.test${path}`);
  expect(readFileSync(join(import.meta.dirname, '../../index.html'), 'utf8')).toContain(
    'rel="manifest" href="/manifest.webmanifest"',
  );
  const manifest = await get('/manifest.webmanifest');
  expect(manifest.headers.get('Content-Type')).toMatch(/^application\/manifest\+json/);
  const { start_url, scope, icons } = (await manifest.json()) as Record<string, unknown>;
  expect([start_url, scope]).toEqual(['/', '/']);
  for (const { src, type } of icons as { src: string; type: string }[]) {
    const icon = await get(src);
    expect([src, icon.status, icon.headers.get('Content-Type')?.split(';')[0]]).toEqual([src, 200, type]);
  }
});

test('the film comes by Range', async () => {
  const { app } = await anAgency();
  const file = join(shortMedia, 'video.en.mp4');
  const { size } = statSync(file);
  const get = (range?: string) =>
    app.request(`http://muster.test${film}?v=1`, { headers: range === undefined ? {} : { Range: range } });

  const part = await get('bytes=100-199');
  expect(part.status).toBe(206);
  expect(part.headers.get('Content-Range')).toBe(`bytes 100-199/${size}`);
  expect(Buffer.from(await part.arrayBuffer())).toEqual(readFileSync(file).subarray(100, 200));
  const end = await get('bytes=-10');
  expect(end.headers.get('Content-Range')).toBe(`bytes ${size - 10}-${size - 1}/${size}`);
  expect((await get(`bytes=${size}-`)).status).toBe(416);

  const whole = await get();
  expect(whole.status).toBe(200);
  expect(whole.headers.get('Accept-Ranges')).toBe('bytes');
  expect(whole.headers.get('Content-Type')).toBe('video/mp4');
  expect(whole.headers.get('Cache-Control')).toContain('immutable');
  expect((await whole.arrayBuffer()).byteLength).toBe(size);
});

test('how much a file of the film weighs can be asked before it is loaded', async () => {
  const { app } = await anAgency();
  for (const file of ['video.en.mp4', 'captions.es.vtt', 'poster.en.png', 'transcript.en.txt']) {
    const head = await app.request(`http://muster.test/media/short-course/${file}`, { method: 'HEAD' });
    expect([file, head.headers.get('Content-Length')]).toEqual([file, String(statSync(join(shortMedia, file)).size)]);
  }
});

test('the transcript of the film comes as plain text, kept with its edition', async () => {
  const { app } = await anAgency();
  const file = await app.request('http://muster.test/media/short-course/transcript.es.txt?v=1');
  expect(file.headers.get('Content-Type')).toMatch(/^text\/plain; charset=utf-8$/i);
  expect(file.headers.get('Cache-Control')).toContain('immutable');
  expect(await file.text()).toContain(shortPack.text.es.disclaimer);
});

test('nothing outside the folders is served, however the address is written', async () => {
  const server = await startServer();
  onTestFinished(() => server.close());
  const { connect } = await import('node:net');
  const raw = (path: string) =>
    new Promise<string>((resolve, reject) => {
      const { hostname, port, host } = new URL(server.url);
      let answer = '';
      connect(Number(port), hostname)
        .on('data', (bytes) => {
          answer += String(bytes);
        })
        .on('end', () => resolve(answer))
        .on('error', reject)
        .end(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    });
  for (const path of [
    '/media/short-course/../../course.json',
    '/media/short-course/%2e%2e/%2e%2e/course.json',
    '/media/short-course/..%2f..%2fcourse.json',
    '/media/short-course/..%5c..%5ccourse.json',
    '/media/short-course//..//..//course.json',
    '/media/short-course/film.json%00.txt',
    '/media/../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/%2e%2e/package.json',
  ]) {
    const answer = await raw(path);
    expect(answer, path).not.toContain('passRule');
    expect(answer, path).not.toContain('devDependencies');
  }
});

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
] as const)('the course comes whole and compressed as %s, and never changes under its hash', async (encoding, open) => {
  const { app } = await anAgency();
  const path = `http://muster.test${courseAddress(shortPack.editionHash)}`;
  const response = await app.request(path, { headers: { 'Accept-Encoding': encoding } });
  expect(response.headers.get('Content-Encoding')).toBe(encoding);
  expect(response.headers.get('Cache-Control')).toContain('immutable');
  expect(JSON.parse(open(Buffer.from(await response.arrayBuffer())).toString())).toEqual(shortPack);
  expect(await (await app.request(path)).json()).toEqual(shortPack);
  expect((await app.request(`http://muster.test/course/${'0'.repeat(64)}.json`)).status).toBe(404);
});
