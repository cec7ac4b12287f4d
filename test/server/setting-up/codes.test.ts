import { describe, expect, test } from 'vitest';
import type { Slip } from '#server/sign-in/give-codes.ts';
import { type Agency, anAgency, day, minute, type Person } from '#test/support/an-agency.ts';

const headers = { Host: 'muster.test', Origin: 'http://muster.test', 'Content-Type': 'application/json' };
async function knock(agency: Agency, path: string, body: object) {
  const response = await agency.app.request(`http://muster.test/api/sign-in/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
const print = async (person: Person, unitId: string, onlyMissing = true) =>
  (await person.post<{ slips: Slip[] }>(`/api/roster/units/${unitId}/slips`, { onlyMissing })).body.slips;
const codeOf = (slips: Slip[], badge: string) => slips.find((slip) => slip.badge === badge)?.code ?? '';
const kindsOf = async ({ installation }: Agency) =>
  (await installation.db.selectFrom('ledger_entry').select('kind').orderBy('seq').execute()).map(({ kind }) => kind);

describe('a slip', () => {
  test('lets its officer choose a PIN, once, and is on record without its code', async () => {
    const agency = await anAgency();
    const slips = await print(await agency.as('administrator'), 'north-squad');
    expect(slips.map(({ badge, proof }) => [badge, proof])).toEqual([
      ['12', 'pin'],
      ['13', 'pin'],
      ['11', 'pin'],
    ]);
    const typed = codeOf(slips, '12')
      .toLowerCase()
      .replace(/(....)/g, '$1-');
    expect(await knock(agency, 'code/look', { badge: '12', code: typed })).toMatchObject({
      status: 200,
      body: { name: 'Name of north-officer', proof: 'pin' },
    });
    const weak = await knock(agency, 'code', { badge: '12', code: typed, secret: '123456' });
    expect(weak).toMatchObject({ status: 422, body: { code: 'pin.pattern' } });
    const entered = await knock(agency, 'code', { badge: '12', code: typed, secret: '482915' });
    expect(entered).toMatchObject({ status: 200, body: { officerId: 'north-officer', proof: 'pin' } });
    expect((await knock(agency, 'pin', { badge: '12', pin: '482915' })).status).toBe(200);
    expect(await knock(agency, 'code', { badge: '12', code: typed, secret: '571903' })).toMatchObject({
      status: 401,
      body: { code: 'code.wrong' },
    });
    expect(await kindsOf(agency)).toEqual(expect.arrayContaining(['code.made', 'code.used', 'sign-in.opened']));
    const payloads = await agency.installation.db.selectFrom('ledger_payload').select('text').execute();
    for (const { code } of slips) expect(payloads.some(({ text }) => text.includes(code))).toBe(false);
    expect(await print(await agency.as('administrator'), 'north-squad')).toHaveLength(2);
  });

  test('lets staff choose a password, which has fifteen characters and is on no list', async () => {
    const agency = await anAgency();
    const slips = await print(await agency.as('administrator'), 'north');
    const code = codeOf(slips, '10');
    const choose = (secret: string) => knock(agency, 'code', { badge: '10', code, secret });
    expect((await choose('482915')).body).toMatchObject({ code: 'password.short' });
    expect((await choose('passwordpassword')).body).toMatchObject({ code: 'password.guessable' });
    expect((await choose('Small Town Police 10')).body).toMatchObject({ code: 'password.about-you' });
    expect((await choose('river stone lantern')).body).toMatchObject({ officerId: 'north-captain', proof: 'password' });
    expect((await knock(agency, 'password', { badge: '10', password: 'river stone lantern' })).status).toBe(200);
  });

  test('is void after seven days, and when another one is printed', async () => {
    const agency = await anAgency();
    const administrator = await agency.as('administrator');
    const first = codeOf(await print(administrator, 'north-squad'), '12');
    const second = codeOf(await print(administrator, 'north-squad'), '12');
    expect((await knock(agency, 'code/look', { badge: '12', code: first })).status).toBe(401);
    expect((await knock(agency, 'code/look', { badge: '12', code: second })).status).toBe(200);
    agency.clock.pass(7 * day);
    expect((await knock(agency, 'code/look', { badge: '12', code: second })).status).toBe(401);
  });

  test('is tried five times in a quarter of an hour, and a badge that nobody wears gets the same answers', async () => {
    const agency = await anAgency();
    const code = codeOf(await print(await agency.as('administrator'), 'north-squad'), '12');
    for (const badge of ['12', '99999']) {
      const answers = [];
      for (let each = 0; each < 6; each += 1) {
        answers.push(await knock(agency, 'code/look', { badge, code: 'AAAAAAAAAAAA' }));
      }
      expect(answers.map(({ status, body }) => [status, body.code, body.triesLeft ?? body.minutes])).toEqual([
        [401, 'code.wrong', 4],
        [401, 'code.wrong', 3],
        [401, 'code.wrong', 2],
        [401, 'code.wrong', 1],
        [423, 'sign-in.locked', 15],
        [423, 'sign-in.locked', 15],
      ]);
    }
    expect((await knock(agency, 'code/look', { badge: '12', code })).status).toBe(423);
    agency.clock.pass(16 * minute);
    expect((await knock(agency, 'code/look', { badge: '12', code })).status).toBe(200);
  });
});

describe('a sergeant who vouches face to face', () => {
  test('reads out eight digits that are good for a quarter of an hour; a forgotten PIN is chosen anew', async () => {
    const agency = await anAgency();
    const slips = await print(await agency.as('administrator'), 'north-squad');
    await knock(agency, 'code', { badge: '12', code: codeOf(slips, '12'), secret: '482915' });
    const before = await agency.as('north-officer');
    const sergeant = await agency.as('north-sergeant');
    const vouched = await sergeant.post<{ code: string }>('/api/roster/people/north-officer/vouch', {});
    expect(vouched.body.code).toMatch(/^\d{8}$/);
    // Whoever locked the PIN before asking gets in too.
    for (let each = 0; each < 5; each += 1) await knock(agency, 'pin', { badge: '12', pin: '000001' });
    const chosen = await knock(agency, 'code', { badge: '12', code: vouched.body.code, secret: '730519' });
    expect(chosen).toMatchObject({ status: 200, body: { officerId: 'north-officer' } });
    expect((await before.get('/api/sign-in')).status).toBe(401);
    expect((await knock(agency, 'pin', { badge: '12', pin: '482915' })).status).toBe(401);
    expect((await knock(agency, 'pin', { badge: '12', pin: '730519' })).status).toBe(200);
    const second = await sergeant.post<{ code: string }>('/api/roster/people/north-second/vouch', {});
    agency.clock.pass(16 * minute);
    expect((await knock(agency, 'code/look', { badge: '13', code: second.body.code })).status).toBe(401);
  });

  test('vouches for nobody of another squad and not for himself', async () => {
    const sergeant = await (await anAgency()).as('north-sergeant');
    expect((await sergeant.post('/api/roster/people/south-officer/vouch', {})).status).toBe(404);
    expect((await sergeant.post('/api/roster/people/north-sergeant/vouch', {})).body).toMatchObject({
      code: 'code.own',
    });
  });
});

test('of two devices with one code, one chooses', async () => {
  const agency = await anAgency();
  const code = codeOf(await print(await agency.as('administrator'), 'north-squad'), '12');
  const answers = await Promise.all(
    ['482915', '730519'].map((secret) => knock(agency, 'code', { badge: '12', code, secret })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
});
