import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Mapping, Plan } from '#domain/roster/import.ts';
import { checkProjections } from '#server/ledger/rebuild.ts';
import type { RightTouched } from '#server/roster/import-rights.ts';
import { setCredentials } from '#server/sign-in/credentials.ts';
import { hashSecret } from '#server/sign-in/secret.ts';
import { signIn } from '#server/sign-in/store.ts';
import { aMapping } from '#test/support/a-sheet.ts';
import { type Agency, anAgency, holdRollCall, type Person } from '#test/support/an-agency.ts';

type Planned = {
  header: string[];
  rows: number;
  mapping: Mapping;
  mappingFault: string | null;
  plan: Plan;
  rights: RightTouched[];
  digest: string;
};
type Asked = { mapping?: Mapping | null; whole?: boolean; answers?: { badge: string; officerId: string | null }[] };

const head = 'Badge,Name,Rank,Unit,Duty';
const fileOf = (...lines: string[]) => Buffer.from([head, ...lines].join('\n')).toString('base64');
const asked = (file: string, more: Asked = {}) => ({ file, mapping: aMapping(), whole: false, answers: [], ...more });
const plan = (person: Person, file: string, more: Asked = {}) =>
  person.post<Planned>('/api/roster/imports/plan', asked(file, more));

/** Looks at the plan and applies it, as the screen does. */
async function importAs(person: Person, file: string, more: Asked = {}) {
  const { digest } = (await plan(person, file, more)).body;
  const item = { ...asked(file, more), id: randomUUID(), plan: digest };
  return { item, answer: await person.post<{ receipt: string; counts: object }>('/api/roster/imports', item) };
}
const entries = async ({ installation: { db } }: Agency) =>
  (await db.selectFrom('ledger_entry').select('kind').execute()).filter(({ kind }) => kind === 'roster.changed').length;

/** Everybody of the small agency as they stand in it. */
const everybody = [
  '1,Name of chief',
  '2,Name of trainer',
  '3,Name of administrator',
  '10,Name of north-captain',
  '11,Name of north-sergeant',
  '12,Name of north-officer',
  '13,Name of north-second',
  '20,Name of south-captain',
  '21,Name of south-sergeant',
  '22,Name of south-officer',
];
const without = (...badges: string[]) => everybody.filter((line) => !badges.includes(line.split(',')[0] ?? ''));

