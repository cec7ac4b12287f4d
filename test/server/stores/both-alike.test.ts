import { rmSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { isPostgres } from '#server/db/dialect.ts';
import { storageFailure } from '#server/db/failure.ts';
import { migrate } from '#server/db/migrate.ts';
import { migrations } from '#server/db/migrations.ts';
import { openDb } from '#server/db/open.ts';
import { placeOf, shownAddress } from '#server/db/place.ts';
import { storedTables } from '#server/db/tables.ts';
import { openInstallation } from '#server/installation.ts';
import { anAgency, monday } from '#test/support/an-agency.ts';
import { onPostgres, testedPlace } from '#test/support/tested-place.ts';

test('text sorts and compares by its bytes', async () => {
  const { installation } = await anAgency();
  const { db, agencyId } = installation;
  expect(isPostgres(db)).toBe(onPostgres);
  const badges = ['a', 'B', '_', 'ä', '10', '9', 'Z', 'é', '-', '😀', '￿', ' '];
  for (const badge of badges) {
    await db
      .insertInto('sign_in_try')
      .values({ agency_id: agencyId, badge, proof: 'pin', wrong_at: '[]', locked_until: null })
      .execute();
  }
  const rows = await db.selectFrom('sign_in_try').select('badge').orderBy('badge').execute();
  const byBytes = badges.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
  expect(rows.map(({ badge }) => badge)).toEqual(byBytes);
  const above = await db.selectFrom('sign_in_try').select('badge').where('badge', '>', 'Z').orderBy('badge').execute();
  expect(above.map(({ badge }) => badge)).toEqual(byBytes.filter((badge) => badge > 'Z'));
});

test.runIf(onPostgres)(
  'every text column of every table says so itself, whatever the language of the database',
  async () => {
    const { installation } = await anAgency();
    const { rows } = await sql<{ name: string; collation: string | null }>`
    SELECT DISTINCT table_name AS name, collation_name AS collation FROM information_schema.columns
    WHERE table_schema = current_schema() AND data_type = 'text'
  `.execute(installation.db);
    expect(new Set(rows.map(({ collation }) => collation))).toEqual(new Set(['C']));
    expect(rows.map(({ name }) => name).sort()).toEqual([...storedTables].sort());
  },
);

test('counts, sums and shares are numbers, and shares lose nothing', async () => {
  const { installation } = await anAgency();
  const { db } = installation;
  const counted = await db
    .selectFrom('officer')
    .select(({ fn }) => [fn.countAll<number>().as('count'), sql<number>`sum(2)`.as('sum')])
    .executeTakeFirstOrThrow();
  expect(counted).toEqual({ count: 10, sum: 20 });
  const share = 0.1 + 0.2;
  const row = { agency_id: 'x', officer_id: 'x', edition_hash: 'x', witnessed: '', attempt: 1 } as const;
  await db
    .insertInto('training')
    .values({ ...row, quiz: 'deciding', standing: 'not-started', watched_share: share } as never)
    .execute();
  const kept = await db.selectFrom('training').select('watched_share').where('agency_id', '=', 'x').execute();
  expect(kept).toEqual([{ watched_share: share }]);
});

test('a statement asked for again after a table was changed answers with the new columns', async () => {
  const { installation } = await anAgency();
  const { db, agencyId } = installation;
  const unit = () => sql<object>`SELECT * FROM unit WHERE agency_id = ${agencyId}`.execute(db);
  expect(Object.keys((await unit()).rows[0] ?? {})).not.toContain('motto');
  await sql`ALTER TABLE unit ADD COLUMN motto text`.execute(db);
  // As when a newer program has changed the tables under this one: once PostgreSQL asks for patience, then it is well.
  if (onPostgres) await expect(unit()).rejects.toSatisfy((error) => storageFailure(error) === 'busy');
  expect(Object.keys((await unit()).rows[0] ?? {})).toContain('motto');
});

test('a migration that is cut off in the middle leaves what was there before, and what comes after is served whole', async () => {
  const place = await testedPlace({ empty: true });
  const db = await openDb(place);
  const interrupted = {
    ...migrations,
    '9998-first': { up: (tx: Kysely<never>) => tx.schema.createTable('first').addColumn('a', 'text').execute() },
    '9999-second': {
      async up(tx: Kysely<never>) {
        await tx.schema.createTable('second').addColumn('a', 'text').execute();
        throw new Error('The power went out.');
      },
    },
  };
  const tables = async () => (await db.introspection.getTables()).map(({ name }) => name).sort();
  const before = await tables();
  await expect(migrate(db, interrupted)).rejects.toThrow('power');
  expect(await tables()).toEqual(before);
  await db.destroy();
  const opened = await openInstallation(place, () => monday);
  expect(opened.ok).toBe(true);
  if (opened.ok) await opened.value.close();
});

test.runIf(onPostgres)(
  'of several processes that start at once on an empty database, one makes the tables',
  async () => {
    const place = await testedPlace({ empty: true });
    const opened = await Promise.all(Array.from({ length: 4 }, () => openDb(place)));
    for (const db of opened) {
      const { rows } = await sql`SELECT * FROM kysely_migration`.execute(db);
      expect(rows).toHaveLength(Object.keys(migrations).length);
      await db.destroy();
    }
  },
);

test.runIf(onPostgres)('every connection waits for the disk, though the server would not', async () => {
  const place = await testedPlace();
  const first = await openDb(place);
  const { rows: names } = await sql<{ name: string }>`SELECT current_database() AS name`.execute(first);
  await sql`ALTER DATABASE ${sql.ref(names[0]?.name ?? '')} SET synchronous_commit = off`.execute(first);
  await first.destroy();
  const db = await openDb(place);
  const settings = await Promise.all(
    Array.from({ length: 4 }, () => sql`SHOW synchronous_commit`.execute(db).then(({ rows }) => rows[0])),
  );
  expect(settings).toEqual(Array(4).fill({ synchronous_commit: 'on' }));
  await db.destroy();
});

test.each([
  ['postgres://muster:secret@db.example:5433/muster', 'db.example:5433/muster'],
  ['postgresql://db/muster?sslmode=require', 'db/muster'],
  ['postgres:///muster?host=/run/postgresql', '/run/postgresql/muster'],
])('%s is an address; people read it as %s', (address, shown) => {
  expect(placeOf('/data', address)).toEqual({
    ok: true,
    value: { kind: 'postgres', address, dataFolder: '/data' },
  });
  expect(shownAddress(address)).toBe(shown);
});

test.each(['db.example', 'mysql://db/muster', 'postgres://db', 'postgres://db/', 'postgres://[/x'])(
  '%s is no address',
  (address) => {
    expect(placeOf('/data', address)).toEqual({ ok: false, error: { code: 'start.badDatabaseAddress' } });
  },
);

test('a server that is not there is said without the password, and holds nothing', async () => {
  const { dataFolder } = await testedPlace();
  const address = 'postgres://muster:secret@127.0.0.1:9/muster';
  const opened = await openInstallation({ kind: 'postgres', address, dataFolder }, () => monday);
  expect(opened).toMatchObject({ ok: false, error: { code: 'start.databaseAway', address: '127.0.0.1:9/muster' } });
  expect(JSON.stringify(opened)).not.toContain('secret');
  rmSync(dataFolder, { recursive: true });
});
