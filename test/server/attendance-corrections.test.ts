import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { OwnRecord } from '#domain/completion/own-record.ts';
import type { Training } from '#domain/completion/training.ts';
import type { ReviewLine, WatchingEvidence } from '#domain/coverage/watching-evidence.ts';
import type { CorrectionRecorded } from '#domain/roll-call/roll-call.ts';
import { checkProjections } from '#server/ledger/rebuild.ts';
import type { OfficerHistory } from '#server/reports/officer.ts';
import {
  type Agency,
  anAgency,
  anItem,
  decideAll,
  holdRollCall,
  type Person,
  send,
  smallRoster,
  watchAll,
} from '#test/support/an-agency.ts';

type Answered = CorrectionRecorded & { code: string };
const aCorrection = (officerId: string, present: boolean, changes: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  officerId,
  present,
  reason: present ? 'Came in late, sat at the back' : 'Ticked for the neighbour on the list',
  ...changes,
});

/** The north squad has seen the film and the sergeant has attested these. */
async function aClosedRollCall(present: string[], roster = smallRoster) {
  const agency = await anAgency({ roster });
  const sergeant = await agency.as('north-sergeant');
  const { id } = await holdRollCall(agency, sergeant, 'north-squad', present);
  const correct = (item: unknown, person: Person = sergeant, inNameOf?: string) =>
    person.post<Answered>(`/api/roll-calls/${id}/corrections`, item, inNameOf);
  const recorded = async () =>
    (
      await agency.installation.db
        .selectFrom('ledger_entry')
        .select('seq')
        .where('kind', '=', 'roll-call.corrected')
        .execute()
    ).length;
  return { agency, sergeant, id, correct, recorded };
}

const trainingOf = async (agency: Agency, officerId: string) =>
  (await (await agency.as(officerId)).get<Training>('/api/training')).body;

/** Policy and quiz, which are all that is owed by whoever was at roll call. */
async function doTheRest(agency: Agency, officerId: string) {
  const officer = await agency.as(officerId);
  await send(officer, anItem('opened'));
  await send(officer, anItem('acknowledged'));
  await decideAll(agency, officer, officerId);
}

async function expectRebuiltEqual({ installation }: Agency) {
  const checked = await checkProjections(installation);
  expect(checked.ok && checked.value.filter(({ first }) => first !== null)).toEqual([]);
}

