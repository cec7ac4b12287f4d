import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { PersonSeen } from '#server/roster/people.ts';
import { type Agency, anAgency, hour, type Person } from '#test/support/an-agency.ts';
import { importList } from '#test/support/an-import.ts';

const give = (person: Person, officerId: string, role: string, unitId: string, until: string | null = null) =>
  person.post<{ receipt: string }>(`/api/grants/${officerId}`, { id: randomUUID(), role, unitId, until });
const inHours = (agency: Agency, hours: number) => new Date(agency.clock.at + hours * hour).toISOString();
const mayRun = async (person: Person) => (await person.get('/api/roll-calls/squads/north-squad/owes')).status === 200;

describe('rights', () => {
  test('are given for a unit and all below it, and say by whom and when; the sessions of before are over', async () => {
    const agency = await anAgency();
    const administrator = await agency.as('administrator');
    const second = await agency.as('north-second');
    expect(await mayRun(second)).toBe(false);
    expect((await give(administrator, 'north-second', 'supervisor', 'north')).status).toBe(200);
    expect((await second.get('/api/sign-in')).status).toBe(401);
    expect(await mayRun(await agency.as('north-second'))).toBe(true);
    expect((await give(administrator, 'north-second', 'supervisor', 'north')).body).toMatchObject({
      code: 'grant.held',
    });
    const { body } = await administrator.get<PersonSeen>('/api/roster/people/north-second');
    expect(body.grants).toMatchObject([
      { role: 'supervisor', unit: 'North District', grantedBy: 'Administrator Name of administrator', isInForce: true },
    ]);
    const [grant] = body.grants;
    const end = { id: randomUUID(), grantId: grant?.grantId };
    expect((await administrator.post('/api/grants/north-second/end', end)).status).toBe(200);
    expect((await administrator.post('/api/grants/north-second/end', end)).status).toBe(200);
    expect(await mayRun(await agency.as('north-second'))).toBe(false);
    const after = await administrator.get<PersonSeen>('/api/roster/people/north-second');
    expect(after.body.grants).toMatchObject([{ isInForce: false, endedBy: 'Administrator Name of administrator' }]);
  });

  test('a sergeant names who stands in for one shift, no longer and for nothing else', async () => {
    const agency = await anAgency();
    const sergeant = await agency.as('north-sergeant');
    const until = inHours(agency, 9);
    expect((await give(sergeant, 'north-second', 'supervisor', 'north-squad', until)).status).toBe(200);
    expect(await mayRun(await agency.as('north-second'))).toBe(true);
    agency.clock.pass(9 * hour + 1);
    expect(await mayRun(await agency.as('north-second'))).toBe(false);
    const again = await agency.as('north-sergeant');
    for (const refused of [
      give(again, 'north-second', 'supervisor', 'north-squad', inHours(agency, 17)),
      give(again, 'north-second', 'supervisor', 'north-squad', inHours(agency, -1)),
    ]) {
      expect((await refused).body).toMatchObject({ code: 'grant.not-a-shift' });
    }
    expect((await give(again, 'north-second', 'supervisor', 'north-squad')).status).toBe(404);
    expect((await give(again, 'north-second', 'supervisor', 'south-squad', inHours(agency, 9))).status).toBe(404);
    expect((await give(again, 'north-second', 'commander', 'north-squad', inHours(agency, 9))).status).toBe(404);
  });

  test('the last administrator stays', async () => {
    const agency = await anAgency();
    const administrator = await agency.as('administrator');
    const { body } = await administrator.get<PersonSeen>('/api/roster/people/administrator');
    const end = (grantId: string | undefined) =>
      administrator.post('/api/grants/administrator/end', { id: randomUUID(), grantId });
    expect((await end(body.grants[0]?.grantId)).body).toMatchObject({ code: 'grant.last-administrator' });
    await give(administrator, 'chief', 'administrator', 'police');
    expect((await end(body.grants[0]?.grantId)).status).toBe(200);
  });

  test('end with the person’s place on the roster, and do not come back with it', async () => {
    const agency = await anAgency();
    const list = (...more: string[]) => importList(agency.installation, '3,Name of administrator,,,', ...more);
    await list();
    await list('11,Name of north-sergeant,Sergeant,North District / North Squad,');
    expect(await mayRun(await agency.as('north-sergeant'))).toBe(false);
    const { body } = await (await agency.as('administrator')).get<PersonSeen>('/api/roster/people/north-sergeant');
    expect(body).toMatchObject({ leftAt: null, grants: [{ role: 'supervisor', isInForce: false }] });
  });
});
