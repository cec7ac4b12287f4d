import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { OfficerLine, UnitReport } from '#domain/completion/report.ts';
import type { SquadOwes } from '#domain/roll-call/roll-call.ts';
import type { PersonSeen } from '#server/roster/people.ts';
import {
  type Agency,
  anAgency,
  anItem,
  day,
  decideAll,
  type Person,
  send,
  shortPack,
  watchAll,
} from '#test/support/an-agency.ts';

const { editionHash } = shortPack;
const away = (fromDay: string, untilDay: string | null, duty = 'leave') => ({
  id: randomUUID(),
  duty,
  fromDay,
  untilDay,
});
const lineOf = async (agency: Agency, officerId: string) =>
  (await (await agency.as('chief')).get<{ officer: OfficerLine }>(`/api/reports/officers/${officerId}`)).body.officer;

describe('a sergeant says who is away', () => {
  test('from a day to a day; the officer is due on return, and the window starts then', async () => {
    const agency = await anAgency();
    const sergeant = await agency.as('north-sergeant');
    const path = '/api/roster/people/north-officer/duty';
    expect((await sergeant.post(path, away('2026-11-24', '2026-12-10'))).status).toBe(200);
    agency.clock.pass(9 * day);
    const { body } = await (await agency.as('north-sergeant')).get<SquadOwes>(
      '/api/roll-calls/squads/north-squad/owes',
    );
    const line = body.lines.find(({ officerId }) => officerId === 'north-officer');
    expect(line).toMatchObject({
      duty: 'leave',
      overdue: false,
      backOn: '2026-12-11',
      dueAt: '2026-12-19T04:59:59.999Z',
    });
    expect(body.lines.find(({ officerId }) => officerId === 'north-second')).toMatchObject({ overdue: true });
    agency.clock.pass(10 * day);
    expect(await lineOf(agency, 'north-officer')).toMatchObject({ duty: 'on-duty', overdue: false });
    agency.clock.pass(10 * day);
    expect(await lineOf(agency, 'north-officer')).toMatchObject({ overdue: true, dueAt: '2026-12-19T04:59:59.999Z' });
  });

  test('and who is back; whoever is away until nobody knows when has no day', async () => {
    const agency = await anAgency();
    const sergeant = await agency.as('north-sergeant');
    const path = '/api/roster/people/north-officer/duty';
    await sergeant.post(path, away('2026-11-23', null, 'military'));
    expect(await lineOf(agency, 'north-officer')).toMatchObject({ duty: 'military', dueAt: null, backOn: null });
    agency.clock.pass(30 * day);
    await (await agency.as('north-sergeant')).post(path, away('2026-12-20', null, 'on-duty'));
    expect(await lineOf(agency, 'north-officer')).toMatchObject({ duty: 'on-duty', dueAt: '2026-12-28T04:59:59.999Z' });
    const seen = await (await agency.as('north-sergeant')).get<PersonSeen>('/api/roster/people/north-officer');
    expect(seen.body.absences).toEqual([{ duty: 'military', fromDay: '2026-11-23', untilDay: '2026-12-19' }]);
    expect(seen.body.may).toMatchObject({ 'set-duty': true, vouch: true, 'keep-roster': false });
  });

  test('not of another squad, not with the days turned round, and once for one id', async () => {
    const agency = await anAgency();
    const sergeant = await agency.as('north-sergeant');
    expect((await sergeant.post('/api/roster/people/south-officer/duty', away('2026-11-24', null))).status).toBe(404);
    const turned = await sergeant.post('/api/roster/people/north-officer/duty', away('2026-11-24', '2026-11-20'));
    expect(turned).toMatchObject({ status: 422, body: { code: 'duty.days-turned', field: 'untilDay' } });
    const item = away('2026-11-24', '2026-11-25');
    const [once, again] = [
      await sergeant.post('/api/roster/people/north-officer/duty', item),
      await sergeant.post('/api/roster/people/north-officer/duty', item),
    ];
    expect(again.body).toEqual(once.body);
    const rows = await agency.installation.db.selectFrom('absence').selectAll().execute();
    expect(rows).toHaveLength(1);
  });
});

describe('a unit with days of its own', () => {
  test('has another length, and one that owes nothing is in no sum', async () => {
    const agency = await anAgency();
    const administrator = await agency.as('administrator');
    const window = { editionHash, startsOn: '2026-11-23', owes: true };
    const set = (unitId: string, more: object) =>
      administrator.post('/api/roster/windows', { id: randomUUID(), unitId, days: null, ...window, ...more });
    expect((await set('north', { days: 21 })).status).toBe(200);
    expect((await set('south-squad', { owes: false })).status).toBe(200);
    agency.clock.pass(10 * day);
    const { body } = await (await agency.as('chief')).get<UnitReport>('/api/reports/units/mine');
    expect(body.units.map(({ unitId, counts }) => [unitId, counts.officers, counts.spared, counts.late])).toEqual([
      ['north', 4, 0, 0],
      ['south', 1, 2, 1],
      ['police', 3, 0, 3],
    ]);
    expect(await lineOf(agency, 'south-officer')).toMatchObject({ spared: 'not-assigned', overdue: false });
    expect(await lineOf(agency, 'north-officer')).toMatchObject({ dueAt: '2026-12-15T04:59:59.999Z' });
  });
});

describe('an exemption', () => {
  const give = (person: Person, officerId: string) =>
    person.post(`/api/roster/people/${officerId}/exemption`, {
      id: randomUUID(),
      editionHash,
      reason: 'Taught it in May.',
    });

  test('takes an officer out of every sum, with a reason that stays, and ends as it was given', async () => {
    const agency = await anAgency();
    const trainer = await agency.as('trainer');
    expect((await give(trainer, 'north-officer')).status).toBe(200);
    expect((await give(trainer, 'north-officer')).body).toMatchObject({ code: 'exemption.given' });
    agency.clock.pass(9 * day);
    const squad = await (await agency.as('chief')).get<UnitReport>('/api/reports/units/north-squad');
    expect(squad.body.unit.counts).toMatchObject({ officers: 2, spared: 1, late: 2 });
    const again = await agency.as('trainer');
    const seen = await again.get<PersonSeen>('/api/roster/people/north-officer');
    expect(seen.body.exemptions).toMatchObject([
      { reason: 'Taught it in May.', givenBy: 'Lieutenant Name of trainer' },
    ]);
    const end = { id: randomUUID(), editionHash };
    expect((await again.post('/api/roster/people/north-officer/exemption/end', end)).status).toBe(200);
    expect(await lineOf(agency, 'north-officer')).toMatchObject({ spared: null, overdue: true });
    const history = await (await agency.as('chief')).get<{ history: { kind: string }[] }>(
      '/api/reports/officers/north-officer',
    );
    expect(history.body.history.map(({ kind }) => kind)).toEqual(['exemption.given', 'exemption.ended']);
  });

  test('is nobody’s own to give, and whoever completes it all the same has completed it', async () => {
    const agency = await anAgency();
    const trainer = await agency.as('trainer');
    expect((await give(trainer, 'trainer')).body).toMatchObject({ code: 'exemption.own' });
    await give(trainer, 'north-officer');
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    await watchAll(agency, (played) => send(officer, anItem('watched', { stretches: [played] })));
    await send(officer, anItem('acknowledged'));
    await decideAll(agency, officer, 'north-officer');
    expect(await lineOf(agency, 'north-officer')).toMatchObject({ standing: 'done', grade: 'A', spared: null });
  });
});
