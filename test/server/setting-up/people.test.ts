import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { PersonLine } from '#server/roster/people.ts';
import { anAgency, type Person } from '#test/support/an-agency.ts';

const somebody = { officerId: null, badge: '77', name: 'D’Angelo Núñez', rank: 'Officer', unitId: 'north-squad' };
const keep = (person: Person, item: object) =>
  person.post<{ officerId: string }>('/api/roster/people', {
    id: randomUUID(),
    personId: null,
    listed: true,
    ...somebody,
    ...item,
  });
const listOf = async (person: Person) => (await person.get<{ people: PersonLine[] }>('/api/roster/people')).body.people;

describe('one person, by hand', () => {
  test('is put on the roster once, changed, moved, taken off and brought back, with every step on record', async () => {
    const agency = await anAgency();
    const administrator = await agency.as('administrator');
    const item = { id: randomUUID() };
    const [added, again] = [await keep(administrator, item), await keep(administrator, item)];
    expect(added.status).toBe(200);
    expect(again.body).toEqual(added.body);
    const { officerId } = added.body;
    await keep(administrator, { officerId, name: 'D’Angelo Núñez Peña', unitId: 'south-squad' });
    expect((await listOf(administrator)).find((each) => each.officerId === officerId)).toMatchObject({
      name: 'D’Angelo Núñez Peña',
      unit: 'South District / South Squad',
      hasPin: false,
      leftAt: null,
    });
    const session = await agency.as(officerId);
    await keep(administrator, { officerId, name: 'D’Angelo Núñez Peña', unitId: 'south-squad', listed: false });
    expect((await session.get('/api/sign-in')).status).toBe(401);
    expect((await listOf(administrator)).find((each) => each.officerId === officerId)?.leftAt).not.toBeNull();
    await keep(administrator, { officerId, name: 'D’Angelo Núñez Peña', unitId: 'south-squad' });
    const entries = await agency.installation.db.selectFrom('ledger_entry').select('kind').execute();
    expect(entries.filter(({ kind }) => kind === 'person.kept')).toHaveLength(4);
  });

  test('wears a badge that nobody else wears; nobody takes themselves off', async () => {
    const administrator = await (await anAgency()).as('administrator');
    expect((await keep(administrator, { badge: '12' })).body).toMatchObject({
      code: 'roster.badge-taken',
      field: 'badge',
    });
    const own = { officerId: 'administrator', badge: '3', unitId: 'police', listed: false };
    expect((await keep(administrator, own)).body).toMatchObject({ code: 'roster.own' });
    expect((await keep(administrator, { officerId: 'nobody' })).status).toBe(404);
    expect((await keep(administrator, { unitId: 'nowhere' })).status).toBe(404);
  });
});

describe('a unit, by hand', () => {
  const unit = (person: Person, item: object) =>
    person.post<{ unitId: string }>('/api/roster/units', {
      id: randomUUID(),
      unitId: null,
      parentId: 'north',
      ...item,
    });

  test('is made, renamed and moved, and removed while nothing speaks of it', async () => {
    const administrator = await (await anAgency()).as('administrator');
    const { unitId } = (await unit(administrator, { name: 'Night Squad' })).body;
    expect((await unit(administrator, { name: 'night squad' })).body).toMatchObject({ code: 'unit.name-taken' });
    await unit(administrator, { unitId, name: 'Midnight Squad', parentId: 'south' });
    await keep(administrator, { unitId });
    expect((await listOf(administrator)).find(({ badge }) => badge === '77')?.unit).toBe(
      'South District / Midnight Squad',
    );
    const remove = (id: string) => administrator.post(`/api/roster/units/${id}/remove`, { id: randomUUID() });
    expect((await remove(unitId)).body).toMatchObject({ code: 'unit.in-use' });
    const empty = (await unit(administrator, { name: 'By mistake' })).body.unitId;
    expect((await remove(empty)).status).toBe(200);
    expect((await remove('police')).body).toMatchObject({ code: 'unit.top' });
  });

  test('never stands below itself, and the top one is the agency', async () => {
    const administrator = await (await anAgency()).as('administrator');
    expect((await unit(administrator, { unitId: 'north', name: 'North', parentId: 'north-squad' })).body).toMatchObject(
      {
        code: 'unit.loop',
      },
    );
    expect((await unit(administrator, { unitId: 'police', name: 'X', parentId: 'north' })).body).toMatchObject({
      code: 'unit.top',
    });
  });
});