describe('the administrator', () => {
  test('sees what a file would change before anything is, and applies just that', async () => {
    const agency = await anAgency();
    const administrator = await agency.as('administrator');
    const file = fileOf(...everybody, '30,"D\'Angelo Núñez, <b>",Officer,North District / North Squad,leave');
    const seen = await plan(administrator, file, { mapping: null });
    expect(seen.body).toMatchObject({ rows: 11, mapping: aMapping(), mappingFault: null });
    expect(seen.body.plan).toMatchObject({ unchanged: 10, units: [], added: [{ badge: '30' }] });
    expect(await entries(agency)).toBe(0);

    const { item, answer } = await importAs(administrator, file);
    expect(answer).toMatchObject({ status: 200, body: { counts: { added: 1, changed: 0, deactivated: 0 } } });
    const again = await administrator.post('/api/roster/imports', item);
    expect(again.body).toEqual(answer.body);
    expect(await entries(agency)).toBe(1);
    expect((await plan(administrator, file, { whole: true })).body.plan).toMatchObject({ unchanged: 11, added: [] });

    const sergeant = await agency.as('north-sergeant');
    const owes = await sergeant.get<{ lines: object[] }>('/api/roll-calls/squads/north-squad/owes');
    expect(owes.body.lines).toContainEqual(
      expect.objectContaining({ badge: '30', name: "D'Angelo Núñez, <b>", duty: 'leave' }),
    );
  });

  test('sees which rights a file ends, and which stay where they are though their holder moves', async () => {
    const agency = await anAgency();
    const moved = '20,Name of south-captain,Captain,North District';
    const file = fileOf(...without('11', '20'), moved);
    const { rights } = (await plan(await agency.as('administrator'), file, { whole: true })).body;
    expect(rights).toEqual([
      {
        badge: '11',
        name: 'Name of north-sergeant',
        role: 'supervisor',
        unit: 'North District / North Squad',
        ends: true,
      },
      { badge: '20', name: 'Name of south-captain', role: 'commander', unit: 'South District', ends: false },
    ]);
  });

  test('makes units from the file and finds the columns of the last import again', async () => {
    const agency = await anAgency();
    const administrator = await agency.as('administrator');
    const named = (lines: string) => Buffer.from(`Who;Plate;Where\n${lines}`).toString('base64');
    const mapping = aMapping({ badge: ['Plate'], name: ['Who'], unit: ['Where'], rank: [], duty: [] });
    const file = named('Ann Lee;40;East District / East Squad');
    expect((await plan(administrator, file, { mapping: null })).body.mappingFault).toBe('badge-not-mapped');
    await importAs(administrator, file, { mapping });
    const next = await plan(administrator, named('Ann Lee;40;East District / Night'), { mapping: null });
    expect(next.body).toMatchObject({ mapping, plan: { units: [{ path: ['East District', 'Night'] }] } });
    const chief = await agency.as('chief');
    const units = await chief.get<{ units: { name: string }[] }>('/api/reports/units/police');
    expect(units.body.units.map(({ name }) => name)).toContain('East District');
  });

  test('is refused a plan that the roster has left behind, a question without an answer, and columns that are not there', async () => {
    const agency = await anAgency();
    const administrator = await agency.as('administrator');
    const file = fileOf('30,Ann Lee');
    const { digest } = (await plan(administrator, file)).body;
    await importAs(administrator, fileOf('31,Bo Day'));
    const late = await administrator.post('/api/roster/imports', { ...asked(file), id: randomUUID(), plan: digest });
    expect(late).toMatchObject({ status: 409, body: { code: 'roster.changed-meanwhile' } });
    const { answer } = await importAs(administrator, fileOf('12,Cy Poe'));
    expect(answer).toMatchObject({ status: 422, body: { code: 'roster.unanswered' } });
    const unmapped = await importAs(administrator, file, { mapping: aMapping({ badge: ['Plate'] }) });
    expect(unmapped.answer).toMatchObject({ status: 422, body: { code: 'roster.not-mapped' } });
    expect(await entries(agency)).toBe(1);
  });

  test('who presses twenty times at once imports once, with one receipt', async () => {
    const agency = await anAgency();
    const administrator = await agency.as('administrator');
    const file = fileOf('30,Ann Lee');
    const { digest } = (await plan(administrator, file)).body;
    const item = { ...asked(file), id: randomUUID(), plan: digest };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => administrator.post('/api/roster/imports', item)),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 200, body: { counts: { added: 1 } } });
    expect(await entries(agency)).toBe(1);
    const other = { ...item, file: fileOf('31,Bo Day') };
    expect(await administrator.post('/api/roster/imports', other)).toMatchObject({
      status: 409,
      body: { code: 'evidence.id-taken' },
    });
  });

  test('two lists sent at once: one is imported, the other has to be looked at again', async () => {
    const agency = await anAgency();
    const administrator = await agency.as('administrator');
    const items = await Promise.all(
      ['30,Ann Lee', '30,Bo Day'].map(async (line) => {
        const { digest } = (await plan(administrator, fileOf(line))).body;
        return { ...asked(fileOf(line)), id: randomUUID(), plan: digest };
      }),
    );
    const answers = await Promise.all(items.map((item) => administrator.post('/api/roster/imports', item)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await entries(agency)).toBe(1);
  });

  test('who changes the answers after looking has to look again', async () => {
    const administrator = await (await anAgency()).as('administrator');
    const { digest } = (await plan(administrator, fileOf('12,Cy Poe'))).body;
    const answers = [{ badge: '12', officerId: null }];
    const item = { ...asked(fileOf('12,Cy Poe'), { answers }), id: randomUUID(), plan: digest };
    expect((await administrator.post('/api/roster/imports', item)).body).toMatchObject({
      code: 'roster.changed-meanwhile',
    });
  });

  test.each([
    ['roster.file-not-a-sheet', '%PDF-1.7'],
    ['roster.file-one-column', 'Badge^Name\n1^Ann'],
    ['roster.file-no-header', '1,Ann\n2,Bo'],
    ['roster.file-broken', 'Badge,Name\n1,"Ann'],
  ])('is told %s and nothing changes', async (code, text) => {
    const agency = await anAgency();
    const administrator = await agency.as('administrator');
    const file = Buffer.from(text).toString('base64');
    const refused = { status: 422, body: { code, field: 'file' } };
    expect(await plan(administrator, file)).toMatchObject(refused);
    const item = { ...asked(file), id: randomUUID(), plan: '0'.repeat(64) };
    expect(await administrator.post('/api/roster/imports', item)).toMatchObject(refused);
    expect(await entries(agency)).toBe(0);
  });

  test('fifty megabytes are refused in one sentence', async () => {
    const administrator = await (await anAgency()).as('administrator');
    const answer = await plan(administrator, 'A'.repeat(50 * 1024 * 1024));
    expect(answer).toMatchObject({ status: 413, body: { code: 'roster.file-too-large' } });
  });

  test('gets the rows that failed as a sheet, which no spreadsheet runs', async () => {
    const administrator = await (await anAgency()).as('administrator');
    const file = fileOf('30,=HYPERLINK("x"),,,on the moon', '31,Ann Lee', ',Bo Day');
    const sheet = await administrator.post('/api/roster/imports/failed.csv', asked(file));
    expect(sheet.headers.get('Content-Type')).toContain('text/csv');
    expect(sheet.text.trim().split('\r\n')).toEqual([
      '"row","reason","Badge","Name","Rank","Unit","Duty"',
      `"2","unknown-duty (Duty: on the moon)","30","'=HYPERLINK(""x"")","","","on the moon"`,
      '"4","missing-badge (Badge)","","Bo Day","","",""',
    ]);
  });
});

