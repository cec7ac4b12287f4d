import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { RefusedItem, ReviewEvidence } from '#domain/coverage/refused-item.ts';
import type { ReviewLine } from '#domain/coverage/watching-evidence.ts';
import { checkProjections } from '#server/ledger/rebuild.ts';
import {
  type Agency,
  anAgency,
  anItem,
  minute,
  monday,
  type Person,
  send,
  shortPack,
  smallRoster,
  stretch,
} from '#test/support/an-agency.ts';

const { editionHash } = shortPack;
const at = (later = 0) => new Date(monday + later).toISOString();
const list = (trainer: Person) => trainer.get<{ reviews: ReviewLine[] }>('/api/reports/reviews');
const read = (trainer: Person, officerId: string) =>
  trainer.post<{ watching: ReviewEvidence[] }>(`/api/reports/officers/${officerId}/watching`, {
    id: randomUUID(),
    reason: 'On the list of the week',
  });
const refusedOf = async (trainer: Person, officerId: string): Promise<readonly RefusedItem[]> =>
  (await read(trainer, officerId)).body.watching.flatMap(({ refused }) => refused);

/** North watched ten seconds; what was sent for it was captured. */
async function captured(roster = smallRoster) {
  const agency = await anAgency({ roster });
  const north = await agency.as('north-officer');
  await send(north, anItem('opened'));
  agency.clock.pass(minute);
  const item = anItem('watched', { stretches: [stretch(0, 10)] });
  await send(north, item);
  agency.clock.pass(minute);
  return { agency, north, item, trainer: await agency.as('trainer') };
}

/** A training unit of one district. */
const southernTrainer = () => {
  const roster = structuredClone(smallRoster);
  for (const grant of roster.grants) if (grant.officerId === 'trainer') grant.unitId = 'south';
  return roster;
};

async function expectRebuiltEqual({ installation }: Agency) {
  const rebuilt = await checkProjections(installation);
  expect(rebuilt.ok && rebuilt.value.filter(({ first }) => first !== null)).toEqual([]);
  expect(rebuilt.ok && rebuilt.value.find(({ table }) => table === 'refused_item')?.before.rows).toBeGreaterThan(0);
}

describe('what is sent again under an id that was taken', () => {
  test('by the same officer with another body is listed, and shown beside what was taken first', async () => {
    const { agency, north, item, trainer } = await captured();
    const more = { ...item, stretches: [stretch(10, 20)], deviceAt: at(minute) };
    expect((await send(north, more)).status).toBe(409);
    expect((await list(trainer)).body.reviews).toMatchObject([
      { officerId: 'north-officer', editionHash, seconds: 0, reports: 0, refused: 1, lastAt: at(2 * minute) },
    ]);
    const by = 'Officer Name of north-officer';
    expect(await refusedOf(trainer, 'north-officer')).toEqual([
      {
        seq: expect.any(Number),
        sent: { at: at(2 * minute), by, item: more },
        first: { at: at(minute), by, item },
        isOtherOfficer: false,
        differs: ['device', 'film'],
      },
    ]);
    expect((await trainer.get('/api/reports/reviews.csv')).text).toContain('"0","0","1"');
    await expectRebuiltEqual(agency);
  });

  test('by another officer is shown with both, each one’s own words on the own page alone', async () => {
    const { agency, item, trainer } = await captured();
    expect((await send(await agency.as('south-officer'), item)).status).toBe(409);
    expect((await list(trainer)).body.reviews).toMatchObject([{ officerId: 'south-officer', refused: 1 }]);
    const [sender, first] = ['Officer Name of south-officer', 'Officer Name of north-officer'];
    const shown = { isOtherOfficer: true, differs: [] };
    expect(await refusedOf(trainer, 'south-officer')).toMatchObject([
      { ...shown, sent: { by: sender, item }, first: { at: at(minute), by: first, item: null } },
    ]);
    expect(await refusedOf(trainer, 'north-officer')).toMatchObject([
      { ...shown, sent: { by: sender, item: null }, first: { by: first, item } },
    ]);
    await expectRebuiltEqual(agency);
  });

  test('of an edition that nobody knows is kept too, and a decision under the id of a report', async () => {
    const { agency, north, item, trainer } = await captured();
    await send(north, { ...item, editionHash: 'f'.repeat(64) });
    const [scenarioId] = Object.keys(shortPack.scenarios);
    const made = { attempt: 1, scenarioId, run: 1, decisionId: 'first', optionId: 'one' };
    expect((await send(north, { ...anItem('decided', made), id: item.id })).status).toBe(409);
    const { watching } = (await read(trainer, 'north-officer')).body;
    expect(watching.map(({ title, refused }) => [title.en, refused.map(({ differs }) => differs)])).toEqual([
      [shortPack.text.en.title, [['kind', 'film', 'language', 'decision']]],
      ['f'.repeat(16), [['edition']]],
    ]);
    await expectRebuiltEqual(agency);
  });

  test('is settled as reports are, comes back with the next, and nobody settles another’s with it', async () => {
    const { agency, north, item, trainer } = await captured();
    const south = await agency.as('south-officer');
    await send(south, item);
    const settle = async (officerId: string) => {
      const [edition] = (await read(trainer, officerId)).body.watching;
      const noted = { id: randomUUID(), editionHash, upToSeq: edition?.openUpToSeq ?? 1, outcome: 'explained' };
      return trainer.post<{ watching: ReviewEvidence[] }>(`/api/reports/officers/${officerId}/reviews`, noted);
    };
    expect((await settle('north-officer')).status).toBe(409);
    const settled = await settle('south-officer');
    expect(settled.body.watching).toMatchObject([{ openUpToSeq: null, notes: [{ outcome: 'explained' }] }]);
    expect((await list(trainer)).body.reviews).toEqual([]);
    await send(south, item);
    await send(north, { ...item, deviceAt: at(minute) });
    expect((await list(trainer)).body.reviews.map(({ officerId, refused }) => [officerId, refused]).sort()).toEqual([
      ['north-officer', 1],
      ['south-officer', 1],
    ]);
  });

  test('names nobody of a unit that the reader may not review, whose page is not there', async () => {
    const { agency, north, item, trainer } = await captured(southernTrainer());
    await send(north, { ...item, deviceAt: at(minute) });
    await send(await agency.as('south-officer'), item);
    expect((await list(trainer)).body.reviews.map(({ officerId }) => officerId)).toEqual(['south-officer']);
    const seen = await read(trainer, 'south-officer');
    expect(seen.body.watching[0]?.refused).toMatchObject([{ first: { by: null, item: null } }]);
    expect(seen.text).not.toContain('north-officer');
    expect((await read(trainer, 'north-officer')).status).toBe(404);
  });

  test('is not what counts: the officer’s own record and the training stay as they were', async () => {
    const { north, item } = await captured();
    const before = (await north.get('/api/training')).body;
    await send(north, { ...item, stretches: [stretch(0, 30)] });
    expect((await north.get('/api/training')).body).toEqual(before);
  });
});
