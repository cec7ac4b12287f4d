import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { genesis, link } from '#domain/ledger/entry.ts';
import { openEditions } from '#server/course/editions.ts';
import { storageFailure } from '#server/db/failure.ts';
import { type Db, openDb } from '#server/db/open.ts';
import { foundAgency } from '#server/founding.ts';
import { openInstallation } from '#server/installation.ts';
import { type Ledger, openLedger, type Writing } from '#server/ledger/append.ts';
import { sha256 } from '#server/ledger/sha256.ts';
import { watchOver } from '#server/ledger/watch-over.ts';
import { anAgency, anItem, monday, send } from '#test/support/an-agency.ts';
import { onPostgres, testedPlace } from '#test/support/tested-place.ts';

type Work = (writing: Writing) => Promise<unknown>;
const signIn = ({ append }: Writing, at = monday) =>
  append({ kind: 'sign-in.opened', at, by: 'chief', payload: { officerId: 'chief', proof: 'pin' } });
const founding = { name: 'Founded twice', demo: false, timeZone: 'UTC' };
const foundTwice: Work = async (writing) => {
  await signIn(writing);
  return writing.append({ kind: 'agency.founded', at: monday, by: null, payload: founding });
};

async function isUnbroken(db: Db): Promise<number> {
  const entries = await db.selectFrom('ledger_entry').selectAll().orderBy('seq').execute();
  let head = genesis;
  for (const [index, { seq, kind, at, prev, payload_digest: payloadDigest, hash }] of entries.entries()) {
    expect([seq, prev]).toEqual([index + 1, head]);
    expect(link(sha256, prev, { seq, kind, at, payloadDigest }).hash).toBe(hash);
    head = hash;
  }
  expect(await db.selectFrom('ledger_payload').select('seq').execute()).toHaveLength(entries.length);
  return entries.length;
}

describe('writes that wait are committed together', () => {
  test('and of two hundred, those that fail are undone alone, whatever they had written before', async () => {
    const { installation } = await anAgency();
    const { db, ledger } = installation;
    const before = await isUnbroken(db);
    const done = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) =>
        ledger.write<unknown>(index % 5 === 0 ? foundTwice : (to) => signIn(to)),
      ),
    );
    expect(done.filter(({ status }) => status === 'rejected')).toHaveLength(40);
    expect(await isUnbroken(db)).toBe(before + 160);
    const taken = done.flatMap((each) => (each.status === 'fulfilled' ? [each.value as { seq: number }] : []));
    expect(taken.map(({ seq }) => seq)).toEqual(Array.from({ length: 160 }, (_, index) => before + 1 + index));
    expect(await db.selectFrom('sign_in_event').select('seq').execute()).toHaveLength(160);
  });

  test.runIf(onPostgres)('in far fewer transactions than there are writes', async () => {
    const { installation } = await anAgency();
    const { db, ledger } = installation;
    const before = await isUnbroken(db);
    await Promise.all(Array.from({ length: 128 }, () => ledger.write((to) => signIn(to))));
    const { rows } = await sql<{ count: number }>`
      SELECT count(DISTINCT xmin::text) AS count FROM ledger_entry WHERE seq > ${before}
    `.execute(db);
    // A hundred at most, then the rest.
    expect(rows[0]?.count).toBeLessThan(5);
  });

  test('and a rejected COMMIT rejects all of them and leaves nothing', async () => {
    const { installation } = await anAgency();
    const { db, ledger } = installation;
    // A constraint that is looked at when the transaction ends, in either database.
    await sql`CREATE TABLE parent (id integer PRIMARY KEY)`.execute(db);
    await sql`CREATE TABLE child (id integer REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)`.execute(db);
    const before = await isUnbroken(db);
    const orphan: Work = async (writing) => {
      await signIn(writing);
      await sql`INSERT INTO child VALUES (1)`.execute(writing.tx);
    };
    const done = await Promise.allSettled(
      [signIn, signIn, orphan, signIn].map((work: Work) => ledger.write((to) => work(to))),
    );
    expect(done.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
    expect(await isUnbroken(db)).toBe(before);
    expect((await ledger.write((to) => signIn(to))).seq).toBe(before + 1);
  });

  test('while a failed one leaves nothing of what it had put into the tables early', async () => {
    const { installation } = await anAgency();
    const { db, ledger } = installation;
    const before = await isUnbroken(db);
    const early: Work = async (writing) => {
      await signIn(writing);
      await writing.flush();
      throw new Error('on purpose');
    };
    const done = await Promise.allSettled(
      [signIn, signIn, early, signIn].map((work: Work) => ledger.write((to) => work(to))),
    );
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await isUnbroken(db)).toBe(before + 3);
  });

  test('the same submission fifty times at once is one row and fifty equal receipts', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    const item = anItem('opened');
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(officer, item)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body.receipt)).size).toBe(1);
    const { db } = agency.installation;
    expect(await db.selectFrom('receipt').selectAll().where('item_id', '=', item.id).execute()).toHaveLength(1);
    const opened = db.selectFrom('ledger_entry').select('seq').where('kind', '=', 'training.opened');
    expect(await opened.execute()).toHaveLength(1);
  });
});

test('closing waits for what was asked to be written', async () => {
  const place = await testedPlace();
  const opened = await openInstallation(place, () => monday);
  if (!opened.ok) throw new Error(opened.error.code);
  const { installation, close } = opened.value;
  await foundAgency(installation, founding);
  const written = Array.from({ length: 150 }, () => installation.ledger.write((to) => signIn(to)));
  await close();
  await expect(Promise.all(written)).resolves.toHaveLength(150);
  const db = await openDb(place);
  expect(await isUnbroken(db)).toBe(151);
  await db.destroy();
});

test('a work that hangs ends with its transaction; what it asks later is refused, and the next one is written', async () => {
  const { installation } = await anAgency();
  const { db } = installation;
  const late = Promise.withResolvers<unknown>();
  const hung = db.transaction().execute(async (given) => {
    const watch = watchOver(given, 100);
    const never = new Promise<void>((resolve) => setTimeout(resolve, 600)).then(() => {
      sql`SELECT 1`.execute(watch.tx).then(late.resolve, late.reject);
    });
    await watch.untilHung(never).finally(watch.end);
  });
  await expect(hung).rejects.toSatisfy((error) => storageFailure(error) === 'busy');
  expect((await installation.ledger.write((to) => signIn(to))).kind).toBe('sign-in.opened');
  await expect(late.promise).rejects.toThrow(/already rolled back/);
});

describe.runIf(onPostgres)('two processes on one PostgreSQL', () => {
  async function twoProcesses(): Promise<{ db: Db; ledgers: [Ledger, Ledger] }> {
    const place = await testedPlace();
    const [one, other] = [await openDb(place), await openDb(place)];
    const ledgerOn = async (db: Db) => openLedger(db, 'agency', await openEditions(db, 'agency'));
    return { db: one, ledgers: [await ledgerOn(one), await ledgerOn(other)] };
  }

  test('link two hundred entries, written in turns and at once, into one chain without fork or gap', async () => {
    const { db, ledgers } = await twoProcesses();
    await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        // A pause here and there, so that groups of both sizes meet.
        if (index % 7 === 0) await new Promise((resolve) => setTimeout(resolve, index % 50));
        return (ledgers[index % 2] as Ledger).write((to) => signIn(to));
      }),
    );
    expect(await isUnbroken(db)).toBe(200);
  });
});
