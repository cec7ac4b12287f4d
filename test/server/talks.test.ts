import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { PathStep } from '#domain/completion/report.ts';
import type { Training } from '#domain/completion/training.ts';
import type { SquadOwes, TalkRecorded } from '#domain/roll-call/roll-call.ts';
import { attemptSeed, replayQuiz, startQuiz } from '#domain/scenario/quiz.ts';
import {
  type Agency,
  anAgency,
  anItem,
  decideAll,
  decisionsOf,
  type Person,
  send,
  shortPack,
  smallRoster,
  watchAll,
} from '#test/support/an-agency.ts';

type Answered = TalkRecorded & { code: string; field: string };
const { editionHash } = shortPack;
const aTalk = (changes: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  officerId: 'north-officer',
  editionHash,
  attempt: 1,
  ...changes,
});
const record = (person: Person, item: unknown, inNameOf?: string) =>
  person.post<Answered>('/api/roll-calls/talks', item, inNameOf);

/** Film seen, policy acknowledged, and every run decided wrongly. */
async function whoErrs(agency: Agency, officerId = 'north-officer') {
  const officer = await agency.as(officerId);
  await send(officer, anItem('opened'));
  await send(officer, anItem('acknowledged'));
  await watchAll(agency, (played) => send(officer, anItem('watched', { stretches: [played] })));
  await decideAll(agency, officer, officerId, 'wrong');
  return officer;
}

async function aSquadWithATalkDue(changes: Parameters<typeof anAgency>[0] = {}) {
  const agency = await anAgency(changes);
  const officer = await whoErrs(agency);
  const sergeant = await agency.as('north-sergeant');
  const owed = async () => {
    const { body } = await sergeant.get<SquadOwes>('/api/roll-calls/squads/north-squad/owes');
    return body.lines.find((line) => line.officerId === 'north-officer');
  };
  const recorded = async () =>
    (
      await agency.installation.db
        .selectFrom('ledger_entry')
        .select('seq')
        .where('kind', '=', 'talk.recorded')
        .execute()
    ).length;
  return { agency, officer, sergeant, owed, recorded };
}

