import { describe, expect, test } from 'vitest';
import { officerHeader } from '#domain/roster/signed-in.ts';
import { anAgency, anItem, decisionsOf, send, shortPack, stretch } from '#test/support/an-agency.ts';

const watched = (...played: [number, number][]) =>
  anItem('watched', { stretches: played.map(([a, b]) => stretch(a, b)) });

describe('what the server does not take from a client', () => {
  test.each([
    ['passed', { passed: true }],
    ['completion', { completion: { grade: 'A' } }],
    ['officerId', { officerId: 'south-officer' }],
  ])('a post that says "%s" is refused, naming it', async (field, more) => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    const answer = await send(officer, anItem('opened', more));
    expect(answer).toMatchObject({ status: 422, body: { code: 'request.invalid', field } });
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  });

  test('a kind that does not exist, or a rate that no player has, is refused by field', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    expect(await send(officer, anItem('completed'))).toMatchObject({ status: 422, body: { field: 'kind' } });
    const tooFast = anItem('watched', { stretches: [{ fromSeconds: 0, toSeconds: 1, rate: 99 }] });
    expect(await send(officer, tooFast)).toMatchObject({ status: 422, body: { field: 'stretches.0.rate' } });
  });

  test('evidence before the course was opened, or of an edition that nobody knows', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    expect(await send(officer, anItem('acknowledged'))).toMatchObject({
      status: 422,
      body: { code: 'evidence.not-opened' },
    });
    expect(await send(officer, anItem('opened', { editionHash: 'f'.repeat(64) }))).toMatchObject({
      status: 422,
      body: { code: 'evidence.unknown-edition', field: 'editionHash' },
    });
  });

  test('a decision that is not the one to be made: skipped, repeated, or of another attempt', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    const [first, second] = decisionsOf(shortPack, 'north-officer');
    const decided = (decision: typeof first, attempt = 1) => send(officer, anItem('decided', { attempt, ...decision }));
    expect(await decided(second)).toMatchObject({ status: 422, body: { code: 'evidence.not-your-turn' } });
    expect(await decided(first, 2)).toMatchObject({ status: 422, body: { field: 'attempt' } });
    expect((await decided(first)).status).toBe(200);
    expect((await decided(first)).status).toBe(422);
  });
});

describe('numbers that no film has', () => {
  test.each([
    ['before the film', '-1'],
    ['no number', 'null'],
    ['more than any number', '1e999'],
  ])('%s is refused by field', async (_what, number) => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    const sent = JSON.stringify(watched([0, 1])).replace('"toSeconds":1', `"toSeconds":${number}`);
    const headers = { Host: 'muster.test', Origin: 'http://muster.test', 'Content-Type': 'application/json' };
    const response = await agency.app.request('http://muster.test/api/training/evidence', {
      method: 'POST',
      body: sent,
      headers: { ...headers, cookie: officer.cookie, [officerHeader]: 'north-officer' },
    });
    expect([response.status, await response.json()]).toMatchObject([422, { field: 'stretches.0.toSeconds' }]);
  });

  test('a stretch to the end of all numbers counts up to what the clock bears out', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    const { body } = await send(officer, watched([0, 1e308], [1e308, 1e308], [5e-324, 1e-300]));
    expect(body.training.covered).toEqual([{ fromSeconds: 0, toSeconds: 2 }]);
  });
});

describe('the same thing sent again', () => {
  test('fifty times at once is recorded once and receipted alike', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    const item = anItem('opened');
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(officer, item)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.receipt}`)).size).toBe(1);
    const rows = await agency.installation.db
      .selectFrom('receipt')
      .selectAll()
      .where('item_id', '=', item.id)
      .execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.receipt).toBe(answers[0]?.body.receipt);
  });

  test('keys in another order are the same body; another word is not', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    const item = anItem('opened');
    const first = await send(officer, item);
    const turned = await send(officer, Object.fromEntries(Object.entries(item).reverse()));
    expect(turned.body.receipt).toBe(first.body.receipt);
    expect(await send(officer, { ...item, language: 'es' })).toMatchObject({
      status: 409,
      body: { code: 'evidence.id-taken' },
    });
  });

  test('opening and acknowledging anew, on another device, neither moves the clock nor the date', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    const { body } = await send(officer, anItem('acknowledged'));
    agency.clock.pass(4_000);
    await send(officer, anItem('opened'));
    expect((await send(officer, anItem('acknowledged'))).body.training.acknowledgedAt).toBe(
      body.training.acknowledgedAt,
    );
    expect((await send(officer, watched([0, 30]))).body.training.covered).toEqual([{ fromSeconds: 0, toSeconds: 7 }]);
    const events = await agency.installation.db.selectFrom('officer_event').select('kind').execute();
    expect(events.map(({ kind }) => kind)).toEqual(['training.opened', 'training.acknowledged']);
  });

  test('under an id in capitals is no other id', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    const item = anItem('opened', { id: '019aa000-0000-7000-8000-00000000abcd' });
    await send(officer, item);
    expect(await send(officer, { ...item, id: item.id.toUpperCase() })).toMatchObject({
      status: 422,
      body: { field: 'id' },
    });
  });

  test('from another person is refused, and that somebody tried is on record', async () => {
    const agency = await anAgency();
    const item = anItem('opened');
    await send(await agency.as('north-officer'), item);
    expect((await send(await agency.as('south-officer'), item)).status).toBe(409);
    const refused = await agency.installation.db
      .selectFrom('ledger_entry as entry')
      .innerJoin('ledger_payload as payload', 'payload.seq', 'entry.seq')
      .select('payload.text')
      .where('entry.kind', '=', 'item.refused')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(refused.text)).toMatchObject({ by: 'south-officer', payload: { itemId: item.id } });
  });
});

describe('on a device where by now somebody else is signed in', () => {
  test('what the first one’s screen sends is booked on nobody, and is taken once the first one is back', async () => {
    const agency = await anAgency();
    const second = await agency.as('south-officer');
    const item = anItem('opened');
    for (const said of ['north-officer', '']) {
      expect(await second.post('/api/training/evidence', item, said)).toMatchObject({
        status: 409,
        body: { code: 'sign-in.other-officer' },
      });
    }
    expect(await agency.installation.db.selectFrom('training').selectAll().execute()).toEqual([]);
    expect((await send(await agency.as('north-officer'), item)).status).toBe(200);
  });
});
