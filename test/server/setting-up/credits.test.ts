import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { OfficerLine } from '#domain/completion/report.ts';
import type { CreditLine } from '#server/credits/list.ts';
import { type Agency, anAgency, type Person, shortPack } from '#test/support/an-agency.ts';

const { editionHash } = shortPack;
const propose = (person: Person, ...officerIds: string[]) => {
  const item = { id: randomUUID(), editionHash, officerIds, reason: 'Wrote the order and taught it.' };
  return person.post('/api/credits', item).then((answer) => ({ ...answer, id: item.id }));
};
const decide = (person: Person, creditId: string, outcome = 'confirmed') =>
  person.post('/api/credits/decisions', { id: randomUUID(), creditId, outcome });
const standingOf = async (agency: Agency, officerId: string) => {
  const { body } = await (await agency.as('chief')).get<{ officer: OfficerLine }>(`/api/reports/officers/${officerId}`);
  return [body.officer.standing, body.officer.grade];
};

describe('a credit', () => {
  test('takes two: one says it with a reason, another confirms it, and it is grade D', async () => {
    const agency = await anAgency();
    const [trainer, captain] = [await agency.as('trainer'), await agency.as('north-captain')];
    const proposed = await propose(trainer, 'north-officer', 'north-second');
    expect(proposed.status).toBe(200);
    expect(await standingOf(agency, 'north-officer')).toEqual(['not-opened', null]);
    expect((await decide(trainer, proposed.id)).body).toMatchObject({ code: 'credit.second-person' });
    const { body } = await captain.get<{ credits: CreditLine[] }>('/api/credits');
    expect(body.credits).toMatchObject([
      {
        reason: 'Wrote the order and taught it.',
        saidBy: 'Lieutenant Name of trainer',
        mayDecide: true,
        outcome: 'open',
      },
    ]);
    expect(body.credits[0]?.officers.map(({ badge, unit }) => [badge, unit])).toEqual([
      ['12', 'North District / North Squad'],
      ['13', 'North District / North Squad'],
    ]);
    expect((await decide(captain, proposed.id)).status).toBe(200);
    expect(await standingOf(agency, 'north-officer')).toEqual(['done', 'D']);
    expect(await standingOf(agency, 'north-second')).toEqual(['done', 'D']);
    expect((await decide(await agency.as('chief'), proposed.id)).body).toMatchObject({ code: 'credit.decided' });
    const own = await (await agency.as('north-officer')).get<{ editions: { completion: unknown }[] }>(
      '/api/training/record',
    );
    expect(own.body.editions).toMatchObject([{ completion: { grade: 'D' } }]);
  });

  test('that is declined credits nobody, and stays on record with both names', async () => {
    const agency = await anAgency();
    const proposed = await propose(await agency.as('trainer'), 'north-officer');
    await decide(await agency.as('chief'), proposed.id, 'declined');
    expect(await standingOf(agency, 'north-officer')).toEqual(['not-opened', null]);
    const { body } = await (await agency.as('chief')).get<{ credits: CreditLine[] }>('/api/credits');
    expect(body.credits).toMatchObject([
      { outcome: 'declined', saidBy: 'Lieutenant Name of trainer', decidedBy: 'Chief Name of chief' },
    ]);
  });

  test('is nobody’s own, neither to say nor to confirm, and of no other district', async () => {
    const agency = await anAgency();
    const chief = await agency.as('chief');
    expect((await propose(chief, 'chief')).body).toMatchObject({ code: 'credit.own' });
    const about = await propose(await agency.as('trainer'), 'chief');
    expect((await decide(chief, about.id)).body).toMatchObject({ code: 'credit.second-person' });
    const captain = await agency.as('north-captain');
    expect((await propose(captain, 'north-officer', 'south-officer')).status).toBe(404);
    expect((await decide(captain, about.id)).status).toBe(404);
  });
});

describe('a sheet of paper', () => {
  const sheet = '%PDF-1.4 a scanned sheet with nine signatures';

  test('is recorded with its scan, which those who may credit can read and nobody else', async () => {
    const agency = await anAgency();
    const trainer = await agency.as('trainer');
    const { body } = await trainer.post<{ hash: string }>('/api/files', {
      base64: Buffer.from(sheet).toString('base64'),
    });
    const paper = {
      id: randomUUID(),
      editionHash,
      officerIds: ['north-officer', 'south-officer'],
      heldOn: '2026-11-20',
      fileHash: body.hash,
    };
    const ahead = { ...paper, id: randomUUID(), heldOn: '2026-11-24' };
    expect((await trainer.post('/api/credits/paper', ahead)).body).toMatchObject({ code: 'credit.not-yet' });
    const without = { ...paper, id: randomUUID(), fileHash: 'a'.repeat(64) };
    expect((await trainer.post('/api/credits/paper', without)).body).toMatchObject({ code: 'file.none' });
    const recorded = await trainer.post<{ receipt: string }>('/api/credits/paper', paper);
    expect(recorded.status).toBe(200);
    expect((await trainer.post('/api/credits/paper', paper)).body).toEqual(recorded.body);
    expect(await standingOf(agency, 'south-officer')).toEqual(['done', 'D']);
    expect((await trainer.post('/api/credits/paper', { ...paper, id: randomUUID() })).body).toMatchObject({
      code: 'credit.completed',
    });
    const scan = await (await agency.as('chief')).get(`/api/credits/${paper.id}/scan`);
    expect([scan.status, scan.text]).toEqual([200, sheet]);
    expect((await (await agency.as('north-captain')).get(`/api/credits/${paper.id}/scan`)).status).toBe(404);
    expect((await (await agency.as('north-officer')).get(`/api/credits/${paper.id}/scan`)).status).toBe(404);
  });
});