describe('an officer who is not on the list any more', () => {
  test('is out at once, owes nothing and counts nowhere, with the record kept', async () => {
    const agency = await anAgency();
    const sergeant = await agency.as('north-sergeant');
    const held = await holdRollCall(agency, sergeant, 'north-squad', ['north-officer', 'north-second']);
    await setCredentials(agency.installation, [
      { officerId: 'north-officer', proof: 'pin', secret: await hashSecret('482915') },
    ]);
    const officer = await agency.as('north-officer');
    expect((await officer.get('/api/training')).status).toBe(200);

    const administrator = await agency.as('administrator');
    const { answer } = await importAs(administrator, fileOf(...without('12')), { whole: true });
    expect(answer.body.counts).toMatchObject({ deactivated: 1 });

    expect((await officer.get('/api/training')).body).toMatchObject({ code: 'sign-in.required' });
    expect((await (await agency.as('north-officer')).get('/api/training')).status).toBe(401);
    const tried = await signIn(agency.installation, { badge: '12', secret: '482915', proof: 'pin' });
    expect(tried).toMatchObject({ ok: false, error: { code: 'sign-in.wrong' } });

    const badges = async (path: string) =>
      (await sergeant.get<{ lines: { badge: string }[] }>(path)).body.lines.map(({ badge }) => badge);
    expect(await badges('/api/roll-calls/squads/north-squad/owes')).not.toContain('12');
    const chief = await agency.as('chief');
    const report = await chief.get<{ unit: { counts: { officers: number } } }>('/api/reports/units/north-squad');
    expect(report.body.unit.counts.officers).toBe(2);
    const opened = await sergeant.post<{ roster: { badge: string }[] }>('/api/roll-calls', {
      id: randomUUID(),
      unitId: 'north-squad',
    });
    expect(opened.body.roster.map(({ badge }) => badge)).not.toContain('12');

    const sheet = await sergeant.get<{ roster: { officerId: string }[] }>(`/api/roll-calls/${held.id}`);
    expect(sheet.body.roster.map(({ officerId }) => officerId)).toContain('north-officer');
    const events = await agency.installation.db
      .selectFrom('officer_event')
      .select('kind')
      .where('officer_id', '=', 'north-officer')
      .execute();
    expect(events.map(({ kind }) => kind)).toEqual(['roll-call.attended', 'roster.deactivated']);

    const page = await chief.get<{ officer: object; history: object[] }>('/api/reports/officers/north-officer');
    expect(page).toMatchObject({ status: 200, body: { officer: { overdue: false, leftAt: expect.any(String) } } });
    expect(page.body.history).toHaveLength(2);
    const foreign = await agency.as('south-captain');
    expect((await foreign.get('/api/reports/officers/north-officer')).status).toBe(404);
  });

  test('comes back to the same record, and signs in anew', async () => {
    const agency = await anAgency();
    const administrator = await agency.as('administrator');
    const officer = await agency.as('north-officer');
    await importAs(administrator, fileOf(...without('12')), { whole: true });
    const { answer } = await importAs(administrator, fileOf(...everybody), { whole: true });
    expect(answer.body.counts).toMatchObject({ returned: 1, added: 0 });
    expect((await officer.get('/api/training')).status).toBe(401);
    expect((await (await agency.as('north-officer')).get('/api/training')).status).toBe(200);
  });

  test('leaves the badge to somebody else, whose record is their own', async () => {
    const agency = await anAgency();
    const administrator = await agency.as('administrator');
    const answers = [{ badge: '12', officerId: null }];
    const { answer } = await importAs(administrator, fileOf('12,Grace Hall,Officer,North District / North Squad'), {
      answers,
    });
    expect(answer.body.counts).toMatchObject({ added: 1, deactivated: 1 });
    const rows = await agency.installation.db.selectFrom('officer').selectAll().where('badge', '=', '12').execute();
    expect(rows.map(({ name, deactivated_at }) => [name, deactivated_at === null]).sort()).toEqual([
      ['Grace Hall', true],
      ['Name of north-officer', false],
    ]);
  });

  test('is never the administrator who imports', async () => {
    const administrator = await (await anAgency()).as('administrator');
    const seen = await plan(administrator, fileOf(...without('3')), { whole: true });
    expect(seen.body.plan).toMatchObject({ deactivated: [], kept: [{ badge: '3' }] });
  });
});

