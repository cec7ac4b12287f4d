import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/ledger/canonical-json.ts';
import { isPostgres } from '#server/db/dialect.ts';
import type { Db } from '#server/db/open.ts';
import { storedTables } from '#server/db/tables.ts';
import { sha256 } from '#server/ledger/sha256.ts';
import { type Agency, anAgency } from '#test/support/an-agency.ts';
import { knock, written } from '#test/support/written-routes.ts';

/** Routes that are no GET and write nothing, each with the reason. */
const writesNothing = {
  'POST /api/sign-in/code/look': 'says whose code it is, before a PIN is chosen; a wrong code is recorded (below)',
  'POST /api/setup/look': 'says how far the set-up has come; POST so that the link’s token stands in no address',
  'POST /api/roster/imports/plan': 'shows what a file would change; POST because a file is sent',
  'POST /api/roster/imports/failed.csv': 'the rows that the plan could not take; POST because a file is sent',
};

const entriesOf = async ({ installation: { db } }: Agency) => {
  const rows = await db
    .selectFrom('ledger_entry')
    .innerJoin('ledger_payload', (on) =>
      on
        .onRef('ledger_payload.agency_id', '=', 'ledger_entry.agency_id')
        .onRef('ledger_payload.chain_id', '=', 'ledger_entry.chain_id')
        .onRef('ledger_payload.seq', '=', 'ledger_entry.seq'),
    )
    .select(['ledger_entry.seq', 'kind', 'text'])
    .orderBy('ledger_entry.seq')
    .execute();
  return rows.map(({ kind, text }) => ({ kind, by: JSON.parse(text).by as string | null }));
};

/**
 * Written before the entry, on purpose. Tries are counted before they are judged, or many at once would be judged uncounted;
 * a pack lies under its hash before an entry names it, and is nobody's edition until then.
 */
const writtenBefore: readonly string[] = ['sign_in_try', 'edition'];
const tables = storedTables.filter((table) => !writtenBefore.includes(table));
const everythingIn = async (db: Db) =>
  Object.fromEntries(
    await Promise.all(
      tables.map(async (table) => {
        const rows = await db.selectFrom(table).selectAll().execute();
        return [table, `${rows.length} rows, ${sha256(JSON.stringify(rows.map((row) => canonicalJson(row)).sort()))}`];
      }),
    ),
  );

async function refuseEveryEntry(db: Db) {
  if (!isPostgres(db)) {
    return sql`CREATE TRIGGER no_entry BEFORE INSERT ON ledger_entry BEGIN SELECT RAISE(ABORT, 'no entry'); END`.execute(
      db,
    );
  }
  await sql`CREATE FUNCTION no_entry() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no entry'; END $$`.execute(
    db,
  );
  return sql`CREATE TRIGGER no_entry BEFORE INSERT ON ledger_entry EXECUTE FUNCTION no_entry()`.execute(db);
}

test('every route that may write is listed, with what it leaves in the ledger or why it leaves nothing', async () => {
  const { app } = await anAgency();
  const routes = app.routes
    .filter(({ method, path }) => !['ALL', 'GET'].includes(method) && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path.replace(/\/$/, '')}`);
  expect([...new Set(routes)].sort()).toEqual([...Object.keys(written), ...Object.keys(writesNothing)].sort());
});

describe.each(Object.entries(written))('%s', (_route, { by, leaves, follows = [], ready }) => {
  test('leaves its entries, in the name of who acted', async () => {
    const agency = await anAgency();
    const send = await ready(agency);
    const before = (await entriesOf(agency)).length;
    expect([200, 204]).toContain((await send()).status);
    expect((await entriesOf(agency)).slice(before)).toEqual([
      ...leaves.map((kind) => ({ kind, by })),
      ...follows.map((kind) => ({ kind, by: null })),
    ]);
  });

  test('leaves nothing at all when its entry cannot be written', async () => {
    const agency = await anAgency();
    const { db } = agency.installation;
    const send = await ready(agency);
    const before = await everythingIn(db);
    await refuseEveryEntry(db);
    expect((await send()).status).toBeGreaterThanOrEqual(500);
    expect(await everythingIn(db)).toEqual(before);
  });
});

test('what was refused for its form or for want of a right writes nothing; what was judged and wrong does', async () => {
  const agency = await anAgency();
  const recorded = async () => (await entriesOf(agency)).slice(before);
  const before = (await entriesOf(agency)).length;
  await knock(agency, 'sign-in/pin', { badge: '12', pin: 'abc' });
  await (await agency.as('north-officer')).post('/api/roster/units', {});
  expect(await recorded()).toEqual([]);
  await knock(agency, 'sign-in/code/look', { badge: '12', code: 'WRONGCODE' });
  expect(await recorded()).toEqual([{ kind: 'sign-in.refused', by: null }]);
});