describe('a corrected attendance', () => {
  test('keeps the old value beside the new one, with who, when and why', async () => {
    const { agency, correct } = await aClosedRollCall(['north-officer']);
    agency.clock.pass(60_000);
    const { status, body } = await correct(aCorrection('north-officer', false));
    expect(status).toBe(200);
    expect(body.receipt).toMatch(/^([0-9A-F]{4}-){3}[0-9A-F]{4}$/);
    expect(body.rollCall.roster.filter((line) => line.present).map((line) => line.officerId)).toEqual([
      'north-sergeant',
    ]);
    expect(body.rollCall.corrections).toMatchObject([
      {
        officer: { id: 'north-officer', badge: '12' },
        was: true,
        present: false,
        at: new Date(agency.clock.at).toISOString(),
        by: { id: 'north-sergeant' },
        reason: 'Ticked for the neighbour on the list',
      },
    ]);
    const { body: again } = await correct(aCorrection('north-officer', true, { reason: '  Was there after all  ' }));
    expect(again.rollCall.corrections.map(({ was, present, reason }) => [was, present, reason])).toEqual([
      [true, false, 'Ticked for the neighbour on the list'],
      [false, true, 'Was there after all'],
    ]);
    await expectRebuiltEqual(agency);
  });

  test('lets an officer who was forgotten complete, witnessed', async () => {
    const { agency, correct } = await aClosedRollCall([]);
    await doTheRest(agency, 'north-officer');
    expect(await trainingOf(agency, 'north-officer')).toMatchObject({ standing: 'watching', completion: null });
    await correct(aCorrection('north-officer', true));
    expect(await trainingOf(agency, 'north-officer')).toMatchObject({
      standing: 'done',
      witnessed: true,
      completion: { grade: 'B' },
    });
    await expectRebuiltEqual(agency);
  });

  test('takes the film from an officer who was ticked by mistake, unless another roll call witnessed it', async () => {
    const { agency, sergeant, correct } = await aClosedRollCall(['north-officer', 'north-second']);
    await holdRollCall(agency, sergeant, 'north-squad', ['north-second']);
    expect(await trainingOf(agency, 'north-officer')).toMatchObject({ standing: 'policy', witnessed: true });
    for (const officerId of ['north-officer', 'north-second']) await correct(aCorrection(officerId, false));
    expect(await trainingOf(agency, 'north-officer')).toMatchObject({ standing: 'not-opened', witnessed: false });
    expect(await trainingOf(agency, 'north-second')).toMatchObject({ standing: 'policy', witnessed: true });
    await expectRebuiltEqual(agency);
  });

  test('resets nothing: a completion stands, and the officer’s own record says what was corrected', async () => {
    const { agency, correct } = await aClosedRollCall(['north-officer']);
    await doTheRest(agency, 'north-officer');
    const before = await trainingOf(agency, 'north-officer');
    expect(before).toMatchObject({ standing: 'done', completion: { grade: 'B' } });
    await correct(aCorrection('north-officer', false));
    const after = await trainingOf(agency, 'north-officer');
    expect(after).toMatchObject({ standing: 'done', witnessed: false, completion: before.completion });
    const officer = await agency.as('north-officer');
    const { body: own } = await officer.get<OwnRecord>('/api/training/record');
    expect(own.rollCalls).toEqual([]);
    expect(own.notedByOthers).toMatchObject([
      {
        what: 'roll-call.corrected-absent',
        by: 'Sergeant Name of north-sergeant',
        reason: 'Ticked for the neighbour on the list',
      },
    ]);
    await expectRebuiltEqual(agency);
  });

  test('is one correction however often it is sent; its id is good for no other', async () => {
    const { correct, recorded } = await aClosedRollCall(['north-officer']);
    const item = aCorrection('north-officer', false);
    const answers = await Promise.all(Array.from({ length: 5 }, () => correct(item)));
    expect(new Set(answers.map(({ body }) => body.receipt)).size).toBe(1);
    expect(answers[4]?.body.rollCall.corrections).toHaveLength(1);
    expect(await recorded()).toBe(1);
    expect(await correct({ ...item, reason: 'Another' })).toMatchObject({
      status: 409,
      body: { code: 'evidence.id-taken' },
    });
  });

  test('keeps a guest who was taken off on the sheet, so that it can be put right again', async () => {
    const { agency, sergeant } = await aClosedRollCall([]);
    const id = randomUUID();
    const item = (more: Record<string, unknown>) => ({ id: randomUUID(), ...more });
    await sergeant.post('/api/roll-calls', { id, unitId: 'north-squad' });
    await sergeant.post(`/api/roll-calls/${id}/guest`, item({ badge: '22' }));
    await watchAll(agency, (played) =>
      sergeant.post(
        `/api/roll-calls/${id}/screened`,
        item({ stretches: [played], narration: 'en', captions: [], deviceAt: '2026-11-23T12:00:00Z' }),
      ),
    );
    const present = ['north-sergeant', 'south-officer'];
    await sergeant.post(`/api/roll-calls/${id}/close`, item({ attested: true, present }));
    for (const isPresent of [false, true]) {
      const correction = aCorrection('south-officer', isPresent);
      const { body } = await sergeant.post<Answered>(`/api/roll-calls/${id}/corrections`, correction);
      const line = body.rollCall.roster.find(({ officerId }) => officerId === 'south-officer');
      expect(line).toMatchObject({ guest: true, present: isPresent });
    }
  });
});

