import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { EvidenceItem } from '#domain/completion/evidence.ts';
import { canonicalJson } from '#domain/ledger/canonical-json.ts';
import { genesis, link, payloadDigest } from '#domain/ledger/entry.ts';
import { migrations } from '#server/db/migrations.ts';
import { type Db, openDb } from '#server/db/open.ts';
import { projectionTables } from '#server/db/tables.ts';
import { loadDemo } from '#server/demo/load.ts';
import { type Installation, openInstallation } from '#server/installation.ts';
import type { Recorded } from '#server/ledger/kinds.ts';
import { replayEntry } from '#server/ledger/rebuild.ts';
import { sha256 } from '#server/ledger/sha256.ts';
import { anAgency, anItem, monday, send, shortPack } from '#test/support/an-agency.ts';
import { importList } from '#test/support/an-import.ts';
import { onPostgres, testedPlace } from '#test/support/tested-place.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'muster-data-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function theDemo(): Promise<Installation> {
  const opened = await openInstallation(await testedPlace(), () => monday);
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(() => opened.value.close());
  await loadDemo(opened.value.installation, shortPack);
  return opened.value.installation;
}

const rowsOf = async (db: Db) =>
  Object.fromEntries(
    await Promise.all(
      projectionTables.map(async (table) => {
        const rows = await db.selectFrom(table).selectAll().execute();
        return [table, rows.map((row) => canonicalJson(row)).sort()] as const;
      }),
    ),
  );

const entriesOf = async (db: Db) =>
  db
    .selectFrom('ledger_entry as entry')
    .innerJoin('ledger_payload as payload', 'payload.seq', 'entry.seq')
    .selectAll('entry')
    .select(['payload.salt', 'payload.text'])
    .orderBy('entry.seq')
    .execute();

describe('the ledger', () => {
  test('links every entry to the one before it, over the exact text that is stored', async () => {
    const { db } = await theDemo();
    const entries = await entriesOf(db);
    expect(entries.length).toBeGreaterThan(500);
    let prev = genesis;
    for (const { seq, kind, at, salt, text, payload_digest, hash } of entries) {
      expect(payloadDigest(sha256, salt, text)).toBe(payload_digest);
      expect(link(sha256, prev, { seq, kind, at, payloadDigest: payload_digest }).hash).toBe(hash);
      prev = hash;
    }
    expect(entries.map((entry) => entry.at)).toEqual(entries.map((entry) => entry.at).toSorted());
  });

  test('determines every projection: emptied and replayed, the rows are equal', async () => {
    const installation = await theDemo();
    const { db, agencyId, editions } = installation;
    await importList(installation, '9000,Somebody new,Officer,New District / New Squad,leave');
    await installation.ledger.write(async ({ append, tx }) => {
      const common = { at: monday, by: 'officer-1' };
      const about = { id: randomUUID(), editionHash: shortPack.editionHash, upToSeq: 1, outcome: 'explained' } as const;
      const asked = { id: randomUUID(), reason: 'Asked to.' };
      await append({ kind: 'review.noted', ...common, payload: { subject: 'officer-2', item: about } });
      const body = anItem('acknowledged') as EvidenceItem;
      const refused = { subject: 'officer-2', itemId: body.id, code: 'evidence.id-taken' };
      // As earlier versions recorded it, and as it is now.
      await append({ kind: 'item.refused', ...common, payload: refused });
      const sent = { kind: 'training.acknowledged', body } as const;
      await append({ kind: 'item.refused', ...common, payload: { ...refused, sent } });
      await append({ kind: 'sign-in.closed', ...common, payload: { officerId: 'officer-1' } });
      await append({ kind: 'path.read', ...common, payload: { subject: 'officer-2', item: asked } });
      await append({ kind: 'sign-in.opened', ...common, payload: { officerId: 'officer-2', proof: 'pin' } });
      const { editionHash } = shortPack;
      const exempt = { id: randomUUID(), editionHash, reason: 'On a long leave.' };
      await append({ kind: 'exemption.given', ...common, payload: { subject: 'officer-2', item: exempt } });
      const order = { id: randomUUID(), order: null, review: null, answers: {}, startsOn: '2026-12-01', counts: true };
      await append({ kind: 'order.published', ...common, payload: { subject: 'order', item: order, editionHash } });
      const held = { id: randomUUID(), reason: 'A lawsuit asks for them.' };
      await append({ kind: 'hold.placed', ...common, payload: { subject: 'officer-2', item: held } });
      const { roll_call_id: rollCall } = await tx
        .selectFrom('roll_call')
        .select('roll_call_id')
        .executeTakeFirstOrThrow();
      const corrected = { id: randomUUID(), officerId: 'officer-003', present: false, reason: 'Was at court.' };
      await append({
        kind: 'roll-call.corrected',
        ...common,
        payload: { subject: rollCall, item: corrected, was: true },
      });
      const credit = { id: randomUUID(), editionHash, officerIds: ['officer-003'], reason: 'Taught it elsewhere.' };
      await append({ kind: 'credit.proposed', ...common, payload: { subject: 'credit', item: credit } });
    });
    const before = await rowsOf(db);
    await db.transaction().execute(async (tx) => {
      for (const table of projectionTables) await tx.deleteFrom(table).execute();
      for (const { kind, seq, at, hash, text } of await entriesOf(tx as unknown as Db)) {
        await replayEntry({ agencyId, tx, editions }, { kind, seq, at, hash, ...JSON.parse(text) } as Recorded);
      }
    });
    expect(await rowsOf(db)).toEqual(before);
    expect(before.refused_item).toHaveLength(1);
    for (const table of projectionTables) expect(before[table], table).not.toEqual([]);
  });

  test('refuses to have an entry changed or deleted, also by SQL', async () => {
    const { installation } = await anAgency();
    const { db } = installation;
    await expect(sql`UPDATE ledger_entry SET at = '2000'`.execute(db)).rejects.toThrow('never changed');
    await expect(sql`DELETE FROM ledger_entry WHERE seq = 1`.execute(db)).rejects.toThrow('never changed');
    if (onPostgres) await expect(sql`TRUNCATE ledger_entry`.execute(db)).rejects.toThrow('never changed');
  });

  test('writes entry, text and projections together or nothing of them', async () => {
    const { installation } = await anAgency();
    const before = await entriesOf(installation.db);
    const again = { name: 'Founded twice', demo: false, timeZone: 'UTC' };
    await expect(
      installation.ledger.write(({ append }) => append({ kind: 'agency.founded', at: 0, by: null, payload: again })),
    ).rejects.toThrow(/unique/i);
    expect(await entriesOf(installation.db)).toEqual(before);
    const payload = { officerId: 'chief', proof: 'pin' } as const;
    await installation.ledger.write(({ append }) => append({ kind: 'sign-in.opened', at: 0, by: 'chief', payload }));
    expect(await entriesOf(installation.db)).toHaveLength(before.length + 1);
  });

  test('links rightly whatever many at once write and some fail to: the chain has neither fork nor gap', async () => {
    const { installation } = await anAgency();
    const payload = { officerId: 'chief', proof: 'pin' } as const;
    const again = { name: 'Founded twice', demo: false, timeZone: 'UTC' };
    const done = await Promise.allSettled(
      Array.from({ length: 120 }, (_, at) =>
        installation.ledger.write(async ({ append }) => {
          await append({ kind: 'sign-in.opened', at, by: 'chief', payload });
          if (at % 3 === 0) await append({ kind: 'agency.founded', at, by: null, payload: again });
        }),
      ),
    );
    expect(done.filter(({ status }) => status === 'rejected')).toHaveLength(40);
    const entries = await entriesOf(installation.db);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    let head = genesis;
    for (const { seq, kind, at, prev, payload_digest, hash } of entries) {
      expect(prev).toBe(head);
      expect(link(sha256, head, { seq, kind, at, payloadDigest: payload_digest }).hash).toBe(hash);
      head = hash;
    }
  });

  test.skipIf(onPostgres)(
    'that finds the disk full acknowledges nothing, is still read, and goes on once there is room',
    async () => {
      const agency = await anAgency();
      const { db } = agency.installation;
      const officer = await agency.as('north-officer');
      const { page_count: pages } = (await sql<{ page_count: number }>`PRAGMA page_count`.execute(db)).rows[0] ?? {};
      await sql.raw(`PRAGMA max_page_count = ${pages}`).execute(db);
      const answers = [];
      for (let n = 0; n < 30; n += 1) answers.push(await send(officer, anItem('opened')));
      const taken = answers.filter(({ status }) => status === 200);
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 507]));
      expect(await db.selectFrom('receipt').select('receipt').execute()).toHaveLength(taken.length);
      expect((await officer.get('/api/training')).status).toBe(200);
      await sql.raw('PRAGMA max_page_count = 1000000').execute(db);
      expect((await send(officer, anItem('opened'))).status).toBe(200);
    },
  );

  test('gives two hundred writers at once two hundred numbers without a gap', async () => {
    const { installation } = await anAgency();
    const payload = { officerId: 'chief', proof: 'pin' } as const;
    const before = (await entriesOf(installation.db)).length;
    const written = await Promise.all(
      Array.from({ length: 200 }, (_, at) =>
        installation.ledger.write(({ append }) => append({ kind: 'sign-in.opened', at, by: 'chief', payload })),
      ),
    );
    expect(written.map((entry) => entry.seq)).toEqual(Array.from({ length: 200 }, (_, index) => before + index + 1));
  });
});

