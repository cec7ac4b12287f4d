import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { OwnRecord } from '#domain/completion/own-record.ts';
import { setCredentials } from '#server/sign-in/credentials.ts';
import { type HashedSecret, hashSecret } from '#server/sign-in/secret.ts';
import { type Agency, anAgency, hour, minute } from '#test/support/an-agency.ts';

const pin = '730416';
const password = 'paper-lantern-harbor';
let hashedPin: HashedSecret;
let hashedPassword: HashedSecret;
beforeAll(async () => {
  hashedPin = await hashSecret(pin);
  hashedPassword = await hashSecret(password);
});

async function withSecrets(settings: Parameters<typeof anAgency>[0] = {}): Promise<Agency> {
  const agency = await anAgency(settings);
  await setCredentials(agency.installation, [
    { officerId: 'north-officer', proof: 'pin', secret: hashedPin },
    { officerId: 'north-captain', proof: 'pin', secret: hashedPin },
    { officerId: 'north-captain', proof: 'password', secret: hashedPassword },
  ]);
  return agency;
}

const post = ({ app }: Agency, path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(`http://muster.test/api/sign-in${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { Host: 'muster.test', Origin: 'http://muster.test', 'Content-Type': 'application/json', ...headers },
  });
const withPin = (agency: Agency, badge: string, typed: string, headers?: Record<string, string>) =>
  post(agency, '/pin', { badge, pin: typed }, headers);
const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
const signInsOf = async ({ installation: { db } }: Agency) => {
  const rows = await db
    .selectFrom('ledger_entry')
    .innerJoin('ledger_payload', 'ledger_payload.seq', 'ledger_entry.seq')
    .select(['kind', 'text'])
    .where('kind', 'like', 'sign-in.%')
    .orderBy('ledger_entry.seq')
    .execute();
  return rows.map(({ kind, text }) => ({ kind, ...(JSON.parse(text) as { by: string | null; payload: object }) }));
};
const who = async ({ app }: Agency, cookie: string) =>
  (await app.request('http://muster.test/api/sign-in', { headers: { cookie } })).status;

describe('signing in', () => {
  test('with badge and PIN says who it is and which doors are open', async () => {
    const response = await withPin(await withSecrets(), '12', pin);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      officerId: 'north-officer',
      badge: '12',
      unit: { id: 'north-squad', name: 'North District / North Squad' },
      proof: 'pin',
      may: { 'run-roll-call': false, 'see-report': false },
    });
  });

  test('with a PIN shows a commander no report; with the password it does', async () => {
    const agency = await withSecrets();
    expect(await (await withPin(agency, '10', pin)).json()).toMatchObject({ may: { 'see-report': false } });
    const byPassword = await post(agency, '/password', { badge: '10', password });
    expect(await byPassword.json()).toMatchObject({ proof: 'password', may: { 'see-report': true } });
  });

  test('a badge that does not exist and a PIN that is wrong get the same replies to the last', async () => {
    const agency = await withSecrets();
    const replies = async (badge: string) => {
      const all: unknown[] = [];
      for (let index = 0; index < 6; index += 1) {
        const response = await withPin(agency, badge, '000000');
        all.push([response.status, await response.json(), response.headers.getSetCookie()]);
      }
      return all;
    };
    const known = await replies('12');
    expect(await replies('no-such-badge')).toEqual(known);
    expect(await replies('11')).toEqual(known); // a badge that exists and has no PIN yet
  });

  test('takes as long for a badge that does not exist', async () => {
    const agency = await withSecrets();
    const time = async (badge: string) => {
      const from = performance.now();
      await withPin(agency, badge, '000000');
      return performance.now() - from;
    };
    await time('12');
    const known = Math.min(await time('12'), await time('12'));
    const unknown = Math.min(await time('901'), await time('902'));
    expect(unknown).toBeGreaterThan(known / 2);
    expect(unknown).toBeLessThan(known * 2);
  });

  test.each(['12345', 'abcdef', '', '1234567890123'])('the PIN "%s" is refused by its form', async (typed) => {
    const response = await withPin(await withSecrets(), '12', typed);
    expect([response.status, await response.json()]).toMatchObject([422, { field: 'pin' }]);
  });
});

describe('guessing', () => {
  test('five wrong lock the PIN, the right one included, for fifteen minutes', async () => {
    const agency = await withSecrets();
    const left: unknown[] = [];
    for (let index = 0; index < 5; index += 1) left.push(await (await withPin(agency, '12', '000000')).json());
    expect(left.slice(0, 4)).toMatchObject([4, 3, 2, 1].map((triesLeft) => ({ code: 'sign-in.wrong', triesLeft })));
    expect(left[4]).toMatchObject({ code: 'sign-in.locked', minutes: 15 });

    agency.clock.pass(14 * minute);
    const locked = await withPin(agency, '12', pin);
    expect([locked.status, await locked.json()]).toMatchObject([423, { minutes: 1 }]);
    agency.clock.pass(minute);
    expect((await withPin(agency, '12', pin)).status).toBe(200);

    const wrong = ['sign-in.refused', 'sign-in.refused', 'sign-in.refused', 'sign-in.refused', 'sign-in.locked'];
    expect((await signInsOf(agency)).map(({ kind }) => kind)).toEqual([...wrong, 'sign-in.opened']);
  });

  test('every wrong try that was judged is on record, without what was typed; others leave nothing', async () => {
    const agency = await withSecrets();
    await withPin(agency, '12', '000000');
    await post(agency, '/password', { badge: '10', password: 'not the right one' });
    await withPin(agency, 'no-such-badge', '000000');
    await Promise.all(Array.from({ length: 40 }, (_, index) => withPin(agency, '11', String(100_000 + index))));
    const recorded = await signInsOf(agency);
    expect(recorded.slice(0, 2)).toEqual([
      { kind: 'sign-in.refused', by: null, payload: { officerId: 'north-officer', proof: 'pin' } },
      { kind: 'sign-in.refused', by: null, payload: { officerId: 'north-captain', proof: 'password' } },
    ]);
    expect(recorded).toHaveLength(2 + 5);
    await withPin(agency, '12', pin);
    const own = await (await agency.as('north-officer')).get<OwnRecord>('/api/training/record');
    expect(own.body.signIns.map(({ what, proof }) => [what, proof])).toEqual([
      ['refused', 'pin'],
      ['opened', 'pin'],
    ]);
  });

  test('forty at once from forty addresses are judged five times', async () => {
    const agency = await withSecrets();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        withPin(agency, '12', String(100_000 + index), { 'X-Forwarded-For': `198.51.100.${index}` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(4);
    expect(answers.filter(({ status }) => status === 423)).toHaveLength(36);
  });

  test('wrong tries older than fifteen minutes are forgotten, and so are all after the right PIN', async () => {
    const agency = await withSecrets();
    for (let index = 0; index < 4; index += 1) await withPin(agency, '12', '000000');
    agency.clock.pass(16 * minute);
    expect(await (await withPin(agency, '12', '000000')).json()).toMatchObject({ triesLeft: 4 });
    await withPin(agency, '12', pin);
    expect(await (await withPin(agency, '12', '000000')).json()).toMatchObject({ triesLeft: 4 });
  });
});

describe('a session', () => {
  test('is a cookie that no script reads, named for the scheme that it came by', async () => {
    const plain = (await withPin(await withSecrets(), '12', pin)).headers.getSetCookie()[0];
    expect(plain).toMatch(/^muster=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);

    const behindProxy = await withSecrets({ settings: { trustProxy: true } });
    const secure = await withPin(behindProxy, '12', pin, {
      Origin: 'https://muster.test',
      'X-Forwarded-Proto': 'https',
    });
    expect(secure.headers.getSetCookie()[0]).toMatch(/^__Host-muster=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(secure.headers.get('Strict-Transport-Security')).toContain('max-age=31536000');
  });

  test('over https is not taken from the plain cookie, which a neighbour host could plant', async () => {
    const agency = await withSecrets({ settings: { trustProxy: true } });
    const overHttps = { 'X-Forwarded-Proto': 'https' };
    const token = cookieOf(await withPin(agency, '12', pin, { Origin: 'https://muster.test', ...overHttps })).slice(
      '__Host-muster='.length,
    );
    const ask = async (cookie: string) =>
      (await agency.app.request('http://muster.test/api/sign-in', { headers: { cookie, ...overHttps } })).status;
    expect([await ask(`muster=${token}`), await ask(`__Host-muster=${token}`)]).toEqual([401, 200]);
  });

  test('is not believed to be https because somebody says so without a trusted proxy', async () => {
    const response = await withPin(await withSecrets(), '12', pin, { 'X-Forwarded-Proto': 'https' });
    expect(cookieOf(response)).toMatch(/^muster=/);
    expect(response.headers.get('Strict-Transport-Security')).toBeNull();
  });

  test('is kept as a hash only', async () => {
    const agency = await withSecrets();
    const token = cookieOf(await withPin(agency, '12', pin)).slice('muster='.length);
    const [row] = await agency.installation.db.selectFrom('session').selectAll().execute();
    expect(row?.token_hash).toBe(createHash('sha256').update(token).digest('hex'));
    expect(JSON.stringify(row)).not.toContain(token);
  });

  test('gets a new id at every sign-in, and the one brought along dies', async () => {
    const agency = await withSecrets();
    const first = cookieOf(await withPin(agency, '12', pin));
    const second = cookieOf(await withPin(agency, '12', pin, { cookie: first }));
    expect(second).not.toBe(first);
    expect([await who(agency, first), await who(agency, second)]).toEqual([401, 200]);
    expect(await who(agency, 'muster=made-up-by-somebody-else')).toBe(401);
  });

  test('ends on the server when the officer signs out', async () => {
    const agency = await withSecrets();
    const cookie = cookieOf(await withPin(agency, '12', pin));
    const headers = { cookie, Host: 'muster.test', Origin: 'http://muster.test' };
    const out = await agency.app.request('http://muster.test/api/sign-in', { method: 'DELETE', headers });
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()[0]).toContain('Max-Age=0');
    expect(await who(agency, cookie)).toBe(401);
  });

  test('ends after half an hour without a word, and after twelve hours in any case', async () => {
    const agency = await withSecrets();
    const idle = cookieOf(await withPin(agency, '12', pin));
    agency.clock.pass(29 * minute);
    expect(await who(agency, idle)).toBe(200);
    agency.clock.pass(30 * minute);
    expect(await who(agency, idle)).toBe(401);

    const busy = cookieOf(await withPin(agency, '12', pin));
    for (let passed = 0; passed < 12 * hour - 20 * minute; passed += 20 * minute) {
      agency.clock.pass(20 * minute);
      expect(await who(agency, busy)).toBe(200);
    }
    agency.clock.pass(20 * minute);
    expect(await who(agency, busy)).toBe(401);
  });
});
