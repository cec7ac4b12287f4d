import { randomUUID } from 'node:crypto';
import type { WatchingEvidence } from '#domain/coverage/watching-evidence.ts';
import type { RollCallView } from '#domain/roll-call/roll-call.ts';
import { makeSetupLink } from '#server/agency/set-up.ts';
import type { Kind } from '#server/ledger/kinds.ts';
import { setCredentials } from '#server/sign-in/credentials.ts';
import type { Slip } from '#server/sign-in/give-codes.ts';
import { hashSecret } from '#server/sign-in/secret.ts';
import { type Agency, anItem, decideAll, holdRollCall, send, shortPack, stretch, watchAll } from './an-agency.ts';

/** Sends once, so that it succeeds. */
export type Sending = () => Promise<{ status: number }>;
export type Write = {
  /** Whose name the entries bear; null: nobody was signed in yet. */
  by: string | null;
  /** The entries that exactly this request leaves, in their order. */
  leaves: Kind[];
  /** Entries that the program adds as a consequence, in nobody's name. */
  follows?: Kind[];
  /** Brings about what has to be there first. */
  ready(agency: Agency): Promise<Sending>;
};

const { editionHash } = shortPack;
const id = () => randomUUID();
const pin = '730416';
const password = 'river stone lantern';
const pdf = Buffer.from('%PDF-1.7 of a sheet').toString('base64');

/** A browser without a session, or with the one that the cookie names. */
export const knock = (agency: Agency, path: string, body?: object, cookie = '') =>
  agency.app.request(`http://muster.test/api/${path}`, {
    method: body ? 'POST' : 'DELETE',
    headers: { Host: 'muster.test', Origin: 'http://muster.test', 'Content-Type': 'application/json', cookie },
    ...(body && { body: JSON.stringify(body) }),
  });

const posted = (by: string, leaves: Kind[], path: string, body: () => object): Write => ({
  by,
  leaves,
  async ready(agency) {
    const person = await agency.as(by);
    return () => person.post(`/api/${path}`, body());
  },
});

/** In a roll call that is open. */
const inRollCall = (leaves: Kind[], end: string, body: () => object): Write => ({
  by: 'north-sergeant',
  leaves,
  async ready(agency) {
    const sergeant = await agency.as('north-sergeant');
    const rollCall = id();
    await sergeant.post('/api/roll-calls', { id: rollCall, unitId: 'north-squad' });
    return () => sergeant.post(`/api/roll-calls/${rollCall}/${end}`, { id: id(), ...body() });
  },
});

const theSecret = async (agency: Agency, officerId: string, proof: 'pin' | 'password', secret: string) =>
  setCredentials(agency.installation, [{ officerId, proof, secret: await hashSecret(secret) }]);

const bySetupLink = (leaves: Kind[], path: string, body: () => object): Write => ({
  by: null,
  leaves,
  async ready(agency) {
    // Until somebody administers the agency there is a link.
    await agency.installation.db.deleteFrom('role_grant').where('role', '=', 'administrator').execute();
    const token = await makeSetupLink(agency.installation);
    return () => knock(agency, `setup/${path}`, { ...body(), token }) as Promise<{ status: number }>;
  },
});