describe.skipIf(onPostgres)('the data folder', () => {
  test('is the same after it was opened a second time', async () => {
    const folder = aFolder();
    const schemaOf = async () => {
      const db = await openDb({ kind: 'sqlite', dataFolder: folder });
      const { rows } = await sql`SELECT name, sql FROM sqlite_master ORDER BY name`.execute(db);
      const { rows: applied } = await sql`SELECT * FROM kysely_migration`.execute(db);
      await db.destroy();
      return { rows, applied };
    };
    const first = await schemaOf();
    expect(first.applied).toHaveLength(Object.keys(migrations).length);
    expect(await schemaOf()).toEqual(first);
  });

  test('keeps what is answered on disk: WAL, and every commit synced', async () => {
    const db = await openDb({ kind: 'sqlite', dataFolder: aFolder() });
    onTestFinished(() => db.destroy());
    expect((await sql`PRAGMA journal_mode`.execute(db)).rows).toEqual([{ journal_mode: 'wal' }]);
    expect((await sql`PRAGMA synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }]);
    expect((await sql`PRAGMA foreign_keys`.execute(db)).rows).toEqual([{ foreign_keys: 1 }]);
  });

  test('is held by one process: the second is refused by name, and may come once the first has ended', async () => {
    const folder = aFolder();
    const first = await openInstallation({ kind: 'sqlite', dataFolder: folder }, Date.now);
    const second = await openInstallation({ kind: 'sqlite', dataFolder: folder }, Date.now);
    expect(second).toEqual({ ok: false, error: { code: 'start.alreadyRunning', process: String(process.pid) } });
    expect(readFileSync(join(folder, 'lock.pid'), 'utf8').trim()).toBe(String(process.pid));
    if (first.ok) await first.value.close();
    const third = await openInstallation({ kind: 'sqlite', dataFolder: folder }, Date.now);
    expect(third.ok).toBe(true);
    if (third.ok) await third.value.close();
  });
});
