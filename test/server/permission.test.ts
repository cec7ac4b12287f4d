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

const exempting: Visitor[] = ['trainer', 'administrator'];
const crediting: Visitor[] = ['north-captain', 'chief', 'trainer', 'administrator'];
const aPerson = { officerId: null, name: 'Ann Lee', rank: '', unitId: squad, personId: null, listed: true };
const anExemption = { editionHash: shortPack.editionHash, reason: 'Has taught it elsewhere.' };
/** Of what stands in every agency here before anybody knocks. */
const [anActing, aCredit] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'];

/** A sergeant stands in for a day, and a credit waits for a second person. */
async function withMore(agency: Agency): Promise<void> {
  const common = { at: agency.clock.at, by: 'south-captain' };
  const until = new Date(agency.clock.at + 8 * 3_600_000).toISOString();
  await agency.installation.ledger.write(async ({ append }) => {
    const acting = { id: anActing, role: 'supervisor' as const, unitId: squad, until };
    await append({ kind: 'grant.given', ...common, payload: { subject: 'north-second', item: acting } });
    const credit = { ...anExemption, id: aCredit, officerIds: ['north-second'] };
    await append({ kind: 'credit.proposed', ...common, payload: { subject: 'credit', item: credit } });
  });
}

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
  'POST /api/roll-calls/:id/corrections': rollCall('/corrections', () => ({
    id: id(),
    officerId: 'north-second',
    present: true,
    reason: 'Came in late, sat at the back',
  })),
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
  'POST /api/agency': {
    may: administrator,
    call: (person) =>
      person.post('/api/agency', { id: id(), name: 'Small Town', timeZone: 'UTC', startLanguage: 'es' }),
  },
  'GET /api/agency/settings': read(administrator, '/api/agency/settings'),
  'POST /api/agency/order': {
    may: administrator,
    call: (person) =>
      person.post('/api/agency/order', {
        id: id(),
        order: null,
        review: { office: 'County Attorney', date: '2026-11-20' },
        answers: {},
        startsOn: '2026-11-23',
        counts: true,
      }),
  },
  'GET /api/roster/people': read(administrator, '/api/roster/people'),
  'POST /api/roster/people': {
    may: administrator,
    call: (person) => person.post('/api/roster/people', { ...aPerson, id: id(), badge: id().slice(0, 8) }),
  },
  'GET /api/roster/people/:officerId': read(
    [...sergeant, 'north-captain', 'north-captain by PIN', 'chief', 'trainer', 'administrator'],
    '/api/roster/people/north-officer',
  ),
  'POST /api/roster/people/:officerId/duty': {
    may: [...sergeant, 'north-captain', 'north-captain by PIN', 'chief', 'trainer', 'administrator'],
    call: (person) =>
      person.post('/api/roster/people/north-officer/duty', {
        id: id(),
        duty: 'leave',
        fromDay: '2026-11-24',
        untilDay: '2026-11-25',
      }),
  },
  'POST /api/roster/people/:officerId/exemption': {
    may: exempting,
    call: (person) => person.post('/api/roster/people/north-officer/exemption', { ...anExemption, id: id() }),
  },
  'POST /api/roster/people/:officerId/exemption/end': {
    may: exempting,
    call: (person) =>
      person.post('/api/roster/people/north-officer/exemption/end', { id: id(), editionHash: shortPack.editionHash }),
  },
  'POST /api/roster/people/:officerId/vouch': {
    may: sergeant,
    call: (person) => person.post('/api/roster/people/north-officer/vouch', {}),
  },
  'POST /api/roster/units': {
    may: administrator,
    call: (person) =>
      person.post('/api/roster/units', { id: id(), unitId: null, name: id().slice(0, 8), parentId: 'north' }),
  },
  'GET /api/roster/units/:unitId/people': read(
    [...sergeant, 'north-captain', 'north-captain by PIN', 'chief', 'trainer', 'administrator'],
    '/api/roster/units/north-squad/people',
  ),
  'POST /api/roster/units/:unitId/remove': {
    may: administrator,
    call: (person) => person.post('/api/roster/units/north-squad/remove', { id: id() }),
  },
  'POST /api/roster/units/:unitId/slips': {
    may: administrator,
    call: (person) => person.post('/api/roster/units/north-squad/slips', { onlyMissing: true }),
  },
  'POST /api/roster/windows': {
    may: administrator,
    call: (person) =>
      person.post('/api/roster/windows', {
        id: id(),
        editionHash: shortPack.editionHash,
        unitId: 'north',
        startsOn: '2026-11-23',
        days: 14,
        owes: true,
      }),
  },
  'POST /api/grants/:officerId': {
    may: administrator,
    call: (person) =>
      person.post('/api/grants/north-officer', { id: id(), role: 'commander', unitId: 'north-squad', until: null }),
  },
  'POST /api/grants/:officerId/end': {
    may: [...sergeant, 'north-captain', 'north-captain by PIN', 'chief', 'administrator'],
    call: async (person) => person.post('/api/grants/north-second/end', { id: id(), grantId: anActing }),
  },
  // Of one's own units: another captain has a list too, and it is another.
  'GET /api/credits': read([...crediting, 'south-captain'], '/api/credits'),
  'GET /api/credits/:creditId/scan': read([], '/api/credits/none/scan'),
  'POST /api/credits': {
    may: crediting,
    call: (person) => person.post('/api/credits', { ...anExemption, id: id(), officerIds: ['north-officer'] }),
  },
  'POST /api/credits/decisions': {
    may: crediting,
    call: (person) => person.post('/api/credits/decisions', { id: id(), creditId: aCredit, outcome: 'declined' }),
  },
  'POST /api/credits/paper': {
    may: exempting,
    call: (person) =>
      person.post('/api/credits/paper', {
        id: id(),
        editionHash: shortPack.editionHash,
        officerIds: ['north-officer'],
        heldOn: '2026-11-20',
        fileHash: 'a'.repeat(64),
      }),
  },
  'POST /api/files': {
    may: exempting,
    call: (person) => person.post('/api/files', { base64: Buffer.from('%PDF-1.7 of a sheet').toString('base64') }),
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
  'POST /api/sign-in/code/look',
  'POST /api/sign-in/code',
  'POST /api/setup/look',
  'POST /api/setup/agency',
  'POST /api/setup/administrator',
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
    await withMore(agency);
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