test('badges that go round within one file, and a rebuild afterwards, leave the same rows', async () => {
  const agency = await anAgency();
  const administrator = await agency.as('administrator');
  const answers = [
    { badge: '13', officerId: 'north-officer' },
    { badge: '12', officerId: 'north-second' },
  ];
  const { answer } = await importAs(administrator, fileOf('13,Name of north-officer', '12,Name of north-second'), {
    answers,
  });
  expect(answer.body.counts).toMatchObject({ changed: 2, deactivated: 0 });
  const check = await checkProjections(agency.installation);
  expect(check.ok && check.value.filter(({ before, after }) => before.sha256 !== after.sha256)).toEqual([]);
});

test('ten thousand officers are planned and imported in less than five seconds', async () => {
  const agency = await anAgency();
  const administrator = await agency.as('administrator');
  const lines = Array.from(
    { length: 10_000 },
    (_, at) =>
      `${5000 + at},"Núñez ${at}, José",Officer,Bureau ${at % 4} / District ${at % 40} / Squad ${at % 7},on duty`,
  );
  const file = fileOf(...lines);
  const started = performance.now();
  const seen = await plan(administrator, file);
  const planned = performance.now();
  const { answer } = await importAs(administrator, file);
  const done = performance.now();
  expect(seen.body.plan.added).toHaveLength(10_000);
  expect(answer.body.counts).toMatchObject({ added: 10_000 });
  expect(planned - started).toBeLessThan(5_000);
  expect(done - planned).toBeLessThan(15_000);
  expect((await plan(administrator, file)).body.plan).toMatchObject({ unchanged: 10_000, added: [], changed: [] });
});
