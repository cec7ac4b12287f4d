import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Agency, anAgency, anItem, holdRollCall, type Person, shortPack } from '#test/support/an-agency.ts';

/** Everyone who may knock, and how they proved who they are. */
const visitors = {
  'north-officer': 'pin',
  'north-sergeant': 'pin',
  'south-sergeant': 'pin',
  'north-captain': 'password',
  'north-captain by PIN': 'pin',
  'south-captain': 'password',
  chief: 'password',
  trainer: 'password',
  administrator: 'password',
} as const;
type Visitor = keyof typeof visitors;

/** What the north squad's sheet is open to, by route. */
const everyone = Object.keys(visitors) as Visitor[];
const sergeant: Visitor[] = ['north-sergeant'];
const reporting: Visitor[] = ['north-captain', 'chief', 'trainer', 'administrator'];
const trainingUnit: Visitor[] = ['trainer'];
const administrator: Visitor[] = ['administrator'];

type Case = { may: readonly Visitor[]; call: (person: Person, rollCallId: string) => Promise<{ status: number }> };

const id = () => randomUUID();
const squad = 'north-squad';
const rollCall = (end: string, body: () => unknown): Case => ({
  may: sergeant,
  call: (person, rollCallId) => person.post(`/api/roll-calls/${rollCallId}${end}`, body()),
});
const read = (may: readonly Visitor[], path: string): Case => ({ may, call: (person) => person.get(path) });
const played = () => ({
  id: id(),
  stretches: [{ fromSeconds: 0, toSeconds: 1, rate: 1 }],
  narration: 'en',
  captions: [],
  deviceAt: '2026-11-23T12:00:00Z',
});
const roster = {
  file: Buffer.from('Badge,Name\n30,Ann Lee').toString('base64'),
  mapping: { badge: ['Badge'], name: ['Name'], rank: [], unit: [], duty: [], personId: [] },
  whole: false,
  answers: [],
};

/** Every route that needs a session. One that is not listed here fails the first test. */
const cases: Record<string, Case> = {
  'GET /api/sign-in': read(everyone, '/api/sign-in'),
  'GET /api/training': read(everyone, '/api/training'),
  'GET /api/training/path': read(everyone, '/api/training/path'),
  'GET /api/training/record': read(everyone, '/api/training/record'),
  'POST /api/training/evidence': {
    may: everyone,
    call: (person) => person.post('/api/training/evidence', anItem('opened')),
  },
  'GET /api/roll-calls/squads': read(everyone, '/api/roll-calls/squads'),
  'GET /api/roll-calls/squads/:unitId/owes': read(sergeant, `/api/roll-calls/squads/${squad}/owes`),
  'GET /api/roll-calls/squads/:unitId/owes.csv': read(sergeant, `/api/roll-calls/squads/${squad}/owes.csv`),
  'POST /api/roll-calls/talks': {
    may: sergeant,
    call: (person) =>
      person.post('/api/roll-calls/talks', {
        id: id(),
        officerId: 'north-officer',
        editionHash: shortPack.editionHash,
        attempt: 1,
      }),
  },
  'POST /api/roll-calls': {
    may: sergeant,
    call: (person) => person.post('/api/roll-calls', { id: id(), unitId: squad }),
  },
  'GET /api/roll-calls/:id': {
    may: sergeant,
    call: (person, rollCallId) => person.get(`/api/roll-calls/${rollCallId}`),
  },
  'POST /api/roll-calls/:id/presence': rollCall('/presence', () => ({
    id: id(),
    officerIds: ['north-second'],
    present: true,
  })),
  'POST /api/roll-calls/:id/guest': rollCall('/guest', () => ({ id: id(), badge: '22' })),
  'POST /api/roll-calls/:id/screened': rollCall('/screened', played),
  'POST /api/roll-calls/:id/close': rollCall('/close', () => ({ id: id(), attested: true, present: [] })),
  'GET /api/reports/units/:unitId': read(reporting, `/api/reports/units/${squad}`),
  'GET /api/reports/units/:unitId{[^/]+\\.csv}': read(reporting, `/api/reports/units/${squad}.csv`),
  'GET /api/reports/units/:unitId/officers': read(reporting, `/api/reports/units/${squad}/officers`),
  'GET /api/reports/units/:unitId/officers.csv': read(reporting, `/api/reports/units/${squad}/officers.csv`),
  'GET /api/reports/officers/:officerId': read(reporting, '/api/reports/officers/north-officer'),
  'POST /api/reports/officers/:officerId/path': {
    may: trainingUnit,
    call: (person) =>
      person.post('/api/reports/officers/north-officer/path', { id: id(), reason: 'Asked for by the officer' }),
  },
  'GET /api/reports/reviews': read(trainingUnit, '/api/reports/reviews'),
  'GET /api/reports/reviews.csv': read(trainingUnit, '/api/reports/reviews.csv'),
  'POST /api/reports/officers/:officerId/watching': {
    may: trainingUnit,
    call: (person) =>
      person.post('/api/reports/officers/north-officer/watching', { id: id(), reason: 'Asked for by the officer' }),
  },
  'POST /api/reports/officers/:officerId/reviews': {
    may: trainingUnit,
    call: (person) =>
      person.post('/api/reports/officers/north-officer/reviews', {
        id: id(),
        editionHash: shortPack.editionHash,
        upToSeq: 1,
        outcome: 'explained',
      }),
  },
  'POST /api/roster/imports/plan': {
    may: administrator,
    call: (person) => person.post('/api/roster/imports/plan', roster),
  },
  'POST /api/roster/imports/failed.csv': {
    may: administrator,
    call: (person) => person.post('/api/roster/imports/failed.csv', roster),
  },
  'POST /api/roster/imports': {
    may: administrator,
    call: (person) => person.post('/api/roster/imports', { ...roster, id: id(), plan: 'a'.repeat(64) }),
  },
};

