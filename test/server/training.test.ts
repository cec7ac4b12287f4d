import { describe, expect, test } from 'vitest';
import type { PathStep } from '#domain/completion/report.ts';
import type { Training } from '#domain/completion/training.ts';
import { adoptCourse } from '#server/founding.ts';
import {
  anAgency,
  anItem,
  day,
  decideAll,
  decisionsOf,
  holdRollCall,
  minute,
  send,
  shortPack,
  stretch,
  watchAll,
} from '#test/support/an-agency.ts';

const watched = (...played: [number, number][]) =>
  anItem('watched', { stretches: played.map(([a, b]) => stretch(a, b)) });

describe('an officer alone', () => {
  test('watches, acknowledges, decides, and only then has completed, with grade A and a receipt', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    const standings: string[] = [];
    const note = async (answer: Promise<{ body: { training: Training } }>) =>
      standings.push((await answer).body.training.standing);

    await note(send(officer, anItem('opened')));
    await watchAll(agency, (played) => send(officer, anItem('watched', { stretches: [played] })));
    await note(send(officer, watched([0, 1])));
    await note(send(officer, anItem('acknowledged')));
    const last = await decideAll(agency, officer, 'north-officer');

    expect(standings).toEqual(['watching', 'policy', 'deciding']);
    expect(last?.body.training).toMatchObject({
      standing: 'done',
      watchedShare: 1,
      completion: { grade: 'A', completedAt: new Date(agency.clock.at).toISOString() },
    });
    expect(last?.body.training.completion?.receipt).toMatch(/^([0-9A-F]{4}-){3}[0-9A-F]{4}$/);
    const recorded = await agency.installation.db
      .selectFrom('ledger_entry')
      .select('kind')
      .where('kind', '=', 'completion.recorded')
      .execute();
    expect(recorded).toHaveLength(1);
  });

  test('who claims to have seen the whole film at once has it counted only as far as the server’s clock bears it out', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    agency.clock.pass(4_000);
    const { body } = await send(officer, watched([0, shortPack.film.durationSeconds]));
    expect(body.training.covered).toEqual([{ fromSeconds: 0, toSeconds: 7 }]);
    expect(body.training.standing).toBe('watching');
  });

  test('the allowance is one for all devices of the officer', async () => {
    const agency = await anAgency();
    const [phone, desktop] = [await agency.as('north-officer'), await agency.as('north-officer')];
    await send(phone, anItem('opened'));
    agency.clock.pass(4_000);
    await send(phone, watched([0, 7]));
    const { body } = await send(desktop, watched([10, 17]));
    expect(body.training.covered).toEqual([{ fromSeconds: 0, toSeconds: 7 }]);
  });

  test('who decides first and watches last has completed with the last minute of the film', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    const decided = await decideAll(agency, officer, 'north-officer');
    await send(officer, anItem('acknowledged'));
    expect(decided?.body.training).toMatchObject({ standing: 'watching', completion: null });
    let last: Training | undefined;
    await watchAll(agency, async (played) => {
      last = (await send(officer, anItem('watched', { stretches: [played] }))).body.training;
    });
    expect(last?.standing).toBe('done');
  });

  test('who errs on every run needs a talk, and no further decision is taken', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    await send(officer, anItem('acknowledged'));
    await watchAll(agency, (played) => send(officer, anItem('watched', { stretches: [played] })));
    const last = await decideAll(agency, officer, 'north-officer', 'wrong');
    expect(last?.body.training).toMatchObject({ standing: 'needs-talk', completion: null });
    const [first] = decisionsOf(shortPack, 'north-officer');
    const again = await send(officer, anItem('decided', { attempt: 1, ...first }));
    expect(again).toMatchObject({ status: 422, body: { code: 'evidence.not-your-turn' } });
  });

  test('reads the own path with verdicts, clocks and language, worked out again by the server', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    const [first] = decisionsOf(shortPack, 'north-officer', 'wrong');
    await send(officer, anItem('decided', { attempt: 1, ...first, language: 'es' }));
    const { body } = await officer.get<{ steps: PathStep[] }>('/api/training/path');
    expect(body.steps).toHaveLength(1);
    expect(body.steps[0]).toMatchObject({ attempt: 1, run: 1, ...first, verdict: 'wrong', language: 'es' });
    expect(body.steps[0]?.stopMinutes).toBeGreaterThan(0);
  });
});

describe('after a roll call', () => {
  test('those present owe policy and quiz only, and complete with grade B', async () => {
    const agency = await anAgency();
    const sergeant = await agency.as('north-sergeant');
    const { closed } = await holdRollCall(agency, sergeant, 'north-squad', ['north-officer']);
    expect(closed.status).toBe(200);

    const officer = await agency.as('north-officer');
    const { body } = await officer.get<Training>('/api/training');
    expect(body).toMatchObject({ standing: 'policy', witnessed: true, watchedShare: 1 });
    const absent = await (await agency.as('north-second')).get<Training>('/api/training');
    expect(absent.body).toMatchObject({ standing: 'not-opened', witnessed: false });

    await send(officer, anItem('opened'));
    await send(officer, anItem('acknowledged'));
    const last = await decideAll(agency, officer, 'north-officer');
    expect(last?.body.training.completion?.grade).toBe('B');
  });

  test('who owed nothing but the film is done when the sergeant closes', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    await send(officer, anItem('acknowledged'));
    await decideAll(agency, officer, 'north-officer');
    const sergeant = await agency.as('north-sergeant');
    await holdRollCall(agency, sergeant, 'north-squad', ['north-officer']);
    const { body } = await officer.get<Training>('/api/training');
    expect(body).toMatchObject({ standing: 'done', completion: { grade: 'B' } });
  });
});

describe('when a new edition is adopted', () => {
  const nextPack = { ...shortPack, editionHash: 'b'.repeat(64) };

  test('who is midway finishes the edition that was opened, and owes nothing more', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    await send(officer, anItem('acknowledged'));
    agency.clock.pass(minute);
    await adoptCourse(agency.installation, nextPack);
    expect((await officer.get<Training>('/api/training')).body.editionHash).toBe(shortPack.editionHash);
    await watchAll(agency, (played) => send(officer, anItem('watched', { stretches: [played] })));
    await decideAll(agency, officer, 'north-officer');
    expect((await officer.get<Training>('/api/training')).body).toMatchObject({
      standing: 'done',
      editionHash: shortPack.editionHash,
    });
    const other = await (await agency.as('south-officer')).get<Training>('/api/training');
    expect(other.body.editionHash).toBe(nextPack.editionHash);
  });

  test('who had finished the old one before owes the new one', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    await send(officer, anItem('acknowledged'));
    await watchAll(agency, (played) => send(officer, anItem('watched', { stretches: [played] })));
    await decideAll(agency, officer, 'north-officer');
    agency.clock.pass(30 * day);
    await adoptCourse(agency.installation, nextPack);
    const again = await (await agency.as('north-officer')).get<Training>('/api/training');
    expect(again.body).toMatchObject({ standing: 'not-opened', editionHash: nextPack.editionHash, completion: null });
  });
});

test('the window ends with the last minute of the seventh day in the agency’s own zone', async () => {
  const agency = await anAgency();
  const { body } = await (await agency.as('north-officer')).get<Training>('/api/training');
  expect(body).toMatchObject({ dueAt: '2026-12-01T04:59:59.999Z', dueOn: '2026-11-30' });
});
