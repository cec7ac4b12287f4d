import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { RollCallView, SquadChoice, SquadOwes } from '#domain/roll-call/roll-call.ts';
import {
  type Agency,
  anAgency,
  anItem,
  day,
  decideAll,
  holdRollCall,
  type Person,
  send,
  smallRoster,
  stretch,
  watchAll,
} from '#test/support/an-agency.ts';

const item = (more: Record<string, unknown> = {}) => ({ id: randomUUID(), ...more });
const screened = (from: number, to: number) =>
  item({ stretches: [stretch(from, to)], narration: 'en', captions: ['es'], deviceAt: '2026-11-23T12:00:00Z' });

async function anOpenRollCall(given?: Agency) {
  const agency = given ?? (await anAgency());
  const sergeant = await agency.as('north-sergeant');
  const id = randomUUID();
  const { body } = await sergeant.post<RollCallView>('/api/roll-calls', { id, unitId: 'north-squad' });
  const post = (path: string, sent: unknown, person: Person = sergeant) =>
    person.post<RollCallView & { code: string }>(`/api/roll-calls/${id}${path}`, sent);
  return { agency, sergeant, id, opened: body, post };
}
/** The sergeant’s word for these; for the sergeant alone unless said otherwise. */
const attested = (...present: string[]) =>
  item({ attested: true, present: present.length > 0 ? present : ['north-sergeant'] });
const presentIn = (view: RollCallView) => view.roster.filter((line) => line.present).map((line) => line.officerId);

