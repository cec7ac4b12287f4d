import { randomUUID } from 'node:crypto';
import { type PostgresPoolClient, sql } from 'kysely';
import { Pool } from 'pg';
import { expect, test } from 'vitest';
import { type Db, openDb } from '#server/db/open.ts';
import { pooled } from '#server/db/postgres-pool.ts';
import type { Writing } from '#server/ledger/append.ts';
import { checkProjections } from '#server/ledger/rebuild.ts';
import type { Sent } from '#server/training/read-ahead.ts';
import { takeEvidence } from '#server/training/store.ts';
import { readTraining, trainingsTogether } from '#server/training/view.ts';
import {
  anAgency,
  anItem,
  decideAll,
  decisionsOf,
  holdRollCall,
  monday,
  send,
  shortPack,
} from '#test/support/an-agency.ts';
import { onPostgres, testedPlace } from '#test/support/tested-place.ts';

const officers = ['north-officer', 'south-officer'];
const evidence = (kind: string, changes: Record<string, unknown> = {}) =>
  anItem(kind, changes) as unknown as Sent['item'];

test('whole quizzes that wait together, with works between them that fail, leave what they would leave one by one', async () => {
  const { installation } = await anAgency();
  const { db, ledger } = installation;
  const take = (officerId: string, item: Sent['item']) =>
    ledger.write((to) => takeEvidence(to, officerId, item, monday), [{ officerId, item }]);
  const fails = (officerId: string, item: Sent['item']) =>
    ledger.write(async (to: Writing) => {
      await takeEvidence(to, officerId, item, monday);
      throw new Error('on purpose');
    });

  const quizzes = officers.map((officerId) => [
    evidence('opened'),
    ...decisionsOf(shortPack, officerId).map((decision) => evidence('decided', { attempt: 1, ...decision })),
  ]);
  const sent = (quizzes[0] ?? []).flatMap((_, step) =>
    officers.flatMap((officerId, at) => {
      const item = quizzes[at]?.[step];
      return item ? [{ officerId, item }] : [];
    }),
  );
  // What any other work finds in the tables that evidence leaves rows in.
  const counts = () =>
    ledger.write(async ({ tx }) => {
      const decisions = await tx.selectFrom('quiz_decision').select('position').execute();
      const opened = await tx.selectFrom('training').select('opened_at').execute();
      const events = await tx.selectFrom('officer_event').select('seq').where('kind', '=', 'training.opened').execute();
      return [decisions.length, opened.length, events.length];
    });
  // Each is tried by a work that fails, then taken, then sent again: all before anything is committed.
  const outcomes = sent.map(({ officerId, item }) => ({
    failed: fails(officerId, item).catch((error: Error) => error.message),
    first: take(officerId, item),
    counted: counts(),
    again: take(officerId, item),
  }));
  const stolen = sent[3] ? take('chief', sent[3].item) : null;

  for (const [index, { failed, first, counted, again }] of outcomes.entries()) {
    expect(await failed).toBe('on purpose');
    const receipt = await first;
    expect(receipt).toEqual({ ok: true, value: expect.stringMatching(/-/) });
    expect(await again).toEqual(receipt);
    const opened = Math.min(index + 1, officers.length);
    expect(await counted).toEqual([index + 1 - opened, opened, opened]);
  }
  expect(await stolen).toMatchObject({ ok: false, error: { status: 409 } });
  const receipts = await db.selectFrom('receipt').select('item_id').execute();
  expect(receipts.map((row) => row.item_id).sort()).toEqual(sent.map(({ item }) => item.id).sort());
  const made = db
    .selectFrom('quiz_decision')
    .select(['decision_id', 'position'])
    .where('officer_id', '=', 'north-officer');
  expect(await made.orderBy('position').execute()).toEqual(
    decisionsOf(shortPack, 'north-officer').map(({ decisionId: decision_id }, position) => ({ decision_id, position })),
  );
  // Replayed one by one from the entries, every row is the same.
  const report = await checkProjections(installation);
  expect(report.ok && report.value.filter((table) => table.first !== null)).toEqual([]);
});

