import { describe, expect, test } from 'vitest';
import type { OfficerLine } from '#domain/completion/report.ts';
import type { Training } from '#domain/completion/training.ts';
import { adoptCourse } from '#server/founding.ts';
import {
  type Agency,
  anAgency,
  anItem,
  decideAll,
  decisionsOf,
  holdRollCall,
  minute,
  type Person,
  send,
  shortPack,
  stretch,
  watchAll,
} from '#test/support/an-agency.ts';

/** A newer edition: another film, other words, another hash. */
const newer = { ...structuredClone(shortPack), editionHash: 'e'.repeat(64) };
newer.film.durationSeconds = shortPack.film.durationSeconds * 2;
const opened = shortPack.editionHash;

const training = async (officer: Person) => (await officer.get<Training>('/api/training')).body;

async function adoptNewer(agency: Agency) {
  agency.clock.pass(20 * minute);
  await adoptCourse(agency.installation, newer);
  agency.clock.pass(1_000);
}

async function finish(agency: Agency, officer: Person, officerId: string, from: number) {
  if (from < shortPack.film.durationSeconds) {
    agency.clock.pass((shortPack.film.durationSeconds - from) * 1000);
    await send(officer, anItem('watched', { stretches: [stretch(from, shortPack.film.durationSeconds)] }));
  }
  await send(officer, anItem('acknowledged'));
  return (await decideAll(agency, officer, officerId))?.body.training;
}

describe('a newer edition adopted', () => {
  test('in the middle of the film takes away no second, and the film that was opened is the one that is owed', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    agency.clock.pass(10_000);
    const before = (await send(officer, anItem('watched', { stretches: [stretch(0, 10)] }))).body.training;
    await adoptNewer(agency);
    const after = await training(officer);
    expect(after).toEqual({ ...before, dueAt: after.dueAt, dueOn: after.dueOn });
    expect(after).toMatchObject({ editionHash: opened, covered: [{ fromSeconds: 0, toSeconds: 10 }] });
    const done = await finish(agency, officer, 'north-officer', 10);
    expect(done?.completion).toMatchObject({ editionHash: opened, grade: 'A' });
  });

  test('while the one before lies on a device without a network takes nothing away of what is done there', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    const { language: _none, ...takenAlong } = anItem('taken-along') as Record<string, unknown>;
    await send(officer, takenAlong);
    await adoptNewer(agency);
    expect(await training(officer)).toMatchObject({ editionHash: newer.editionHash, standing: 'not-opened' });
    expect((await send(officer, anItem('opened'))).status).toBe(200);
    const done = await finish(agency, officer, 'north-officer', 0);
    expect(done?.completion).toMatchObject({ editionHash: opened, grade: 'A' });
  });

  test('in the middle of the quiz leaves the decisions, the attempt and the seed', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    await watchAll(agency, (played) => send(officer, anItem('watched', { stretches: [played] })));
    await send(officer, anItem('acknowledged'));
    const [first, ...others] = decisionsOf(shortPack, 'north-officer');
    const before = (await send(officer, anItem('decided', { attempt: 1, ...first }))).body.training;
    await adoptNewer(agency);
    const after = await training(officer);
    expect(after).toEqual({ ...before, dueAt: after.dueAt, dueOn: after.dueOn });
    let last = after;
    for (const decision of others) {
      last = (await send(officer, anItem('decided', { attempt: 1, ...decision }))).body.training;
    }
    expect(last.completion).toMatchObject({ editionHash: opened, grade: 'A' });
  });

  test('between the film and the quiz, with the newer one opened by mistake, keeps the two apart', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    await watchAll(agency, (played) => send(officer, anItem('watched', { stretches: [played] })));
    await adoptNewer(agency);
    await send(officer, anItem('opened', { editionHash: newer.editionHash }));
    expect(await training(officer)).toMatchObject({ editionHash: newer.editionHash, covered: [] });
    const [older] = await agency.installation.db
      .selectFrom('training')
      .select(['standing', 'watched_share'])
      .where('edition_hash', '=', opened)
      .execute();
    expect(older).toEqual({ standing: 'policy', watched_share: 1 });
    // What was begun can still be finished, and is then a completion of that edition.
    await finish(agency, officer, 'north-officer', shortPack.film.durationSeconds);
    const rows = await agency.installation.db.selectFrom('completion').select(['edition_hash', 'grade']).execute();
    expect(rows).toEqual([{ edition_hash: opened, grade: 'A' }]);
  });

  test('after the completion leaves it as it was, receipt and all, and the newer one is owed', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    const done = await finish(agency, officer, 'north-officer', 0);
    const rows = () => agency.installation.db.selectFrom('completion').selectAll().execute();
    const before = await rows();
    expect(before).toMatchObject([{ edition_hash: opened, receipt: done?.completion?.receipt }]);
    await adoptNewer(agency);
    expect(await training(officer)).toMatchObject({
      editionHash: newer.editionHash,
      standing: 'not-opened',
      completion: null,
    });
    expect(await rows()).toEqual(before);
    await send(officer, anItem('opened', { editionHash: newer.editionHash }));
    expect(await rows()).toEqual(before);
    const chief = await agency.as('chief');
    const { body } = await chief.get<{ officer: OfficerLine; history: { kind: string }[] }>(
      '/api/reports/officers/north-officer',
    );
    expect(body.officer).toMatchObject({ standing: 'watching', completedAt: null });
    expect(body.history.map((line) => line.kind)).toContain('completion.recorded');
  });

  test('while a roll call is open is shown at the next: this one witnesses the edition that it opened with', async () => {
    const agency = await anAgency();
    const sergeant = await agency.as('north-sergeant');
    const { body } = await sergeant.post<{ id: string; editionHash: string }>('/api/roll-calls', {
      id: '019aa000-0000-4000-8000-000000000002',
      unitId: 'north-squad',
    });
    await adoptNewer(agency);
    const after = await sergeant.get<{ editionHash: string }>(`/api/roll-calls/${body.id}`);
    expect(after.body.editionHash).toBe(opened);
  });
});

test('every entry about a training names the edition by the hash of what was taught', async () => {
  const agency = await anAgency();
  await holdRollCall(agency, await agency.as('north-sergeant'), 'north-squad', ['north-officer']);
  const officer = await agency.as('north-officer');
  await send(officer, anItem('opened'));
  await finish(agency, officer, 'north-officer', 0);
  const entries = await agency.installation.db
    .selectFrom('ledger_entry as entry')
    .innerJoin('ledger_payload as payload', 'payload.seq', 'entry.seq')
    .select(['entry.kind', 'payload.text'])
    .execute();
  const about = entries.filter(({ kind }) => /^(training|completion)\.|^roll-call\.opened$/.test(kind));
  expect(new Set(about.map(({ kind }) => kind)).size).toBe(6);
  for (const { kind, text } of about) {
    const { payload } = JSON.parse(text) as { payload: { editionHash?: string; item?: { editionHash?: string } } };
    expect([kind, payload.editionHash ?? payload.item?.editionHash]).toEqual([kind, opened]);
  }
});