describe('a roll call', () => {
  test('opens with the squad’s roster, the sergeant ticked', async () => {
    const { opened, id } = await anOpenRollCall();
    expect(opened).toMatchObject({
      id,
      unit: { id: 'north-squad', name: 'North Squad' },
      sergeant: { id: 'north-sergeant' },
      closedAt: null,
      watchedShare: 0,
      filmSeen: false,
    });
    expect(opened.roster.map((line) => line.badge)).toEqual(['12', '13', '11']);
    expect(presentIn(opened)).toEqual(['north-sergeant']);
  });

  test('says of who has completed already how well it is borne out', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    await watchAll(agency, (played) => send(officer, anItem('watched', { stretches: [played] })));
    await send(officer, anItem('acknowledged'));
    await decideAll(agency, officer, 'north-officer');
    const { opened } = await anOpenRollCall(agency);
    expect(opened.roster.map((line) => [line.officerId, line.grade])).toEqual([
      ['north-officer', 'A'],
      ['north-second', null],
      ['north-sergeant', null],
    ]);
  });

  test('that is open is returned instead of a second one, and is found again after a reload', async () => {
    const { sergeant, id, post } = await anOpenRollCall();
    await post('/presence', item({ officerIds: ['north-officer'], present: true }));
    const again = await sergeant.post<RollCallView>('/api/roll-calls', { id: randomUUID(), unitId: 'north-squad' });
    expect(again.body.id).toBe(id);
    const { body } = await sergeant.get<RollCallView>(`/api/roll-calls/${id}`);
    expect(presentIn(body)).toEqual(['north-officer', 'north-sergeant']);
    const { squads } = (await sergeant.get<{ squads: SquadChoice[] }>('/api/roll-calls/squads')).body;
    expect(squads).toEqual([
      {
        unitId: 'north-squad',
        name: 'North Squad',
        path: ['Small Town Police', 'North District'],
        officers: 3,
        openRollCallId: id,
      },
    ]);
  });

  test('takes and takes back presence, and adds anyone of the agency by badge', async () => {
    const { post } = await anOpenRollCall();
    await post('/presence', item({ officerIds: ['north-officer', 'north-second'], present: true }));
    await post('/presence', item({ officerIds: ['north-second'], present: false }));
    const { body } = await post('/guest', item({ badge: '22' }));
    expect(presentIn(body)).toEqual(['north-officer', 'north-sergeant', 'south-officer']);
    expect(body.roster.find((line) => line.officerId === 'south-officer')?.guest).toBe(true);
    expect(await post('/guest', item({ badge: '999' }))).toMatchObject({
      status: 404,
      body: { code: 'roll-call.unknown-badge' },
    });
    const stranger = await post('/presence', item({ officerIds: ['south-captain'], present: true }));
    expect(stranger).toMatchObject({ status: 422, body: { code: 'roll-call.unknown-officer', field: 'officerIds' } });
  });

  test('a guest unticked by mistake is ticked again; somebody of another squad who was never added is not', async () => {
    const { post } = await anOpenRollCall();
    await post('/guest', item({ badge: '22' }));
    for (const present of [false, true]) {
      const { body } = await post('/presence', item({ officerIds: ['south-officer'], present }));
      expect(presentIn(body).includes('south-officer')).toBe(present);
    }
    expect(await post('/presence', item({ officerIds: ['south-captain'], present: true }))).toMatchObject({
      status: 422,
      body: { code: 'roll-call.unknown-officer' },
    });
  });

  test('is not closed before the film was seen to its end, timed by the server', async () => {
    const { agency, post } = await anOpenRollCall();
    const { durationSeconds } = agency.pack.film;
    agency.clock.pass(5_000);
    const claimed = await post('/screened', screened(0, durationSeconds));
    expect(claimed.body.filmSeen).toBe(false);
    expect(claimed.body.covered).toEqual([{ fromSeconds: 0, toSeconds: 8.25 }]);
    const early = await post('/close', attested());
    expect(early).toMatchObject({ status: 422, body: { code: 'roll-call.film-unseen' } });

    agency.clock.pass(60_000);
    await post('/screened', screened(0, durationSeconds));
    expect((await post('/close', attested())).body.closedAt).toBe(new Date(agency.clock.at).toISOString());
  });

  test('is not closed without the sergeant’s word, nor for an empty room', async () => {
    const { agency, post } = await anOpenRollCall();
    await watchAll(agency, ({ fromSeconds, toSeconds }) => post('/screened', screened(fromSeconds, toSeconds)));
    expect(await post('/close', item({ present: ['north-sergeant'] }))).toMatchObject({
      status: 422,
      body: { field: 'attested' },
    });
    expect(await post('/close', { ...attested(), attested: false })).toMatchObject({ status: 422 });
    await post('/presence', item({ officerIds: ['north-sergeant'], present: false }));
    expect(await post('/close', attested())).toMatchObject({
      status: 422,
      body: { code: 'roll-call.nobody-present' },
    });
  });

  test('witnesses nothing until it is closed, and changes no more once it is', async () => {
    const { agency, post } = await anOpenRollCall();
    await post('/presence', item({ officerIds: ['north-officer'], present: true }));
    await watchAll(agency, ({ fromSeconds, toSeconds }) => post('/screened', screened(fromSeconds, toSeconds)));
    const officer = await agency.as('north-officer');
    expect((await officer.get('/api/training')).body).toMatchObject({ standing: 'not-opened', witnessed: false });
    await post('/close', attested('north-officer', 'north-sergeant'));
    expect((await officer.get('/api/training')).body).toMatchObject({ standing: 'policy', witnessed: true });
    for (const [path, sent] of [
      ['/presence', item({ officerIds: ['north-second'], present: true })],
      ['/guest', item({ badge: '22' })],
      ['/screened', screened(0, 1)],
      ['/close', attested()],
    ] as const) {
      expect(await post(path, sent)).toMatchObject({ status: 409, body: { code: 'roll-call.closed' } });
    }
  });

  test('is not closed over other people than the sergeant attested, and names the one who attested', async () => {
    const acting = { officerId: 'north-second', role: 'supervisor' as const, unitId: 'north-squad' };
    const roster = { ...smallRoster, grants: [...smallRoster.grants, acting] };
    const { agency, post } = await anOpenRollCall(await anAgency({ roster }));
    await watchAll(agency, ({ fromSeconds, toSeconds }) => post('/screened', screened(fromSeconds, toSeconds)));
    const second = await agency.as('north-second');
    await post('/presence', item({ officerIds: ['north-officer'], present: true }), second);
    for (const names of [['north-sergeant'], ['north-sergeant', 'north-second'], ['north-officer', 'north-officer']]) {
      expect(await post('/close', attested(...names))).toMatchObject({
        status: 409,
        body: { code: 'roll-call.changed' },
      });
    }
    const { body } = await post('/close', attested('north-sergeant', 'north-officer'), second);
    expect(body).toMatchObject({ sergeant: { id: 'north-sergeant' }, attestedBy: { id: 'north-second' } });
    expect(presentIn(body)).toEqual(['north-officer', 'north-sergeant']);
  });

  test('takes the same tap twice once, and refuses its id for another tap', async () => {
    const { agency, post } = await anOpenRollCall();
    const tap = item({ officerIds: ['north-officer'], present: true });
    const answers = await Promise.all(Array.from({ length: 20 }, () => post('/presence', tap)));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    const kept = await agency.installation.db
      .selectFrom('ledger_entry')
      .select('seq')
      .where('kind', '=', 'roll-call.presence')
      .execute();
    expect(kept).toHaveLength(1);
    expect((await post('/presence', { ...tap, present: false })).status).toBe(409);
  });

  test('takes nothing from the station in a sergeant’s name while somebody else is signed in on it', async () => {
    const { agency, sergeant, id, opened } = await anOpenRollCall();
    for (const other of ['south-sergeant', 'north-officer']) {
      const person = await agency.as(other);
      for (const [path, sent] of [
        ['', item({ unitId: 'north-squad' })],
        [`/${id}/presence`, item({ officerIds: ['north-officer'], present: true })],
        [`/${id}/guest`, item({ badge: '22' })],
        [`/${id}/screened`, screened(0, 1)],
        [`/${id}/close`, attested()],
      ] as const) {
        expect(await person.post(`/api/roll-calls${path}`, sent, 'north-sergeant'), path).toMatchObject({
          status: 409,
          body: { code: 'sign-in.other-officer' },
        });
      }
    }
    expect((await sergeant.get(`/api/roll-calls/${id}`)).body).toEqual(opened);
  });
});

