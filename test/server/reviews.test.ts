import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ReviewLine, WatchingEvidence } from '#domain/coverage/watching-evidence.ts';
import { checkProjections } from '#server/ledger/rebuild.ts';
import {
  type Agency,
  anAgency,
  anItem,
  minute,
  type Person,
  send,
  shortPack,
  smallRoster,
  stretch,
} from '#test/support/an-agency.ts';

const film = shortPack.film.durationSeconds;

/** Two screens that played far apart: more than the clock allows, and no harm meant. */
async function playTwoScreens(agency: Agency, officerId: string) {
  const officer = await agency.as(officerId);
  await send(officer, anItem('opened'));
  await send(officer, anItem('watched', { stretches: [stretch(0, film)] }));
  return officer;
}
const open = (trainer: Person) => trainer.get<{ reviews: ReviewLine[] }>('/api/reports/reviews');
const read = (trainer: Person, officerId: string, reason = 'On the list of the week') =>
  trainer.post<{ watching: WatchingEvidence[] }>(`/api/reports/officers/${officerId}/watching`, {
    id: randomUUID(),
    reason,
  });
const note = (trainer: Person, officerId: string, upToSeq: number | null | undefined, more: object = {}) =>
  trainer.post<{ watching: WatchingEvidence[]; code?: string }>(`/api/reports/officers/${officerId}/reviews`, {
    id: randomUUID(),
    editionHash: shortPack.editionHash,
    upToSeq,
    outcome: 'explained',
    ...more,
  });

