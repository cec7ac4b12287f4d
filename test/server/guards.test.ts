import { Writable } from 'node:stream';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { officerHeader } from '#domain/roster/signed-in.ts';
import { problemCodes } from '#server/problem.ts';
import { anAgency, anItem, send } from '#test/support/an-agency.ts';

describe('only pages of ours change anything', () => {
  const json = 'application/json';
  const ours = 'http://muster.test';
  test.each<[string, Record<string, string>, number]>([
    ['our own page', { Origin: ours, 'Content-Type': json }, 200],
    ['our own page, told by the browser', { Origin: ours, 'Content-Type': json, 'Sec-Fetch-Site': 'same-origin' }, 200],
    ['JSON with a character set', { Origin: ours, 'Content-Type': 'Application/JSON; charset=utf-8' }, 200],
    ['another site', { Origin: 'https://evil.example', 'Content-Type': json }, 403],
    ['a neighbour host', { Origin: 'http://other.muster.test', 'Content-Type': json }, 403],
    ['another port', { Origin: 'http://muster.test:8081', 'Content-Type': json }, 403],
    ['another scheme', { Origin: 'https://muster.test', 'Content-Type': json }, 403],
    ['no origin', { 'Content-Type': json }, 403],
    ['the null origin of a sandbox', { Origin: 'null', 'Content-Type': json }, 403],
    ['cross-site by fetch metadata', { Origin: ours, 'Content-Type': json, 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['same-site by fetch metadata', { Origin: ours, 'Content-Type': json, 'Sec-Fetch-Site': 'same-site' }, 403],
    ['text', { Origin: ours, 'Content-Type': 'text/plain' }, 415],
    ['a form', { Origin: ours, 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
    ['JSON by name only', { Origin: ours, 'Content-Type': 'text/plain; application/json' }, 415],
    ['something that begins like JSON', { Origin: ours, 'Content-Type': 'application/jsonp' }, 415],
    ['no type', { Origin: ours }, 415],
  ])('%s', async (_from, headers, status) => {
    const agency = await anAgency();
    const { cookie } = await agency.as('north-officer');
    const body = new TextEncoder().encode(JSON.stringify(anItem('opened')));
    const request = {
      method: 'POST',
      body,
      headers: { Host: 'muster.test', cookie, [officerHeader]: 'north-officer', ...headers },
    };
    const response = await agency.app.request('http://muster.test/api/training/evidence', request);
    expect(response.status).toBe(status);
    const rows = await agency.installation.db.selectFrom('training').selectAll().execute();
    expect(rows).toHaveLength(status === 200 ? 1 : 0);
  });

  test('signing out from another site is refused as well', async () => {
    const agency = await anAgency();
    const { cookie, get } = await agency.as('north-officer');
    const headers = { Host: 'muster.test', cookie, Origin: 'https://evil.example' };
    const response = await agency.app.request('http://muster.test/api/sign-in', { method: 'DELETE', headers });
    expect(response.status).toBe(403);
    expect((await get('/api/sign-in')).status).toBe(200);
  });
});

describe('what every answer carries', () => {
  test.each(['/', '/api/agency', '/api/training', '/api/no-such-thing', '/media/x', '/course/x', '/assets/x.js'])(
    '%s: a strict policy, no sniffing, no framing, no referrer',
    async (path) => {
      const agency = await anAgency();
      const { headers } = await agency.app.request(`http://muster.test${path}`);
      const policy = headers.get('Content-Security-Policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-|\*|https?:|data:/);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    },
  );

  test('answers of the API are in nobody’s cache', async () => {
    const officer = await (await anAgency()).as('north-officer');
    expect((await officer.get('/api/training')).headers.get('Cache-Control')).toBe('no-store');
  });
});

describe('what cannot be read', () => {
  test('a body of more than a megabyte is refused before it is parsed, with or without its length', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    const big = anItem('opened', { deviceAt: 'x'.repeat(1024 * 1024) });
    expect(await send(officer, big)).toMatchObject({ status: 413, body: { code: 'request.too-large' } });

    const bytes = new TextEncoder().encode(JSON.stringify(big));
    const body = new ReadableStream({
      start(stream) {
        for (let from = 0; from < bytes.length; from += 65_536) stream.enqueue(bytes.subarray(from, from + 65_536));
        stream.close();
      },
    });
    const headers = { Host: 'muster.test', Origin: 'http://muster.test', 'Content-Type': 'application/json' };
    const init = {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { ...headers, cookie: officer.cookie, [officerHeader]: 'north-officer' },
    } as RequestInit;
    expect((await agency.app.request('http://muster.test/api/training/evidence', init)).status).toBe(413);
  });

  test('a body that is no JSON', async () => {
    const agency = await anAgency();
    const { cookie } = await agency.as('north-officer');
    const ours = { Host: 'muster.test', Origin: 'http://muster.test', [officerHeader]: 'north-officer' };
    const headers = { ...ours, 'Content-Type': 'application/json', cookie };
    const init = { method: 'POST', body: '{"kind":', headers };
    const response = await agency.app.request('http://muster.test/api/training/evidence', init);
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'request.not-json' }]);
  });

  test('an address of the API that does not exist is a problem document, not a page', async () => {
    const { app } = await anAgency();
    const response = await app.request('http://muster.test/api/no-such-thing');
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await response.json()).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      code: 'request.not-found',
    });
  });

  test('a fault of ours says nothing about itself', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await agency.installation.db.schema.dropTable('training').execute();
    const answer = await officer.get('/api/training');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/training|table|SQL|at /i);
    expect(answer.body).toMatchObject({ code: 'request.failed' });
  });
});

test('the log holds no name, badge, PIN, token or body', async () => {
  let log = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      log += String(chunk);
      done();
    },
  });
  const agency = await anAgency({ log: pino({ level: 'trace' }, stream) });
  const officer = await agency.as('north-officer');
  await send(officer, anItem('opened'));
  await send(officer, anItem('opened', { passed: true }));
  const chief = await agency.as('chief');
  await chief.get('/api/reports/units/north-squad/officers');
  await chief.get('/api/reports/officers/north-officer');
  await chief.post('/api/sign-in/pin', { badge: '12', pin: '987654' });
  await agency.installation.db.schema.dropTable('presence').execute();
  await (await agency.as('north-sergeant')).post('/api/roll-calls', { id: crypto.randomUUID(), unitId: 'north-squad' });

  expect(log.split('\n').length).toBeGreaterThan(6);
  expect(log).toContain('/api/reports/officers/:officerId');
  expect(log).toContain('request failed');
  const secrets = ['Name of', 'north-officer', '987654', officer.cookie.slice(7), chief.cookie.slice(7), '"deviceAt"'];
  for (const secret of secrets) expect(log).not.toContain(secret);
});

test('every code is a code: area, point, reason', () => {
  for (const code of problemCodes) expect(code).toMatch(/^[a-z-]+\.[a-z-]+$/);
});
