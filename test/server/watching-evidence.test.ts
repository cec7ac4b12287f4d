import { describe, expect, test } from 'vitest';
import { officerHeader } from '#domain/roster/signed-in.ts';
import {
  type Agency,
  anAgency,
  anItem,
  day,
  decideAll,
  hour,
  minute,
  monday,
  type Person,
  send,
  shortPack,
  stretch,
  watchAll,
} from '#test/support/an-agency.ts';

const film = shortPack.film.durationSeconds;
const watched = (played: ReturnType<typeof stretch>[], deviceAt = new Date(monday).toISOString()) =>
  anItem('watched', { stretches: played, deviceAt });
const reportsOf = ({ installation }: Agency) =>
  installation.db.selectFrom('watch_report').selectAll().orderBy('seq').execute();

async function theRest(agency: Agency, officer: Person, officerId: string) {
  await send(officer, anItem('acknowledged'));
  const last = await decideAll(agency, officer, officerId);
  return last?.body.training.completion;
}

describe('a device whose clock is wrong', () => {
  test.each<[string, (at: number) => number]>([
    ['a day ahead', (at) => at + day],
    ['a day behind', (at) => at - day],
    ['in the year 2000', (at) => at - (monday - Date.UTC(2000, 0, 1))],
    ['set an hour back in the middle of the film', (at) => (at < monday + 8_000 ? at : at - hour)],
    ['running at double speed', (at) => monday + 2 * (at - monday)],
  ])('%s proves the film all the same; both times are kept, and the difference', async (_what, wrong) => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    const deviceAt = () => new Date(wrong(agency.clock.at)).toISOString();
    await send(officer, anItem('opened', { deviceAt: deviceAt() }));
    await watchAll(agency, (played) => send(officer, watched([played], deviceAt())));
    expect(await theRest(agency, officer, 'north-officer')).toMatchObject({ grade: 'A' });
    const reports = await reportsOf(agency);
    expect(reports).toHaveLength(Math.ceil(film / 10));
    for (const report of reports) {
      const received = Date.parse(report.received_at);
      expect(report.device_at).toBe(new Date(wrong(received)).toISOString());
      expect(report.offset_seconds).toBe((wrong(received) - received) / 1000);
    }
  });
});

describe('an honest viewer', () => {
  test('who goes on at another device, after hours, at 1.25×, is proved', async () => {
    const agency = await anAgency();
    const phone = await agency.as('north-officer');
    await send(phone, anItem('opened'));
    agency.clock.pass(8_000);
    await send(phone, watched([{ ...stretch(0, 10), rate: 1.25 }]));
    agency.clock.pass(9 * hour);
    const kiosk = await agency.as('north-officer');
    await send(kiosk, anItem('opened'));
    for (let at = 10; at < film; at += 10) {
      agency.clock.pass(8_000);
      await send(kiosk, watched([{ ...stretch(at, Math.min(film, at + 10)), rate: 1.25 }]));
    }
    expect(await theRest(agency, kiosk, 'north-officer')).toMatchObject({ grade: 'A' });
    expect((await reportsOf(agency)).filter((report) => report.review_seconds > 0)).toEqual([]);
  });

  test('whose opening came late loses nothing: what ran ahead counts with what comes next', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    const late = await send(officer, watched([{ ...stretch(0, 3.75), rate: 1.25 }]));
    expect(late.body.training.covered).toEqual([{ fromSeconds: 0, toSeconds: 2 }]);
    agency.clock.pass(minute);
    const { body } = await send(officer, anItem('acknowledged'));
    expect(body.training.covered).toEqual([{ fromSeconds: 0, toSeconds: 3.75 }]);
  });
});