describe('the training unit', () => {
  test('sees whose reports count for nothing, with how many seconds and when, and nobody else', async () => {
    const agency = await anAgency();
    await playTwoScreens(agency, 'north-officer');
    await send(await agency.as('south-officer'), anItem('opened'));
    const trainer = await agency.as('trainer');
    const { body } = await open(trainer);
    expect(body.reviews).toEqual([
      {
        officerId: 'north-officer',
        badge: '12',
        name: 'Name of north-officer',
        unit: 'North District / North Squad',
        editionHash: shortPack.editionHash,
        seconds: film - 2,
        reports: 1,
        refused: 0,
        lastAt: new Date(agency.clock.at).toISOString(),
        takenAway: null,
      },
    ]);
    const csv = await trainer.get('/api/reports/reviews.csv');
    expect(csv.text.split('\r\n')[0]).toBe(
      '"badge","name","unit","editionHash","seconds","reports","refused","lastAt","completedAt","correctedAt","correctedBy","correctionReason"',
    );
    expect(csv.text).toContain('"12","Name of north-officer","North District / North Squad"');
  });

  test('reads what devices said beside what the clock bears out, for a reason that the officer can see', async () => {
    const agency = await anAgency();
    const officer = await playTwoScreens(agency, 'north-officer');
    const trainer = await agency.as('trainer');
    expect((await read(trainer, 'north-officer', 'why not')).status).toBe(422);
    const { body } = await read(trainer, 'north-officer');
    const [edition] = body.watching;
    expect(edition).toMatchObject({
      editionHash: shortPack.editionHash,
      proved: [{ fromSeconds: 0, toSeconds: 2 }],
      late: [],
      toReview: [{ fromSeconds: 2, toSeconds: film }],
      reports: [{ stretches: [stretch(0, film)], proved: [{ fromSeconds: 0, toSeconds: 2 }], sinceSeconds: 0 }],
      notes: [],
    });
    expect(edition?.openUpToSeq).toBe(edition?.reports[0]?.seq);
    expect((await officer.get('/api/training/record')).body).toMatchObject({
      readings: [{ what: 'watching', by: 'Lieutenant Name of trainer', reason: 'On the list of the week' }],
    });
    const history = await (await agency.as('chief')).get('/api/reports/officers/north-officer');
    expect(history.text).toContain('"kind":"watching.read"');
  });

  test('settles it from a closed list; then it leaves the list and stands in the history', async () => {
    const agency = await anAgency();
    await playTwoScreens(agency, 'north-officer');
    const trainer = await agency.as('trainer');
    const { body } = await read(trainer, 'north-officer');
    const upToSeq = body.watching[0]?.openUpToSeq;
    expect((await note(trainer, 'north-officer', upToSeq, { outcome: 'cheated' })).status).toBe(422);
    expect((await note(trainer, 'north-officer', upToSeq, { words: 'a note' })).status).toBe(422);
    const noted = await note(trainer, 'north-officer', upToSeq, { outcome: 'talk-held' });
    expect(noted.body.watching[0]).toMatchObject({
      openUpToSeq: null,
      notes: [{ outcome: 'talk-held', by: 'Lieutenant Name of trainer' }],
    });
    expect((await open(trainer)).body.reviews).toEqual([]);
    const history = await (await agency.as('chief')).get('/api/reports/officers/north-officer');
    expect(history.text).toContain('"kind":"review.talk-held"');
    const rebuilt = await checkProjections(agency.installation);
    expect(rebuilt.ok && rebuilt.value.filter(({ first }) => first !== null)).toEqual([]);
  });

  test('has it on the list again when more comes, with what is new alone', async () => {
    const agency = await anAgency();
    const officer = await playTwoScreens(agency, 'north-officer');
    const trainer = await agency.as('trainer');
    const { body } = await read(trainer, 'north-officer');
    await note(trainer, 'north-officer', body.watching[0]?.openUpToSeq);
    agency.clock.pass(minute);
    await send(officer, anItem('watched', { stretches: [{ fromSeconds: 5, toSeconds: 9, rate: 2 }] }));
    expect((await open(trainer)).body.reviews).toMatchObject([{ seconds: 4, reports: 1 }]);
  });

  test('cannot settle what it has not seen, what is settled, or what is about itself', async () => {
    const agency = await anAgency();
    await playTwoScreens(agency, 'north-officer');
    await playTwoScreens(agency, 'trainer');
    const trainer = await agency.as('trainer');
    const { body } = await read(trainer, 'north-officer');
    const upToSeq = body.watching[0]?.openUpToSeq ?? 0;
    expect(await note(trainer, 'north-officer', upToSeq - 1)).toMatchObject({
      status: 409,
      body: { code: 'review.changed' },
    });
    expect((await note(trainer, 'north-officer', upToSeq)).status).toBe(200);
    expect((await note(trainer, 'north-officer', upToSeq)).status).toBe(409);
    const own = await read(trainer, 'trainer');
    expect((await note(trainer, 'trainer', own.body.watching[0]?.openUpToSeq)).status).toBe(404);
  });

  test('of one district sees and reads its own officers alone; a foreign id is not there', async () => {
    const roster = structuredClone(smallRoster);
    for (const grant of roster.grants) if (grant.officerId === 'trainer') grant.unitId = 'south';
    const agency = await anAgency({ roster });
    await playTwoScreens(agency, 'north-officer');
    await playTwoScreens(agency, 'south-officer');
    const trainer = await agency.as('trainer');
    expect((await open(trainer)).body.reviews.map((line) => line.officerId)).toEqual(['south-officer']);
    const [foreign, unknown] = [await read(trainer, 'north-officer'), await read(trainer, 'nobody')];
    expect([foreign.status, foreign.text]).toEqual([404, unknown.text]);
    expect((await note(trainer, 'north-officer', 1)).status).toBe(404);
  });

  test('reads once however often the same request comes', async () => {
    const agency = await anAgency();
    await playTwoScreens(agency, 'north-officer');
    const trainer = await agency.as('trainer');
    const item = { id: randomUUID(), reason: 'On the list of the week' };
    for (let n = 0; n < 3; n += 1) await trainer.post('/api/reports/officers/north-officer/watching', item);
    const readings = await agency.installation.db.selectFrom('record_reading').selectAll().execute();
    expect(readings).toHaveLength(1);
  });
});