/** Open to anyone, or not reading a session's rights. */
const open = [
  'GET /api/health',
  'GET /api/agency',
  'POST /api/sign-in/pin',
  'POST /api/sign-in/password',
  'DELETE /api/sign-in',
];

const signedIn = (agency: Agency, visitor: Visitor) => agency.as(visitor.replace(' by PIN', ''), visitors[visitor]);

test('every route of the API is listed here', async () => {
  const { app } = await anAgency();
  const routes = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path.replace(/\/$/, '')}`);
  expect([...new Set(routes)].sort()).toEqual([...Object.keys(cases), ...open].sort());
});

describe.each(Object.entries(cases))('%s', (_route, { may, call }) => {
  test('is open to those who may, and is not there for anyone else', async () => {
    const agency = await anAgency();
    const opened = await (await agency.as('north-sergeant')).post<{ id: string }>('/api/roll-calls', {
      id: id(),
      unitId: squad,
    });
    const rows = async () => (await agency.installation.db.selectFrom('ledger_entry').select('seq').execute()).length;
    for (const visitor of everyone) {
      const person = await signedIn(agency, visitor);
      const before = await rows();
      const { status } = await call(person, opened.body.id);
      if (may.includes(visitor)) expect([200, 409, 422], visitor).toContain(status);
      else {
        expect([visitor, status]).toEqual([visitor, 404]);
        expect(await rows(), `${visitor} left something behind`).toBe(before);
      }
    }
  });

  test('asks who is there', async () => {
    const agency = await anAgency();
    const headers = { Host: 'muster.test', Origin: 'http://muster.test', 'Content-Type': 'application/json' };
    const ask = async (path: string, body?: unknown) =>
      agency.app.request(`http://muster.test${path}`, {
        headers,
        ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      });
    const nobody = { get: (path: string) => ask(path), post: (path: string, body: unknown) => ask(path, body) };
    const response = (await call(nobody as never, 'any')) as unknown as Response;
    expect([response.status, await response.json()]).toMatchObject([401, { code: 'sign-in.required' }]);
  });
});

test('an id that does not exist and one of another district get the same answer', async () => {
  const agency = await anAgency();
  const captain = await agency.as('south-captain');
  const foreign = await captain.get('/api/reports/officers/north-officer');
  const unknown = await captain.get('/api/reports/officers/no-such-officer');
  expect(foreign.status).toBe(404);
  expect(foreign.text).toBe(unknown.text);
});

test('a sergeant of another squad can neither see nor close a roll call, nor read who was there', async () => {
  const agency = await anAgency();
  const north = await agency.as('north-sergeant');
  const { id: held } = await holdRollCall(agency, north, squad, ['north-officer']);
  const south = await agency.as('south-sergeant');
  expect((await south.get(`/api/roll-calls/${held}`)).status).toBe(404);
  expect((await south.get<{ squads: { unitId: string }[] }>('/api/roll-calls/squads')).body.squads).toMatchObject([
    { unitId: 'south-squad' },
  ]);
});

test('the agency is the session’s: naming another one in the request is refused by field', async () => {
  const agency = await anAgency();
  const officer = await agency.as('north-officer');
  const answer = await officer.post('/api/training/evidence', anItem('opened', { agencyId: 'other' }));
  expect(answer).toMatchObject({ status: 422, body: { field: 'agencyId' } });
});
