import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { makeSetupLink } from '#server/agency/set-up.ts';
import { createApp } from '#server/app.ts';
import { openInstallation } from '#server/installation.ts';
import { prepareAgency } from '#server/prepare.ts';
import { monday, shortMedia, shortPack } from '#test/support/an-agency.ts';
import { importList } from '#test/support/an-import.ts';
import { testedPlace } from '#test/support/tested-place.ts';

/** An installation that nobody has set up: no demo, no person. */
async function anEmptyOne() {
  const place = await testedPlace();
  const opened = await openInstallation(place, () => monday);
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(opened.value.close);
  const { installation } = opened.value;
  await prepareAgency(installation, shortPack, { demo: false, agencyName: 'Muster', timeZone: 'UTC' });
  const folders = { app: join(place.dataFolder, 'app'), public: resolve('public'), media: shortMedia };
  const app = createApp(installation, { trustProxy: false, pack: shortPack, folders, log: pino({ level: 'silent' }) });
  const post = async (path: string, body: object, cookie = '') => {
    const response = await app.request(`http://muster.test/api/${path}`, {
      method: 'POST',
      headers: { Host: 'muster.test', Origin: 'http://muster.test', 'Content-Type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
    const sent = response.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    return { status: response.status, body: (await response.json()) as Record<string, unknown>, cookie: sent };
  };
  return { installation, app, post };
}

const named = { id: randomUUID(), name: 'Small Town Police', timeZone: 'America/New_York', startLanguage: 'device' };
const first = () => ({
  id: randomUUID(),
  name: 'Ada Pérez',
  badge: '1',
  rank: 'Chief',
  password: 'river stone lantern',
});

test('whoever has the link of the terminal names the agency and becomes its administrator, once', async () => {
  const { installation, app, post } = await anEmptyOne();
  const token = await makeSetupLink(installation);
  expect(await post('setup/look', { token })).toMatchObject({ status: 200, body: { name: 'Muster', setUpAt: null } });
  expect((await post('setup/agency', { ...named, token, timeZone: 'Mars/Olympus' })).body).toMatchObject({
    code: 'agency.no-such-zone',
    field: 'timeZone',
  });
  expect((await post('setup/agency', { ...named, token })).status).toBe(200);
  // Left here, it is found again as it was left.
  expect((await post('setup/look', { token })).body).toMatchObject({
    name: 'Small Town Police',
    timeZone: 'America/New_York',
  });
  const weak = await post('setup/administrator', { ...first(), token, password: 'smalltownpolice' });
  expect(weak).toMatchObject({ status: 422, body: { code: 'password.about-you', field: 'password' } });
  const done = await post('setup/administrator', { ...first(), token });
  expect(done).toMatchObject({ status: 200, body: { name: 'Ada Pérez', may: { 'set-up-agency': true } } });
  const settings = await app.request('http://muster.test/api/agency/settings', {
    headers: { Host: 'muster.test', cookie: done.cookie },
  });
  expect(await settings.json()).toMatchObject({ name: 'Small Town Police', officers: 1, withoutPin: 0 });
  for (const path of ['look', 'agency', 'administrator']) {
    const again = await post(`setup/${path}`, {
      token,
      ...(path === 'agency' ? named : path === 'look' ? {} : first()),
    });
    expect([path, again.status, again.body.code]).toEqual([path, 404, 'setup.link-void']);
  }
  expect(await makeSetupLink(installation)).toBeNull();
  const signedIn = await post('sign-in/password', { badge: '1', password: 'river stone lantern' });
  expect(signedIn.status).toBe(200);
});

test('a link that was guessed, and the one of an earlier start, open nothing', async () => {
  const { installation, post } = await anEmptyOne();
  const earlier = await makeSetupLink(installation);
  const later = await makeSetupLink(installation);
  for (const token of [earlier, 'a'.repeat(32)]) {
    expect((await post('setup/look', { token })).status).toBe(404);
    expect((await post('setup/administrator', { ...first(), token })).status).toBe(404);
  }
  expect((await post('setup/look', { token: later })).status).toBe(200);
  const kinds = await installation.db.selectFrom('ledger_entry').select('kind').execute();
  expect(kinds.map(({ kind }) => kind)).not.toContain('grant.given');
});

test('of two who press at the same moment one is the administrator', async () => {
  const { installation, post } = await anEmptyOne();
  const token = await makeSetupLink(installation);
  await post('setup/agency', { ...named, token });
  const both = await Promise.all(
    [first(), { ...first(), badge: '2' }].map((each) => post('setup/administrator', { ...each, token })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
  expect(await installation.db.selectFrom('officer').select('badge').execute()).toHaveLength(1);
});

test('after its administrators have left, the link takes nobody’s badge', async () => {
  const { installation, post } = await anEmptyOne();
  const token = await makeSetupLink(installation);
  await post('setup/agency', { ...named, token });
  await post('setup/administrator', { ...first(), token });
  await importList(installation, '7,Grace Hall,Officer,Squad A,');
  const again = await makeSetupLink(installation);
  const taken = await post('setup/administrator', { ...first(), badge: '7', token: again });
  expect(taken).toMatchObject({ status: 422, body: { code: 'roster.badge-taken', field: 'badge' } });
  expect((await post('setup/administrator', { ...first(), badge: '2', token: again })).status).toBe(200);
});
