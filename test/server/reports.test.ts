import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { OfficerLine, PathStep, UnitReport } from '#domain/completion/report.ts';
import { csvOf } from '#server/reports/csv.ts';
import { type Agency, anAgency, anItem, day, decideAll, send, smallRoster, watchAll } from '#test/support/an-agency.ts';
import { onPostgres } from '#test/support/tested-place.ts';

async function complete(agency: Agency, officerId: string) {
  const officer = await agency.as(officerId, 'pin');
  await send(officer, anItem('opened'));
  await watchAll(agency, (played) => send(officer, anItem('watched', { stretches: [played] })));
  await send(officer, anItem('acknowledged'));
  await decideAll(agency, officer, officerId);
}

describe('a commander', () => {
  test('sees each unit’s counts add up, and goes down to the squad', async () => {
    const agency = await anAgency();
    await complete(agency, 'north-officer');
    await send(await agency.as('south-officer'), anItem('opened'));
    const chief = await agency.as('chief');
    const { body } = await chief.get<UnitReport>('/api/reports/units/mine');
    expect(body.unit).toMatchObject({ unitId: 'police', hasUnits: true });
    expect(body.unit.counts).toEqual({
      officers: 10,
      spared: 0,
      done: 1,
      onTheWay: 1,
      notOpened: 8,
      late: 0,
      dueOnReturn: 0,
      needsTalk: 0,
      byGrade: { A: 1, B: 0, C: 0, D: 0 },
    });
    expect(body.units.map(({ unitId, isDirect, counts }) => [unitId, isDirect, counts.officers, counts.done])).toEqual([
      ['north', undefined, 4, 1],
      ['south', undefined, 3, 0],
      // The chief, the trainer and the administrator are in neither district: the lines add up with them.
      ['police', true, 3, 0],
    ]);
    const direct = await chief.get<{ officers: OfficerLine[] }>('/api/reports/units/police/officers?direct=true');
    expect(direct.body.officers.map(({ officerId, unit }) => [officerId, unit])).toEqual([
      ['administrator', 'Small Town Police'],
      ['chief', 'Small Town Police'],
      ['trainer', 'Small Town Police'],
    ]);
    const squad = await chief.get<UnitReport>('/api/reports/units/north-squad');
    expect(squad.body.path.map((unit) => unit.unitId)).toEqual(['police', 'north']);
    expect(squad.body.units).toEqual([]);
  });

  test('of one district begins there, and its way up ends there', async () => {
    const captain = await (await anAgency()).as('north-captain');
    expect((await captain.get<UnitReport>('/api/reports/units/mine')).body.unit.unitId).toBe('north');
    const squad = await captain.get<UnitReport>('/api/reports/units/north-squad');
    expect(squad.body.path).toEqual([{ unitId: 'north', name: 'North District' }]);
  });

  test('past the window sees who is late, and apart from them who is due on return', async () => {
    const roster = structuredClone(smallRoster);
    for (const officer of roster.officers) if (officer.id === 'north-second') officer.duty = 'military';
    const agency = await anAgency({ roster });
    await complete(agency, 'north-officer');
    agency.clock.pass(8 * day);
    const chief = await agency.as('chief');
    const { body } = await chief.get<UnitReport>('/api/reports/units/north-squad');
    expect(body.unit.counts).toMatchObject({ officers: 3, done: 1, late: 1, dueOnReturn: 1, notOpened: 2 });
    const late = await chief.get<{ officers: OfficerLine[] }>('/api/reports/units/north-squad/officers?late=true');
    expect(late.body.officers.map((officer) => officer.officerId)).toEqual(['north-sergeant']);
  });

  test('a unit that began on a day of its own is late on a day of its own', async () => {
    const agency = await anAgency();
    const { pack, installation, clock } = agency;
    const payload = { editionHash: pack.editionHash, unitId: 'north', startsOn: '2026-11-10' };
    await installation.ledger.write(({ append }) => append({ kind: 'window.set', at: clock.at, by: null, payload }));
    const { body } = await (await agency.as('chief')).get<UnitReport>('/api/reports/units/mine');
    expect(body.units.map(({ unitId, counts }) => [unitId, counts.late])).toEqual([
      ['north', 4],
      ['south', 0],
      ['police', 0],
    ]);
  });

  test('filters officers by standing, and a filter that does not exist is refused by name', async () => {
    const agency = await anAgency();
    await complete(agency, 'north-officer');
    const chief = await agency.as('chief');
    const done = await chief.get<{ officers: OfficerLine[] }>('/api/reports/units/police/officers?standing=done');
    expect(done.body.officers).toMatchObject([
      {
        officerId: 'north-officer',
        unit: 'North District / North Squad',
        standing: 'done',
        watchedShare: 1,
        grade: 'A',
        overdue: false,
      },
    ]);
    const graded = (grade: string) =>
      chief.get<{ officers: OfficerLine[] }>(`/api/reports/units/police/officers?grade=${grade}`);
    expect((await graded('A')).body.officers).toHaveLength(1);
    expect((await graded('C')).body.officers).toEqual([]);
    expect(await graded('E')).toMatchObject({ status: 422, body: { field: 'grade' } });
    const wrong = await chief.get('/api/reports/units/police/officers?standing=finished');
    expect(wrong).toMatchObject({ status: 422, body: { field: 'standing' } });
  });

  test('reads an officer’s history, without the scenarios', async () => {
    const agency = await anAgency();
    await complete(agency, 'north-officer');
    const { body, text } = await (await agency.as('north-captain')).get<{
      officer: OfficerLine;
      history: { kind: string; grade?: string }[];
    }>('/api/reports/officers/north-officer');
    expect(body.officer.standing).toBe('done');
    expect(body.history.map((event) => event.kind)).toEqual([
      'training.opened',
      'training.acknowledged',
      'quiz.passed',
      'completion.recorded',
    ]);
    expect(body.history.at(-1)?.grade).toBe('A');
    expect(text).not.toMatch(/optionId|decisionId|scenarioId/);
  });
});

