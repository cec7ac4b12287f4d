import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvidenceItem } from '#domain/completion/evidence.ts';
import { theShortCourse } from '#test/support/a-quiz-course.ts';
import { aTraining } from '#test/support/a-recorder.ts';
import { openBrowser } from '#test/support/browser.ts';
import { aCmi5Lms, type Cmi5Lms } from '#test/support/cmi5-lms/a-cmi5-lms.ts';

/** The link in a real browser, the content on another origin than the LMS: preflights, a reload, and the page that goes while it speaks. */

const root = path.resolve(import.meta.dirname, '../..');
const pack = theShortCourse();
let browser: Browser;
let lms: Cmi5Lms;
let content: Server;
let origin = '';

beforeAll(async () => {
  const entry = path.join(root, 'src/recording/cmi5/cmi5-link.ts');
  const lib = { entry, formats: ['es' as const] };
  const built = await build({ root, configFile: false, logLevel: 'error', build: { write: false, lib } });
  const [bundle] = built as Rolldown.RolldownOutput[];
  const link = bundle?.output[0].code ?? '';
  content = createServer(({ url }, answer) => {
    const isLink = url === '/link.js';
    answer.setHeader('Content-Type', isLink ? 'text/javascript' : 'text/html');
    answer.end(
      isLink ? link : '<!doctype html><script type="module">Object.assign(window, await import("/link.js"))</script>',
    );
  });
  await new Promise<void>((ready) => content.listen(0, ready));
  origin = `http://localhost:${(content.address() as AddressInfo).port}`;
  browser = await openBrowser();
  lms = await aCmi5Lms();
});
afterAll(async () => {
  await browser?.close();
  content?.closeAllConnections();
  content?.close();
  await lms?.close();
});

/** Begins as the page does when it has loaded. */
async function begin(page: Page): Promise<unknown> {
  await page.waitForFunction('window.cmi5Link');
  return page.evaluate(`(window.link = window.cmi5Link(new URL(location.href), ${JSON.stringify(pack)})).begin()`);
}

test('from another origin: token kept over a reload, state with entity tags, terminated before the way back', async () => {
  const { address, session } = lms.launch({ page: `${origin}/index.html`, returnURL: `${origin}/back` });
  const page = await browser.newPage();
  await page.goto(String(address));
  expect(await begin(page)).toMatchObject({ ok: true, value: { held: 'nothing' } });
  await page.reload();
  expect(await begin(page)).toMatchObject({ ok: true });
  const deviceAt = new Date().toISOString();
  const id = '019aa000-0000-7000-8000-000000000001';
  const item: EvidenceItem = { kind: 'acknowledged', id, editionHash: pack.editionHash, deviceAt, language: 'es' };
  const change = { state: 'one', items: [{ item, right: null }], training: aTraining(pack, { covered: [] }) };
  expect(await page.evaluate(`window.link.write(${JSON.stringify(change)})`)).toMatchObject({ ok: true });
  expect(await page.evaluate(`window.link.write(${JSON.stringify({ ...change, state: 'two' })})`)).toMatchObject({
    ok: true,
  });
  await page.evaluate('void window.link.leave(true)');
  await page.waitForURL(`${origin}/back`);
  expect(lms.saidIn(session).map(({ verb }) => verb.id.split('/').at(-1))).toEqual([
    'initialized',
    'acknowledge',
    'terminated',
  ]);
  expect(lms.stateOf(session)).toMatchObject({ state: 'two' });
  expect(lms.refusals).toEqual([]);
});

test('a page that is closed while it leaves is still heard', async () => {
  const { address, session } = lms.launch({ page: `${origin}/index.html` });
  const page = await browser.newPage();
  await page.goto(String(address));
  await begin(page);
  await page.evaluate('void window.link.leave(false)');
  await page.close();
  await expect.poll(() => session.state).toBe('terminated');
});