describe('a talk with the sergeant', () => {
  test('is about the clauses missed in the scenario that ended the attempt, and says nothing of the answers', async () => {
    const { owed, sergeant } = await aSquadWithATalkDue();
    const made = decisionsOf(shortPack, 'north-officer', 'wrong');
    const missed = new Set(
      made.flatMap(({ scenarioId, decisionId, optionId }) => {
        const decision = shortPack.scenarios[scenarioId]?.decisions.find((each) => each.id === decisionId);
        return decision?.options.find((option) => option.id === optionId)?.clauses ?? [];
      }),
    );
    const line = await owed();
    expect(line?.standing).toBe('needs-talk');
    expect(line?.talk).toMatchObject({ editionHash, attempt: 1 });
    expect(line?.talk?.clauses).not.toEqual([]);
    expect(new Set(line?.talk?.clauses)).toEqual(missed);
    const { text } = await sergeant.get('/api/roll-calls/squads/north-squad/owes');
    for (const { scenarioId, optionId } of made) expect(text).not.toMatch(new RegExp(`"${scenarioId}"|"${optionId}"`));
    const csv = await sergeant.get('/api/roll-calls/squads/north-squad/owes.csv');
    for (const id of missed) expect(csv.text).not.toContain(id);
  });

  test('opens the next attempt: the sergeant’s list and the officer’s own record say so at once', async () => {
    const { agency, officer, sergeant, owed } = await aSquadWithATalkDue();
    const answer = await record(sergeant, aTalk());
    expect(answer.status).toBe(200);
    expect(answer.body.receipt).toMatch(/^([0-9A-F]{4}-){3}[0-9A-F]{4}$/);
    expect(answer.body.line).toMatchObject({ officerId: 'north-officer', standing: 'deciding', talk: null });
    expect(await owed()).toEqual(answer.body.line);
    const { body } = await officer.get<Training>('/api/training');
    expect(body).toMatchObject({ standing: 'deciding', attempt: 2, decisions: [], completion: null });

    const { body: seen } = await (await agency.as('north-captain')).get<{ history: { kind: string }[] }>(
      '/api/reports/officers/north-officer',
    );
    expect(seen.history.map((event) => event.kind).slice(-2)).toEqual(['quiz.needs-talk', 'talk.recorded']);
  });

  test('resets nothing: the decisions of the ended attempt stay on the path', async () => {
    const { agency, officer, sergeant } = await aSquadWithATalkDue();
    const path = async () => (await officer.get<{ steps: PathStep[] }>('/api/training/path')).body.steps;
    const before = await path();
    await record(sergeant, aTalk());
    expect(await path()).toEqual(before);
    const [first] = decisionsOf(agency.pack, 'north-officer', 'right', 2);
    await send(officer, anItem('decided', { attempt: 2, ...first }));
    expect((await path()).map((step) => step.attempt)).toEqual([...before.map(() => 1), 2]);
  });

  test('the next attempt is drawn anew, takes no decision of the ended one, and can be passed', async () => {
    const { agency, officer, sergeant } = await aSquadWithATalkDue();
    await record(sergeant, aTalk());
    const quizOf = (attempt: number) => startQuiz(shortPack, attemptSeed('north-officer', editionHash, attempt));
    const seedsOf = (attempt: number) =>
      Object.values(quizOf(attempt).runs).flatMap((runs) => runs.map((run) => run.seed));
    expect(seedsOf(2)).not.toEqual(seedsOf(1));
    const [old] = decisionsOf(shortPack, 'north-officer');
    expect(await send(officer, anItem('decided', { attempt: 1, ...old }))).toMatchObject({
      status: 422,
      body: { code: 'evidence.not-your-turn', field: 'attempt' },
    });
    const last = await decideAll(agency, officer, 'north-officer', 'right', 2);
    expect(last?.body.training).toMatchObject({ standing: 'done', attempt: 2, completion: { grade: 'A' } });
  });

  test('an attempt that ends the same way again needs another talk', async () => {
    const { agency, officer, sergeant, owed } = await aSquadWithATalkDue();
    await record(sergeant, aTalk());
    await decideAll(agency, officer, 'north-officer', 'wrong', 2);
    expect((await owed())?.talk?.attempt).toBe(2);
    expect((await record(sergeant, aTalk({ attempt: 2 }))).body.line?.standing).toBe('deciding');
    expect((await officer.get<Training>('/api/training')).body.attempt).toBe(3);
  });

  test('is recorded under who held it, with what it was about and no word of anybody', async () => {
    const { agency, sergeant, owed } = await aSquadWithATalkDue();
    const clauses = (await owed())?.talk?.clauses;
    const item = aTalk();
    await record(sergeant, item);
    const row = await agency.installation.db
      .selectFrom('ledger_entry as entry')
      .innerJoin('ledger_payload as payload', (join) =>
        join.onRef('payload.seq', '=', 'entry.seq').onRef('payload.chain_id', '=', 'entry.chain_id'),
      )
      .select('payload.text')
      .where('entry.kind', '=', 'talk.recorded')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(row.text)).toEqual({
      by: 'north-sergeant',
      payload: { subject: 'north-officer', item, clauses },
    });
    expect(await record(sergeant, aTalk({ note: 'was tired' }))).toMatchObject({
      status: 422,
      body: { field: 'note' },
    });
  });
});

describe('one talk opens one attempt', () => {
  test('sent again after a lost answer, it gets the same answer', async () => {
    const { sergeant, recorded } = await aSquadWithATalkDue();
    const item = aTalk();
    const first = await record(sergeant, item);
    const again = await record(sergeant, item);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await recorded()).toBe(1);
  });

  test('the same id with another body or from another sergeant is refused', async () => {
    const roster = structuredClone(smallRoster);
    roster.grants.push({ officerId: 'south-sergeant', role: 'supervisor', unitId: 'north-squad' });
    const { agency, sergeant, recorded } = await aSquadWithATalkDue({ roster });
    const item = aTalk();
    await record(sergeant, item);
    const taken = { status: 409, body: { code: 'evidence.id-taken' } };
    expect(await record(sergeant, { ...item, attempt: 2 })).toMatchObject(taken);
    expect(await record(await agency.as('south-sergeant'), item)).toMatchObject(taken);
    expect(await recorded()).toBe(1);
  });

  test('two sergeants at once, and a second tap with another id, open one attempt', async () => {
    const roster = structuredClone(smallRoster);
    roster.grants.push({ officerId: 'south-sergeant', role: 'supervisor', unitId: 'north-squad' });
    const { agency, officer, sergeant, recorded } = await aSquadWithATalkDue({ roster });
    const other = await agency.as('south-sergeant');
    const answers = await Promise.all([sergeant, other, sergeant, other].map((person) => record(person, aTalk())));
    expect(answers.map(({ status }) => status)).toEqual([200, 409, 409, 409]);
    expect(answers[1]?.body).toMatchObject({ code: 'talk.not-needed', field: 'attempt' });
    expect(await recorded()).toBe(1);
    expect((await officer.get<Training>('/api/training')).body.attempt).toBe(2);
  });
});