describe('the training unit', () => {
  test('reads an officer’s path with a reason, and that stays on record where the commander sees it', async () => {
    const agency = await anAgency();
    await complete(agency, 'north-officer');
    const trainer = await agency.as('trainer');
    const ask = (reason: string) =>
      trainer.post<{ steps: PathStep[] }>('/api/reports/officers/north-officer/path', { id: randomUUID(), reason });
    expect(await ask('curious  ')).toMatchObject({ status: 422, body: { field: 'reason' } });
    const { body } = await ask('Asked for by the officer');
    expect(body.steps.length).toBeGreaterThan(3);
    expect(new Set(body.steps.map((step) => step.verdict))).toEqual(new Set(['right']));

    const read = await agency.installation.db
      .selectFrom('ledger_entry as entry')
      .innerJoin('ledger_payload as payload', 'payload.seq', 'entry.seq')
      .select('payload.text')
      .where('entry.kind', '=', 'path.read')
      .execute();
    expect(read.map(({ text }) => JSON.parse(text))).toMatchObject([
      { by: 'trainer', payload: { subject: 'north-officer', item: { reason: 'Asked for by the officer' } } },
    ]);
    const captain = await agency.as('north-captain');
    const { text } = await captain.get('/api/reports/officers/north-officer');
    expect(text).toContain('path.read');
  });
});

test('the reason to read a path is put under nobody who only signed in last on that device', async () => {
  const agency = await anAgency();
  const trainer = await agency.as('trainer');
  const reason = { id: crypto.randomUUID(), reason: 'Asked for by the officer' };
  const answer = await trainer.post('/api/reports/officers/north-officer/path', reason, 'administrator');
  expect(answer).toMatchObject({ status: 409, body: { code: 'sign-in.other-officer' } });
  const { db } = agency.installation;
  expect(await db.selectFrom('officer_event').selectAll().execute()).toEqual([]);
});

describe('a list as CSV', () => {
  test('has a line for each officer and opens as UTF-8', async () => {
    const chief = await (await anAgency()).as('chief');
    const { text, headers } = await chief.get('/api/reports/units/north/officers.csv');
    expect(headers.get('Content-Disposition')).toBe('attachment; filename="officers.csv"');
    // Response.text() takes the byte order mark away, so the bytes are asked.
    expect(text.split('\r\n')).toHaveLength(6);
    expect(csvOf(['name'], [])).toBe('\uFEFF"name"\r\n');
    const units = await chief.get('/api/reports/units/mine.csv');
    expect(units.text.split('\r\n')[1]).toContain('"police","Small Town Police","","10"');
  });

  test('says of each completion how well it is borne out, in words beside the letter', async () => {
    const agency = await anAgency();
    await complete(agency, 'north-officer');
    const chief = await agency.as('chief');
    const officers = (await chief.get('/api/reports/units/north-squad/officers.csv')).text.split('\r\n');
    expect(officers[0]).toContain('"grade","evidence","source","receipt"');
    expect(officers.find((line) => line.startsWith('"12"'))).toContain('"A","proved",');
    expect(officers.find((line) => line.startsWith('"13"'))).toContain('"","",""');
    const units = await chief.get('/api/reports/units/mine.csv');
    expect(units.text.split('\r\n')[0]).toContain('"gradeAProved","gradeBWitnessed","gradeCReported","gradeDCredited"');
  });

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1+1',
    ' =1',
    '＋1',
    '\n=1',
    // PostgreSQL takes no such character, and neither does our edge (valid.ts); files of old may hold one.
    ...(onPostgres ? [] : ['\0=1']),
    '\u200b=1',
    '\u202e=1',
  ])('a name that begins like a formula is only a name: %j', async (name) => {
    const roster = structuredClone(smallRoster);
    for (const officer of roster.officers) if (officer.id === 'north-second') officer.name = name;
    const agency = await anAgency({ roster });
    const { text } = await (await agency.as('chief')).get('/api/reports/units/north-squad/officers.csv');
    expect(text).toContain(`"13","'${name}",`);
  });

  test('quotes, commas and line ends stay inside their cell, and numbers stay numbers', () => {
    expect(csvOf(['a', 'b', 'c'], [{ a: 'say "hi", please', b: -4, c: null }])).toBe(
      '\uFEFF"a","b","c"\r\n"say ""hi"", please","-4",""\r\n',
    );
  });
});