describe('an officer who watches without a network', () => {
  /** The whole job on a device that says everything at once, in the order in which it was done. */
  async function everythingAtOnce(agency: Agency, officer: Person) {
    await send(officer, anItem('opened'));
    for (let at = 0; at < film; at += 10) await send(officer, watched([stretch(at, Math.min(film, at + 10))]));
    return theRest(agency, officer, 'north-officer');
  }
  const takesAlong = (officer: Person) => {
    const { language: _none, ...item } = anItem('taken-along') as Record<string, unknown>;
    return send(officer, item);
  };

  test('and had taken the course along is believed: the film can have run since, so it is reported (C)', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    const { status, body } = await takesAlong(officer);
    expect(status).toBe(200);
    expect(body.training).toMatchObject({ standing: 'not-opened', covered: [], completion: null });
    expect((await officer.get('/api/training')).body).toMatchObject({ standing: 'not-opened' });
    const takenAlong = [{ at: new Date(agency.clock.at).toISOString() }];
    expect((await officer.get('/api/training/record')).body).toMatchObject({ takenAlong });
    agency.clock.pass(9 * hour);
    expect(await everythingAtOnce(agency, await agency.as('north-officer'))).toMatchObject({ grade: 'C' });
    expect((await reportsOf(agency)).filter((report) => report.review_seconds > 0)).toEqual([]);
  });

  test.each([
    ['an hour ago, whose opening waited while the records were away, is believed as far (C)', hour, 'C'],
    ['a moment ago is believed no more than the moment', 4_000, undefined],
    ['in another shift is not', 13 * hour, undefined],
  ])('and signed in %s', async (_told, since, grade) => {
    const agency = await anAgency();
    const payload = { officerId: 'north-officer', proof: 'pin' } as const;
    await agency.installation.ledger.write(({ append }) =>
      append({ kind: 'sign-in.opened', at: agency.clock.at, by: 'north-officer', payload }),
    );
    agency.clock.pass(since);
    const completion = await everythingAtOnce(agency, await agency.as('north-officer'));
    expect(completion?.grade).toBe(grade);
    const isUnderReview = (await reportsOf(agency)).some((report) => report.review_seconds > 0);
    expect(isUnderReview).toBe(grade === undefined);
  });

  test('and had not taken it along is under review, and owes the film', async () => {
    const agency = await anAgency();
    agency.clock.pass(9 * hour);
    const officer = await agency.as('north-officer');
    expect(await everythingAtOnce(agency, officer)).toBeNull();
    expect((await officer.get('/api/training')).body).toMatchObject({ standing: 'watching' });
    expect((await reportsOf(agency)).filter((report) => report.review_seconds > 0)).not.toEqual([]);
  });

  test('and took it along only a moment ago is believed no more than the moment', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await takesAlong(officer);
    agency.clock.pass(4_000);
    expect(await everythingAtOnce(agency, officer)).toBeNull();
    const reports = await reportsOf(agency);
    expect(reports.reduce((sum, report) => sum + report.review_seconds, 0)).toBeGreaterThan(film / 2);
  });

  test('and watches it timed after all, once there is a network, is proved (A)', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await takesAlong(officer);
    await takesAlong(officer);
    agency.clock.pass(9 * hour);
    const back = await agency.as('north-officer');
    await send(back, anItem('opened'));
    await watchAll(agency, (played) => send(back, watched([played])));
    expect(await theRest(agency, back, 'north-officer')).toMatchObject({ grade: 'A' });
  });
});

describe('a report that cannot be', () => {
  test('is taken, counts for nothing, and is kept as it came', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    agency.clock.pass(1_000);
    const { status, body } = await send(officer, watched([{ fromSeconds: 0, toSeconds: film, rate: 16 }]));
    expect(status).toBe(200);
    expect(body.training.covered).toEqual([]);
    const [report] = await reportsOf(agency);
    expect(report).toMatchObject({ officer_id: 'north-officer', review_seconds: film, proved: '[]', late: '[]' });
    expect(JSON.parse(report?.stretches ?? '')).toEqual([{ fromSeconds: 0, toSeconds: film, rate: 16 }]);
    // Watched as it is meant to be, nothing stands in the way of the best grade.
    await watchAll(agency, (played) => send(officer, watched([played])));
    expect(await theRest(agency, officer, 'north-officer')).toMatchObject({ grade: 'A' });
  });

  test('is judged the same in two hundred stretches', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    const splinters = Array.from({ length: 200 }, (_, at) => stretch((at * film) / 200, ((at + 1) * film) / 200));
    const { body } = await send(officer, watched(splinters));
    expect(body.training.covered).toEqual([{ fromSeconds: 0, toSeconds: 2 }]);
    expect((await send(officer, watched([...splinters, stretch(0, 1)]))).status).toBe(422);
  });
});