describe('who of the squad still owes what', () => {
  test('lists everyone who has not completed, with where they stand, and nobody who has', async () => {
    const agency = await anAgency();
    const sergeant = await agency.as('north-sergeant');
    await holdRollCall(agency, sergeant, 'north-squad', ['north-officer']);
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    await send(officer, anItem('acknowledged'));
    await decideAll(agency, officer, 'north-officer');

    const { body } = await sergeant.get<SquadOwes>('/api/roll-calls/squads/north-squad/owes');
    expect(body.lines.map(({ officerId, standing, overdue }) => [officerId, standing, overdue])).toEqual([
      ['north-second', 'not-opened', false],
      ['north-sergeant', 'policy', false],
    ]);
    const csv = await sergeant.get('/api/roll-calls/squads/north-squad/owes.csv');
    expect(csv.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(csv.text.split('\r\n')[1]).toBe(
      '"13","Name of north-second","Officer","on-duty","not-opened","false","2026-12-01T04:59:59.999Z",""',
    );
  });

  test('past the window those on duty are late; those on leave are due on return', async () => {
    const roster = structuredClone(smallRoster);
    for (const officer of roster.officers) if (officer.id === 'north-second') officer.duty = 'leave';
    const agency = await anAgency({ roster });
    agency.clock.pass(8 * day);
    const { body } = await (await agency.as('north-sergeant')).get<SquadOwes>(
      '/api/roll-calls/squads/north-squad/owes',
    );
    expect(body.lines.map(({ officerId, overdue }) => [officerId, overdue])).toEqual([
      ['north-officer', true],
      ['north-second', false],
      ['north-sergeant', true],
    ]);
  });

  test('nobody, where everybody was moved away', async () => {
    const roster = structuredClone(smallRoster);
    roster.units.push({ id: 'north-car', parentId: 'north-squad', name: 'North Car' });
    const sergeant = await (await anAgency({ roster })).as('north-sergeant');
    const owes = await sergeant.get<SquadOwes>('/api/roll-calls/squads/north-car/owes');
    expect(owes).toMatchObject({ status: 200, body: { unit: { name: 'North Car' }, lines: [] } });
  });
});
