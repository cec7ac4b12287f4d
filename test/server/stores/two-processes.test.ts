import { expect, test } from 'vitest';
import { adoptCourse } from '#server/founding.ts';
import { openInstallation } from '#server/installation.ts';
import { prepareAgency } from '#server/prepare.ts';
import { hashSecret } from '#server/sign-in/secret.ts';
import { signIn } from '#server/sign-in/store.ts';
import { anAgency, monday, shortPack } from '#test/support/an-agency.ts';
import { onPostgres, testedPlace } from '#test/support/tested-place.ts';

/** Another server process on the same records, as far as this one can tell. */
async function another(agency: Awaited<ReturnType<typeof anAgency>>) {
  const opened = await openInstallation(agency.place, () => agency.clock.at);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

test.runIf(onPostgres)('an edition that one process adopts is known to the other', async () => {
  const agency = await anAgency();
  const { installation, close } = await another(agency);
  const newer = { ...shortPack, editionHash: 'f'.repeat(64) };
  await adoptCourse(installation, newer);
  const { editions } = agency.installation;
  // Who asks without waiting is asked for patience once; then it is there.
  expect(() => editions.get(newer.editionHash)).toThrow('being fetched');
  await expect.poll(() => editions.find(newer.editionHash)).toEqual(newer);
  expect(editions.get(newer.editionHash)).toEqual(newer);
  expect(await editions.find('0'.repeat(64))).toBeUndefined();
  const other = await agency.app.request(`http://muster.test/course/${newer.editionHash}.json`);
  expect(other.status).toBe(200);
  await close();
});

test('of several processes that start at once, one founds the agency and one adopts the edition', async () => {
  const place = await testedPlace();
  const opened = [await openInstallation(place, () => monday)];
  if (onPostgres) opened.push(await openInstallation(place, () => monday));
  const started = opened.flatMap((each) => (each.ok ? [each.value] : []));
  const [one, other = one] = started.map(({ installation }) => installation);
  if (!one || !other) throw new Error('Nothing was opened.');
  const wanted = { demo: false, agencyName: 'Small Town Police', timeZone: 'America/New_York' };
  await Promise.all([one, other].map((installation) => prepareAgency(installation, shortPack, wanted)));
  const kinds = await one.db.selectFrom('ledger_entry').select('kind').orderBy('seq').execute();
  expect(kinds.map(({ kind }) => kind)).toEqual(['agency.founded', 'roster.loaded', 'course.adopted']);
  for (const { close } of started) await close();
});

test('of thirty wrong PINs at once, at one process or two, five are judged and the account is locked', async () => {
  const agency = await anAgency();
  const { installation } = agency;
  await installation.db
    .insertInto('credential')
    .values({ agency_id: 'agency', officer_id: 'north-officer', proof: 'pin', ...(await hashSecret('482915')) })
    .execute();
  const other = onPostgres ? await another(agency) : null;
  const processes = [installation, other?.installation ?? installation] as const;
  const replies = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      signIn(index % 2 ? processes[0] : processes[1], { badge: '12', secret: '000000', proof: 'pin' }),
    ),
  );
  const codes = replies.map((reply) => (reply.ok ? 'ok' : reply.error.code));
  expect(codes.filter((code) => code === 'sign-in.wrong')).toHaveLength(4);
  expect(codes.filter((code) => code === 'sign-in.locked')).toHaveLength(26);
  const right = await signIn(processes[0], { badge: '12', secret: '482915', proof: 'pin' });
  expect(right).toMatchObject({ ok: false, error: { code: 'sign-in.locked' } });
  agency.clock.at = monday + 16 * 60_000;
  expect((await signIn(processes[1], { badge: '12', secret: '482915', proof: 'pin' })).ok).toBe(true);
  await other?.close();
});

test('what no database can hold as text is refused at the edge', async () => {
  const { app } = await anAgency();
  const response = await app.request('http://muster.test/api/sign-in/pin', {
    method: 'POST',
    body: JSON.stringify({ badge: '1\0', pin: '482915' }),
    headers: { Host: 'muster.test', Origin: 'http://muster.test', 'Content-Type': 'application/json' },
  });
  expect(response.status).toBe(422);
});

test.each(['/api/roll-calls/a%00', '/api/roll-calls/squads/a%00/owes', '/api/reports/officers/a%00'])(
  'nobody has an id that no database can hold: %s',
  async (path) => {
    const chief = await (await anAgency()).as('chief');
    expect(await chief.get(path)).toMatchObject({ status: 404, body: { code: 'request.not-found' } });
  },
);