describe('a submission that was captured and is sent again', () => {
  const refusals = async ({ installation }: Agency) => {
    const rows = await installation.db
      .selectFrom('ledger_entry as entry')
      .innerJoin('ledger_payload as payload', 'payload.seq', 'entry.seq')
      .select('payload.text')
      .where('entry.kind', '=', 'item.refused')
      .execute();
    return rows.map((row) => JSON.parse(row.text) as { by: string; payload: { itemId: string; code: string } });
  };

  async function captured() {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    agency.clock.pass(10_000);
    const item = watched([stretch(0, 10)]);
    const first = await send(officer, item);
    return { agency, officer, item, first };
  }

  test('by another officer, in the own name, is refused and on record; in the first one’s name it is refused too', async () => {
    const { agency, item } = await captured();
    const other = await agency.as('south-officer');
    await send(other, anItem('opened'));
    agency.clock.pass(minute);
    expect(await send(other, item)).toMatchObject({ status: 409, body: { code: 'evidence.id-taken' } });
    expect(await refusals(agency)).toMatchObject([{ by: 'south-officer', payload: { itemId: item.id } }]);
    expect(await other.post('/api/training/evidence', item, 'north-officer')).toMatchObject({
      status: 409,
      body: { code: 'sign-in.other-officer' },
    });
    expect(await reportsOf(agency)).toHaveLength(1);
    expect((await other.get<{ covered: unknown[] }>('/api/training')).body.covered).toEqual([]);
  });

  test('from another session or device of the same officer earns nothing and gets the same receipt', async () => {
    const { agency, item, first } = await captured();
    agency.clock.pass(minute);
    const again = await send(await agency.as('north-officer'), item);
    expect(again.body.receipt).toBe(first.body.receipt);
    expect(await reportsOf(agency)).toHaveLength(1);
    expect(again.body.training.covered).toEqual([{ fromSeconds: 0, toSeconds: 10 }]);
  });

  test('with a later place in the film under the same id is refused and on record', async () => {
    const { agency, officer, item } = await captured();
    agency.clock.pass(minute);
    expect((await send(officer, { ...item, stretches: [stretch(10, 20)] })).status).toBe(409);
    expect(await refusals(agency)).toHaveLength(1);
  });

  test('as what a roll call showed is refused and on record', async () => {
    const { agency, item } = await captured();
    const sergeant = await agency.as('north-sergeant');
    const { body } = await sergeant.post<{ id: string }>('/api/roll-calls', {
      id: '019aa000-0000-4000-8000-000000000001',
      unitId: 'north-squad',
    });
    const { id, stretches, narration, captions, deviceAt } = item as Record<string, unknown>;
    const screened = { id, stretches, narration, captions, deviceAt };
    expect((await sergeant.post(`/api/roll-calls/${body.id}/screened`, screened)).status).toBe(409);
    expect(await refusals(agency)).toMatchObject([{ by: 'north-sergeant' }]);
  });

  test('without the session it was made in is nobody’s', async () => {
    const { agency, item } = await captured();
    const headers = { Host: 'muster.test', Origin: 'http://muster.test', 'Content-Type': 'application/json' };
    const response = await agency.app.request('http://muster.test/api/training/evidence', {
      method: 'POST',
      body: JSON.stringify(item),
      headers: { ...headers, [officerHeader]: 'north-officer' },
    });
    expect(response.status).toBe(401);
  });
});