const anExemption = () => ({ id: id(), editionHash, reason: 'Has taught it elsewhere.' });
const aReason = () => ({ id: id(), reason: 'Asked for by the officer' });
const agencyNamed = () => ({ id: id(), name: 'Small Town', timeZone: 'UTC', startLanguage: 'es' });
const played = () => ({
  stretches: [stretch(0, 1)],
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
const person = 'roster/people/north-officer';

/** Every route that writes, sent once as it succeeds, and what it leaves in the ledger. */
export const written: Record<string, Write> = {
  'POST /api/sign-in/pin': {
    by: 'north-officer',
    leaves: ['sign-in.opened'],
    async ready(agency) {
      await theSecret(agency, 'north-officer', 'pin', pin);
      return () => knock(agency, 'sign-in/pin', { badge: '12', pin }) as Promise<{ status: number }>;
    },
  },
  'POST /api/sign-in/password': {
    by: 'chief',
    leaves: ['sign-in.opened'],
    async ready(agency) {
      await theSecret(agency, 'chief', 'password', password);
      return () => knock(agency, 'sign-in/password', { badge: '1', password }) as Promise<{ status: number }>;
    },
  },
  'POST /api/sign-in/code': {
    by: 'north-officer',
    leaves: ['code.used', 'sign-in.opened'],
    async ready(agency) {
      const administrator = await agency.as('administrator');
      const asked = { onlyMissing: true, officerIds: ['north-officer'] };
      const printed = await administrator.post<{ slips: Slip[] }>('/api/roster/units/north-squad/slips', asked);
      const code = printed.body.slips[0]?.code;
      return () => knock(agency, 'sign-in/code', { badge: '12', code, secret: pin }) as Promise<{ status: number }>;
    },
  },
  'DELETE /api/sign-in': {
    by: 'north-officer',
    leaves: ['sign-in.closed'],
    async ready(agency) {
      const { cookie } = await agency.as('north-officer');
      return () => knock(agency, 'sign-in', undefined, cookie) as Promise<{ status: number }>;
    },
  },
  'POST /api/setup/agency': bySetupLink(['agency.changed'], 'agency', agencyNamed),
  'POST /api/setup/administrator': bySetupLink(
    ['person.kept', 'grant.given', 'sign-in.opened'],
    'administrator',
    () => ({ id: id(), name: 'Ada Pérez', badge: '99', rank: 'Chief', password }),
  ),
  'POST /api/training/evidence': posted('north-officer', ['training.opened'], 'training/evidence', () =>
    anItem('opened'),
  ),
  'POST /api/roll-calls/talks': {
    by: 'north-sergeant',
    leaves: ['talk.recorded'],
    async ready(agency) {
      const officer = await agency.as('north-officer');
      for (const kind of ['opened', 'acknowledged']) await send(officer, anItem(kind));
      await watchAll(agency, (one) => send(officer, anItem('watched', { stretches: [one] })));
      await decideAll(agency, officer, 'north-officer', 'wrong');
      const sergeant = await agency.as('north-sergeant');
      const talk = { id: id(), officerId: 'north-officer', editionHash, attempt: 1 };
      return () => sergeant.post('/api/roll-calls/talks', talk);
    },
  },
  'POST /api/roll-calls': posted('north-sergeant', ['roll-call.opened'], 'roll-calls', () => ({
    id: id(),
    unitId: 'north-squad',
  })),
  'POST /api/roll-calls/:id/presence': inRollCall(['roll-call.presence'], 'presence', () => ({
    officerIds: ['north-second'],
    present: true,
  })),
  'POST /api/roll-calls/:id/guest': inRollCall(['roll-call.guest'], 'guest', () => ({ badge: '22' })),
  'POST /api/roll-calls/:id/screened': inRollCall(['roll-call.screened'], 'screened', played),
  'POST /api/roll-calls/:id/close': {
    by: 'north-sergeant',
    leaves: ['roll-call.closed'],
    async ready(agency) {
      const sergeant = await agency.as('north-sergeant');
      const path = `/api/roll-calls/${id()}`;
      await sergeant.post('/api/roll-calls', { id: path.split('/').at(-1), unitId: 'north-squad' });
      await sergeant.post(`${path}/presence`, { id: id(), officerIds: ['north-officer'], present: true });
      await watchAll(agency, (one) => sergeant.post(`${path}/screened`, { id: id(), ...played(), stretches: [one] }));
      const { body } = await sergeant.get<RollCallView>(path);
      const present = body.roster.filter((line) => line.present).map((line) => line.officerId);
      return () => sergeant.post(`${path}/close`, { id: id(), attested: true, present });
    },
  },
  'POST /api/roll-calls/:id/corrections': {
    by: 'north-sergeant',
    leaves: ['roll-call.corrected'],
    async ready(agency) {
      const sergeant = await agency.as('north-sergeant');
      const held = await holdRollCall(agency, sergeant, 'north-squad', ['north-officer']);
      const correction = { officerId: 'north-second', present: true, reason: 'Stood at the door.' };
      return () => sergeant.post(`/api/roll-calls/${held.id}/corrections`, { id: id(), ...correction });
    },
  },
  'POST /api/reports/officers/:officerId/path': posted(
    'trainer',
    ['path.read'],
    'reports/officers/north-officer/path',
    aReason,
  ),
  'POST /api/reports/officers/:officerId/watching': posted(
    'trainer',
    ['watching.read'],
    'reports/officers/north-officer/watching',
    aReason,
  ),
  'POST /api/reports/officers/:officerId/reviews': {
    by: 'trainer',
    leaves: ['review.noted'],
    async ready(agency) {
      const officer = await agency.as('north-officer');
      await send(officer, anItem('opened'));
      await send(officer, anItem('watched', { stretches: [stretch(0, shortPack.film.durationSeconds)] }));
      const trainer = await agency.as('trainer');
      const path = '/api/reports/officers/north-officer';
      const seen = await trainer.post<{ watching: WatchingEvidence[] }>(`${path}/watching`, aReason());
      const upToSeq = seen.body.watching[0]?.openUpToSeq;
      return () => trainer.post(`${path}/reviews`, { id: id(), editionHash, upToSeq, outcome: 'explained' });
    },
  },
  'POST /api/agency': posted('administrator', ['agency.changed'], 'agency', agencyNamed),
  'POST /api/agency/order': posted('administrator', ['order.published', 'course.adopted'], 'agency/order', () => ({
    id: id(),
    order: null,
    review: { office: 'County Attorney', date: '2026-11-20' },
    answers: {},
    startsOn: '2026-11-23',
    counts: true,
  })),
  'POST /api/roster/people': posted('administrator', ['person.kept'], 'roster/people', () => ({
    id: id(),
    officerId: null,
    name: 'Ann Lee',
    rank: '',
    unitId: 'north-squad',
    personId: null,
    listed: true,
    badge: '98',
  })),
  'POST /api/roster/people/:officerId/duty': posted('north-sergeant', ['duty.said'], `${person}/duty`, () => ({
    id: id(),
    duty: 'leave',
    fromDay: '2026-11-24',
    untilDay: '2026-11-25',
  })),
  'POST /api/roster/people/:officerId/exemption': posted(
    'trainer',
    ['exemption.given'],
    `${person}/exemption`,
    anExemption,
  ),
  'POST /api/roster/people/:officerId/exemption/end': {
    by: 'trainer',
    leaves: ['exemption.ended'],
    async ready(agency) {
      const trainer = await agency.as('trainer');
      await trainer.post(`/api/${person}/exemption`, anExemption());
      return () => trainer.post(`/api/${person}/exemption/end`, { id: id(), editionHash });
    },
  },
  'POST /api/roster/people/:officerId/vouch': posted('north-sergeant', ['code.made'], `${person}/vouch`, () => ({})),
  'POST /api/roster/units': posted('administrator', ['unit.kept'], 'roster/units', () => ({
    id: id(),
    unitId: null,
    name: 'Night Squad',
    parentId: 'north',
  })),
  'POST /api/roster/units/:unitId/remove': {
    by: 'administrator',
    leaves: ['unit.removed'],
    async ready(agency) {
      const administrator = await agency.as('administrator');
      const unit = { id: id(), unitId: null, name: 'Night Squad', parentId: 'north' };
      await administrator.post('/api/roster/units', unit);
      return () => administrator.post(`/api/roster/units/${unit.id}/remove`, { id: id() });
    },
  },
  'POST /api/roster/units/:unitId/slips': posted(
    'administrator',
    ['code.made'],
    'roster/units/north-squad/slips',
    () => ({ onlyMissing: true, officerIds: ['north-officer'] }),
  ),
  'POST /api/roster/windows': posted('administrator', ['window.changed'], 'roster/windows', () => ({
    id: id(),
    editionHash,
    unitId: 'north',
    startsOn: '2026-11-23',
    days: 14,
    owes: true,
  })),
  'POST /api/grants/:officerId': posted('administrator', ['grant.given'], 'grants/north-officer', () => ({
    id: id(),
    role: 'commander',
    unitId: 'north-squad',
    until: null,
  })),
  'POST /api/grants/:officerId/end': {
    by: 'administrator',
    leaves: ['grant.ended'],
    async ready(agency) {
      const administrator = await agency.as('administrator');
      const grant = { id: id(), role: 'commander', unitId: 'north-squad', until: null };
      await administrator.post('/api/grants/north-officer', grant);
      return () => administrator.post('/api/grants/north-officer/end', { id: id(), grantId: grant.id });
    },
  },
  'POST /api/credits': posted('trainer', ['credit.proposed'], 'credits', () => ({
    ...anExemption(),
    officerIds: ['north-officer'],
  })),
  'POST /api/credits/decisions': {
    by: 'chief',
    leaves: ['credit.decided'],
    async ready(agency) {
      const credit = { ...anExemption(), officerIds: ['north-officer'] };
      await (await agency.as('trainer')).post('/api/credits', credit);
      const chief = await agency.as('chief');
      return () => chief.post('/api/credits/decisions', { id: id(), creditId: credit.id, outcome: 'declined' });
    },
  },
  'POST /api/credits/paper': {
    by: 'trainer',
    leaves: ['paper.recorded'],
    follows: ['completion.recorded'],
    async ready(agency) {
      const trainer = await agency.as('trainer');
      const { body } = await trainer.post<{ hash: string }>('/api/files', { base64: pdf });
      const sheet = { editionHash, officerIds: ['north-officer'], heldOn: '2026-11-23', fileHash: body.hash };
      return () => trainer.post('/api/credits/paper', { id: id(), ...sheet });
    },
  },
  'POST /api/files': posted('administrator', ['file.kept'], 'files', () => ({ base64: pdf })),
  'POST /api/roster/imports': {
    by: 'administrator',
    leaves: ['roster.changed'],
    async ready(agency) {
      const administrator = await agency.as('administrator');
      const shown = await administrator.post<{ digest: string }>('/api/roster/imports/plan', roster);
      return () => administrator.post('/api/roster/imports', { ...roster, id: id(), plan: shown.body.digest });
    },
  },
};