test('officers who are read together are told what each would be told alone', async () => {
  const agency = await anAgency();
  const { installation } = agency;
  const sergeant = await agency.as('north-sergeant');
  await holdRollCall(agency, sergeant, 'north-squad', ['north-officer', 'north-second']);
  const first = await agency.as('north-officer');
  await send(first, anItem('opened'));
  await send(first, anItem('acknowledged'));
  await decideAll(agency, first, 'north-officer');
  // After a talk, in the middle of the second attempt.
  const second = await agency.as('north-second');
  await send(second, anItem('opened'));
  await send(second, anItem('acknowledged'));
  await decideAll(agency, second, 'north-second', 'wrong');
  const { editionHash } = shortPack;
  const talk = { id: randomUUID(), officerId: 'north-second', editionHash, attempt: 1 };
  expect(await sergeant.post('/api/roll-calls/talks', talk)).toMatchObject({ status: 200 });
  const [decision, next] = decisionsOf(shortPack, 'north-second', 'right', 2);
  await send(second, anItem('decided', { attempt: 2, ...decision }));
  await send(await agency.as('south-officer'), anItem('opened'));

  const looking = { ...installation, tx: installation.db };
  const asked = ['north-officer', 'chief', 'south-officer', 'north-second', 'north-officer'];
  const trainings = trainingsTogether(looking);
  const together = await Promise.all(asked.map((officerId) => trainings.load(officerId)));
  expect(together).toEqual(await Promise.all(asked.map((officerId) => readTraining(looking, officerId))));
  expect(together.map(({ standing }) => standing)).toEqual(['done', 'not-opened', 'watching', 'deciding', 'done']);
  expect(together[3]).toMatchObject({ attempt: 2, decisions: [decision] });
  // Nothing is remembered for whoever asks later.
  await send(second, anItem('decided', { attempt: 2, ...next }));
  expect((await trainings.load('north-second')).decisions).toEqual([decision, next]);
  // What is wrong with one is no other's failure.
  const { db, agencyId } = installation;
  const row = await db
    .selectFrom('training')
    .selectAll()
    .where('officer_id', '=', 'south-officer')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('training')
    .values({ ...row, agency_id: agencyId, officer_id: 'chief', edition_hash: 'unheard of' })
    .execute();
  const outcomes = await Promise.allSettled(
    ['north-officer', 'chief', 'south-officer'].map((id) => trainings.load(id)),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test.skipIf(onPostgres)(
  'after a full disk has undone a transaction, nothing that is asked in it is committed alone',
  async () => {
    const place = await testedPlace();
    const db = await openDb(place);
    await sql`CREATE TABLE note (text TEXT NOT NULL)`.execute(db);
    const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(db);
    await sql.raw(`PRAGMA max_page_count = ${(rows[0]?.page_count ?? 0) + 2}`).execute(db);
    const later: unknown[] = [];
    const whole = db.transaction().execute(async (tx) => {
      await sql`INSERT INTO note VALUES (${'x'.repeat(100_000)})`.execute(tx).catch((error) => later.push(error));
      // What does not know of it, as a statement that was sent at the same moment.
      await sql`INSERT INTO note VALUES ('half')`.execute(tx).catch((error) => later.push(error));
      await sql`SELECT * FROM note`.execute(tx).catch((error) => later.push(error));
    });
    await expect(whole).rejects.toThrow('full');
    expect(later.map((error) => (error as Error).message)).toEqual(Array(3).fill(expect.stringContaining('full')));
    expect((await sql`SELECT * FROM note`.execute(db)).rows).toEqual([]);
    await db.transaction().execute((tx) => sql`INSERT INTO note VALUES ('after')`.execute(tx));
    expect((await sql`SELECT * FROM note`.execute(db)).rows).toEqual([{ text: 'after' }]);
    await db.destroy();
  },
);

test('what waits behind a statement that fails is not written after the transaction was undone', async () => {
  const { installation } = await anAgency();
  const { db, agencyId } = installation;
  const note = (tx: Pick<Db, 'insertInto'>, item: string) =>
    tx
      .insertInto('receipt')
      .values({ agency_id: agencyId, item_id: item, officer_id: 'chief', digest: '', receipt: '', seq: 1 })
      .execute();
  await note(db, 'there');
  const behind: Promise<unknown>[] = [];
  const whole = db.transaction().execute((tx) => {
    const failing = note(tx, 'there');
    // Nobody should ask like that: Kysely sends them one by one, and the ROLLBACK when the first has failed.
    behind.push(...['a', 'b', 'c'].map((item) => note(tx, item).catch((error) => error)));
    return failing;
  });
  await expect(whole).rejects.toThrow(/unique/i);
  await Promise.all(behind);
  expect(await db.selectFrom('receipt').select('item_id').execute()).toEqual([{ item_id: 'there' }]);
});

test.runIf(onPostgres)('what is asked while a transaction ends is refused, and taken once it has ended', async () => {
  const place = await testedPlace();
  if (place.kind !== 'postgres') return;
  const pool = new Pool({ connectionString: place.address, pipeline: true, max: 1 });
  const { connect, end } = pooled(pool);
  const ask = (connection: PostgresPoolClient, text: string) => connection.query<{ text: string }>(text, []);
  const first = await connect();
  await ask(first, 'CREATE TABLE note (text TEXT)');
  for (const ending of ['rollback', 'commit']) {
    await ask(first, 'begin');
    const ended = ask(first, ending);
    await expect(ask(first, `INSERT INTO note VALUES ('late for ${ending}')`)).rejects.toThrow('ends');
    await ended;
  }
  first.release();
  const next = await connect();
  await ask(next, "INSERT INTO note VALUES ('after')");
  expect((await ask(next, 'SELECT text FROM note')).rows).toEqual([{ text: 'after' }]);
  next.release();
  await end();
});

test('whole quizzes in one group, with evidence between that fails, are written at the end as if one by one', async () => {
  const { installation } = await anAgency();
  const { db, ledger } = installation;
  const take = (officerId: string, item: Sent['item'], fails = false) =>
    ledger.write(
      async (to) => {
        const receipt = await takeEvidence(to, officerId, item, monday);
        if (fails) throw new Error('on purpose');
        return receipt;
      },
      [{ officerId, item }],
    );
  const quizzes = officers.map((officerId) => decisionsOf(shortPack, officerId));
  const steps = quizzes.flatMap((made, at) => {
    const officerId = officers[at] ?? '';
    const items = [
      evidence('opened'),
      evidence('acknowledged'),
      ...made.map((decision) => evidence('decided', { attempt: 1, ...decision })),
    ];
    return items.map((item) => ({ officerId, item }));
  });
  const outcomes = await Promise.allSettled(
    steps.flatMap(({ officerId, item }) => [
      take(officerId, item, true),
      take(officerId, item),
      // Sent again: known by its id.
      take(officerId, item),
    ]),
  );
  for (const [index, outcome] of outcomes.entries()) {
    if (index % 3 === 0) expect(outcome.status).toBe('rejected');
    else expect(outcome).toMatchObject({ status: 'fulfilled', value: { ok: true } });
  }
  for (const [at, officerId] of officers.entries()) {
    const made = db.selectFrom('quiz_decision').select(['decision_id', 'position']).where('officer_id', '=', officerId);
    expect(await made.orderBy('position').execute()).toEqual(
      quizzes[at]?.map(({ decisionId: decision_id }, position) => ({ decision_id, position })),
    );
  }
  const report = await checkProjections(installation);
  expect(report.ok && report.value.filter((table) => table.first !== null)).toEqual([]);
  expect(await db.selectFrom('receipt').select('item_id').execute()).toHaveLength(steps.length);
});