describe('a completion whose film a correction took away', () => {
  const wrongTick = async () => {
    const closed = await aClosedRollCall(['north-officer', 'north-second']);
    await doTheRest(closed.agency, 'north-officer');
    closed.agency.clock.pass(60_000);
    await closed.correct(aCorrection('north-officer', false));
    const trainer = await closed.agency.as('trainer');
    const open = async () => (await trainer.get<{ reviews: ReviewLine[] }>('/api/reports/reviews')).body.reviews;
    return { ...closed, trainer, open };
  };

  test('stands on the training unit’s list, with who corrected, when and why, until that is settled', async () => {
    const { agency, trainer, open } = await wrongTick();
    const correction = {
      at: new Date(agency.clock.at).toISOString(),
      by: 'Sergeant Name of north-sergeant',
      reason: 'Ticked for the neighbour on the list',
      grade: 'B',
    };
    expect(await open()).toMatchObject([{ officerId: 'north-officer', seconds: 0, reports: 0, takenAway: correction }]);
    expect((await trainer.get('/api/reports/reviews.csv')).text).toContain('Ticked for the neighbour on the list');
    const officer = '/api/reports/officers/north-officer';
    const reading = { id: randomUUID(), reason: 'On the list of the week' };
    const { body } = await trainer.post<{ watching: WatchingEvidence[] }>(`${officer}/watching`, reading);
    const [edition] = body.watching;
    expect(edition?.takenAway).toMatchObject(correction);
    const outcome = { editionHash: edition?.editionHash, upToSeq: edition?.openUpToSeq, outcome: 'talk-held' };
    expect((await trainer.post(`${officer}/reviews`, { id: randomUUID(), ...outcome })).status).toBe(200);
    expect(await open()).toEqual([]);
  });

  test('leaves the list when the tick is put back', async () => {
    const { correct, open } = await wrongTick();
    await correct(aCorrection('north-officer', true));
    expect(await open()).toEqual([]);
  });

  test('is none where the officer watched it all alone as well, or has not completed', async () => {
    const { agency, correct, open } = await wrongTick();
    const officer = await agency.as('north-officer');
    await correct(aCorrection('north-second', false));
    expect(await open()).toHaveLength(1);
    await watchAll(agency, (played) => send(officer, anItem('watched', { stretches: [played] })));
    expect(await open()).toEqual([]);
  });

  test('says so in the history that the commander reads', async () => {
    const { agency } = await wrongTick();
    const captain = await agency.as('north-captain');
    const { body } = await captain.get<OfficerHistory>('/api/reports/officers/north-officer');
    expect(body.history.at(-1)).toMatchObject({
      kind: 'roll-call.corrected-absent',
      correction: { by: 'Sergeant Name of north-sergeant', reason: 'Ticked for the neighbour on the list' },
    });
  });
});

describe('a correction is refused', () => {
  test('while the roll call is open', async () => {
    const agency = await anAgency();
    const sergeant = await agency.as('north-sergeant');
    const id = randomUUID();
    await sergeant.post('/api/roll-calls', { id, unitId: 'north-squad' });
    expect(await sergeant.post(`/api/roll-calls/${id}/corrections`, aCorrection('north-officer', true))).toMatchObject({
      status: 422,
      body: { code: 'roll-call.open' },
    });
  });

  test('of who is not of the squad, of what stands there already, and without a reason', async () => {
    const { correct, recorded } = await aClosedRollCall(['north-officer']);
    for (const [item, code, field] of [
      [aCorrection('south-officer', true), 'roll-call.unknown-officer', 'officerId'],
      [aCorrection('nobody', true), 'roll-call.unknown-officer', 'officerId'],
      [aCorrection('north-officer', true), 'roll-call.same', 'present'],
      [aCorrection('north-second', false), 'roll-call.same', 'present'],
      [aCorrection('north-officer', false, { reason: '   ' }), 'request.invalid', 'reason'],
      [aCorrection('north-officer', false, { reason: 'a'.repeat(501) }), 'request.invalid', 'reason'],
    ] as const) {
      expect(await correct(item)).toMatchObject({ status: 422, body: { code, field } });
    }
    expect(await recorded()).toBe(0);
  });

  test('of one’s own attendance: another supervisor corrects it', async () => {
    const roster = structuredClone(smallRoster);
    roster.grants.push({ officerId: 'north-captain', role: 'supervisor', unitId: 'north' });
    const { agency, correct } = await aClosedRollCall([], roster);
    expect(await correct(aCorrection('north-sergeant', false))).toMatchObject({
      status: 422,
      body: { code: 'roll-call.own', field: 'officerId' },
    });
    const captain = await agency.as('north-captain', 'pin');
    expect((await correct(aCorrection('north-sergeant', false), captain)).status).toBe(200);
  });

  test('by whoever does not run the squad’s roll calls: it is as unknown as one that does not exist', async () => {
    const { agency, correct, recorded } = await aClosedRollCall(['north-officer']);
    const south = await agency.as('south-sergeant');
    const foreign = await correct(aCorrection('north-officer', false), south);
    const unknown = await south.post('/api/roll-calls/nothing/corrections', aCorrection('north-officer', false));
    expect([foreign.status, foreign.text]).toEqual([404, unknown.text]);
    for (const visitor of ['north-officer', 'north-captain', 'chief', 'trainer', 'administrator']) {
      const { status } = await correct(aCorrection('north-officer', false), await agency.as(visitor));
      expect([visitor, status]).toEqual([visitor, 404]);
    }
    expect(await recorded()).toBe(0);
  });

  test('in the name of somebody else who was at the screen before', async () => {
    const { agency, correct } = await aClosedRollCall(['north-officer']);
    expect(
      await correct(aCorrection('north-officer', false), await agency.as('south-sergeant'), 'north-sergeant'),
    ).toMatchObject({ status: 409, body: { code: 'sign-in.other-officer' } });
  });
});