describe('a talk is refused', () => {
  const notNeeded = { status: 409, body: { code: 'talk.not-needed' } };

  test('about an attempt that is not the open one, or an edition that is not the officer’s', async () => {
    const { sergeant, recorded } = await aSquadWithATalkDue();
    expect(await record(sergeant, aTalk({ attempt: 2 }))).toMatchObject(notNeeded);
    expect(await record(sergeant, aTalk({ editionHash: 'f'.repeat(64) }))).toMatchObject(notNeeded);
    await record(sergeant, aTalk());
    expect(await record(sergeant, aTalk())).toMatchObject(notNeeded);
    expect(await recorded()).toBe(1);
  });

  test('while the officer is still deciding, has opened nothing, or is done', async () => {
    const agency = await anAgency();
    const sergeant = await agency.as('north-sergeant');
    expect(await record(sergeant, aTalk())).toMatchObject(notNeeded);
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    await send(officer, anItem('acknowledged'));
    await watchAll(agency, (played) => send(officer, anItem('watched', { stretches: [played] })));
    const wrong = decisionsOf(shortPack, 'north-officer', 'wrong');
    for (const decision of wrong.slice(0, -1)) await send(officer, anItem('decided', { attempt: 1, ...decision }));
    expect(replayQuiz(shortPack, attemptSeed('north-officer', editionHash, 1), wrong)?.standing).toBe('needs-talk');
    expect(await record(sergeant, aTalk())).toMatchObject(notNeeded);

    const second = await agency.as('north-second');
    await send(second, anItem('opened'));
    await send(second, anItem('acknowledged'));
    await watchAll(agency, (played) => send(second, anItem('watched', { stretches: [played] })));
    await decideAll(agency, second, 'north-second');
    expect(await record(sergeant, aTalk({ officerId: 'north-second' }))).toMatchObject(notNeeded);
  });

  test('to whoever does not supervise the officer: the officer is as unknown as one who does not exist', async () => {
    const { agency, recorded } = await aSquadWithATalkDue();
    const south = await agency.as('south-sergeant');
    const foreign = await record(south, aTalk());
    const unknown = await record(south, aTalk({ officerId: 'nobody' }));
    expect(foreign.status).toBe(404);
    expect(foreign.text).toBe(unknown.text);
    for (const visitor of ['north-officer', 'north-captain', 'chief', 'trainer', 'administrator']) {
      expect([visitor, (await record(await agency.as(visitor), aTalk())).status]).toEqual([visitor, 404]);
    }
    expect(await recorded()).toBe(0);
  });

  test('with oneself: a sergeant who needs a talk has it with another supervisor', async () => {
    const roster = structuredClone(smallRoster);
    roster.grants.push({ officerId: 'north-captain', role: 'supervisor', unitId: 'north' });
    const agency = await anAgency({ roster });
    const sergeant = await whoErrs(agency, 'north-sergeant');
    const own = () => aTalk({ officerId: 'north-sergeant' });
    expect(await record(sergeant, own())).toMatchObject({ status: 422, body: { code: 'talk.own' } });
    expect((await sergeant.get<Training>('/api/training')).body.attempt).toBe(1);
    expect((await record(await agency.as('north-captain', 'pin'), own())).status).toBe(200);
    expect((await sergeant.get<Training>('/api/training')).body.attempt).toBe(2);
  });

  test('in the name of somebody else who was at the screen before', async () => {
    const { sergeant, recorded } = await aSquadWithATalkDue();
    expect(await record(sergeant, aTalk(), 'south-sergeant')).toMatchObject({
      status: 409,
      body: { code: 'sign-in.other-officer' },
    });
    expect(await recorded()).toBe(0);
  });
});
