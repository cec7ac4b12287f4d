import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/ledger/canonical-json.ts';
import { backupBeforeMigration } from '#server/backup/before-migration.ts';
import { restoreInto } from '#server/backup/restore-into.ts';
import { writeBackup } from '#server/backup/write.ts';
import { readConfig } from '#server/config.ts';
import { connect, migrateTo, readSnapshot } from '#server/db/as-it-stands.ts';
import { migrations } from '#server/db/migrations.ts';
import { type Db, openDb } from '#server/db/open.ts';
import { type DatabasePlace, placeOf } from '#server/db/place.ts';
import { storedTables } from '#server/db/tables.ts';
import { loadDemo } from '#server/demo/load.ts';
import { sha256 } from '#server/ledger/sha256.ts';
import { run } from '#test/support/a-command-line.ts';
import { aPlace, bySql, moreRecords, someRecords, withInstallation } from '#test/support/a-place.ts';
import { monday, shortPack } from '#test/support/an-agency.ts';

const wait = 240_000;
const at = new Date(monday).toISOString();

async function theSqlite(): Promise<DatabasePlace> {
  const place = await aPlace('sqlite');
  if (!place) throw new Error('SQLite is part of Node.');
  return place;
}
const fileIn = (place: DatabasePlace) => join(place.dataFolder, 'backup.ndjson.gz');
const backUp = async (place: DatabasePlace) => {
  const totals = await readSnapshot(place, (tx) => writeBackup(tx, fileIn(place), at), { anyTables: true });
  if (!totals) throw new Error('There are records to back up.');
  return totals;
};

/** As a failing disk does: the first page of a table holds something else. */
async function spoilTable(place: DatabasePlace, table: string): Promise<void> {
  let at = 0;
  await bySql(place, async (db) => {
    const { rows } = await sql<{ page: number; size: number }>`
      SELECT rootpage AS page, page_size AS size FROM sqlite_master, pragma_page_size WHERE name = ${table}
    `.execute(db);
    at = ((rows[0]?.page ?? 0) - 1) * (rows[0]?.size ?? 0);
  });
  const file = join(place.dataFolder, 'muster.db');
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0xff, at, at + 1000));
}

/** Every row of every table as text, in an order that does not depend on the database. */
async function allRows(place: DatabasePlace): Promise<Record<string, string[]>> {
  const db = connect(place);
  const rows: Record<string, string[]> = {};
  for (const table of storedTables) {
    rows[table] = (await db.selectFrom(table).selectAll().execute()).map((row) => canonicalJson(row)).sort();
  }
  await db.destroy();
  return rows;
}

describe('a backup', () => {
  test.each([
    ['sqlite', 'sqlite'],
    ['sqlite', 'postgres'],
    ['postgres', 'sqlite'],
    ['postgres', 'postgres'],
  ] as const)(
    'from %s goes into %s, every row of every table',
    async (from, to) => {
      const [source, target] = [await aPlace(from), await aPlace(to)];
      if (!source || !target) return;
      await withInstallation(source, (installation) => loadDemo(installation, shortPack));
      const totals = await backUp(source);
      expect(totals.head?.seq).toBe(totals.counts.ledger_entry);
      expect(totals.counts.credential).toBeGreaterThan(100);
      expect(await restoreInto(target, fileIn(source))).toMatchObject({ ok: true, value: { totals } });
      expect(await allRows(target)).toEqual(await allRows(source));
      // Triggers are there again, and the program goes on where it was.
      await expect(bySql(target, (db) => sql`DELETE FROM ledger_entry`.execute(db))).rejects.toThrow('never changed');
      await withInstallation(target, (installation) => moreRecords(installation, 1));
      expect(await run('verify', target)).toMatchObject({ code: 0, err: '' });
    },
    wait,
  );

  test('knows every table that the migrations make', async () => {
    const place = await theSqlite();
    const db = await openDb(place);
    const made = (await db.introspection.getTables()).map(({ name }) => name);
    await db.destroy();
    expect([...storedTables].sort()).toEqual(made.sort());
  });

  test(
    'is made while the server writes, by the command, and only its owner may read it',
    async () => {
      const place = await theSqlite();
      await someRecords(place);
      await withInstallation(place, async (installation) => {
        let going = true;
        const writing = (async () => {
          while (going) await moreRecords(installation, 3).then(() => new Promise((done) => setTimeout(done, 5)));
        })();
        const said = await run('backup', place, [fileIn(place)]);
        going = false;
        await writing;
        expect([said.code, said.err]).toEqual([0, '']);
      });
      expect(statSync(fileIn(place)).mode & 0o777).toBe(0o600);
      const target = await theSqlite();
      const restored = await run('restore', target, [fileIn(place)]);
      expect([restored.code, restored.err]).toEqual([0, '']);
      expect(await run('verify', target)).toMatchObject({ code: 0, err: '' });
      const again = await run('restore', target, [fileIn(place)]);
      expect([again.code, again.err]).toEqual([2, expect.stringContaining('There are records in')]);
      expect((await run('backup', place, [fileIn(place)])).err).toContain('is there already and is not written over');
    },
    wait,
  );

  test(
    'that is damaged or cut off is refused, and nothing is written',
    async () => {
      const place = await theSqlite();
      await someRecords(place);
      await backUp(place);
      const whole = readFileSync(fileIn(place));
      const text = gunzipSync(whole).toString();
      const flipped = Buffer.from(whole);
      flipped[Math.floor(whole.length / 2)] = (flipped[Math.floor(whole.length / 2)] ?? 0) ^ 1;
      const lines = text.trimEnd().split('\n');
      const packed = (some: readonly string[]) => gzipSync(`${some.join('\n')}\n`);
      const target = await theSqlite();
      const file = fileIn(target);
      for (const [what, bytes, code] of [
        ['a bit flipped', flipped, 'restore.damaged'],
        ['cut off', whole.subarray(0, whole.length - 20), 'restore.damaged'],
        ['a line gone', packed(lines.toSpliced(20, 1)), 'restore.damaged'],
        ['a value changed', packed(lines.map((line) => line.replace('Name of chief', 'Somebody'))), 'restore.damaged'],
        ['its end gone', packed(lines.slice(0, -1)), 'restore.damaged'],
        ['something else', gzipSync('{"a":1}\n'), 'restore.notABackup'],
        ['not packed', Buffer.from('hello'), 'restore.notABackup'],
        ['empty', Buffer.alloc(0), 'restore.notABackup'],
      ] as const) {
        writeFileSync(file, bytes);
        expect(await restoreInto(target, file), what).toEqual({ ok: false, error: { code } });
        expect(existsSync(join(target.dataFolder, 'muster.db')), what).toBe(false);
      }
      const newer = lines[0]?.replace(/"migration":"[^"]*"/, '"migration":"2099-01-01-later"') ?? '';
      const body = [newer, ...lines.slice(1, -1)];
      const { end } = JSON.parse(lines.at(-1) ?? '');
      const sum = sha256(body.map((line) => `${line}\n`).join(''));
      writeFileSync(file, packed([...body, JSON.stringify({ end: { ...end, sha256: sum } })]));
      expect(await restoreInto(target, file)).toMatchObject({ ok: false, error: { code: 'restore.newer' } });
      expect(existsSync(join(target.dataFolder, 'muster.db'))).toBe(false);
    },
    wait,
  );

  test(
    'does not touch records that are there and cannot be read',
    async () => {
      const [place, hurt] = [await theSqlite(), await theSqlite()];
      for (const each of [place, hurt]) await someRecords(each);
      await backUp(place);
      const records = join(hurt.dataFolder, 'muster.db');
      await spoilTable(hurt, 'agency');
      const before = readFileSync(records);
      await expect(restoreInto(hurt, fileIn(place))).rejects.toThrow('malformed');
      expect(readFileSync(records).equals(before)).toBe(true);
    },
    wait,
  );

  test(
    'of older tables is put into those, and then brought to the newest',
    async () => {
      const [old, target] = [await theSqlite(), await theSqlite()];
      const level = '2026-11-22-words-and-papers';
      await migrateTo(old, level);
      await bySql(old, async (db) => {
        await sql`INSERT INTO agency VALUES ('agency', 'Old Town', 0, 'UTC')`.execute(db);
        await sql`INSERT INTO ledger_entry VALUES ('agency', 'main', 1, 'p', 'k', '2026', 'd', 'h')`.execute(db);
      });
      await backUp(old);
      expect(await restoreInto(target, fileIn(old))).toMatchObject({
        ok: true,
        value: { header: { migration: level } },
      });
      const db = await openDb(target);
      expect(await db.selectFrom('agency').select('name').execute()).toEqual([{ name: 'Old Town' }]);
      expect(await db.selectFrom('ledger_head').selectAll().execute()).toEqual([]);
      await db.destroy();
    },
    wait,
  );
});

describe('before a migration', () => {
  const backupsOf = (place: DatabasePlace) => readdirSync(join(place.dataFolder, 'backups')).sort();

  test('a database that has entries is backed up by itself, and that backup can be gone back to', async () => {
    const place = await theSqlite();
    const level = Object.keys(migrations).sort().at(-2) ?? '';
    const [last = ''] = Object.keys(migrations).sort().slice(-1);
    await migrateTo(place, level);
    await (await openDb(place)).destroy();
    expect(existsSync(join(place.dataFolder, 'backups'))).toBe(false);

    const older = await theSqlite();
    await migrateTo(older, level);
    await bySql(older, (db) =>
      sql`INSERT INTO ledger_entry VALUES ('agency', 'main', 1, 'p', 'k', '2026', 'd', 'h')`.execute(db),
    );
    await (await openDb(older)).destroy();
    const [file = '', ...more] = backupsOf(older);
    expect(more).toEqual([]);
    expect(file).toMatch(new RegExp(`^before-${last}-\\d{4}-.*\\.ndjson\\.gz$`));
    const target = await theSqlite();
    expect(await restoreInto(target, join(older.dataFolder, 'backups', file))).toMatchObject({
      ok: true,
      value: { header: { migration: level }, totals: { counts: { ledger_entry: 1 } } },
    });
    await (await openDb(older)).destroy();
    expect(backupsOf(older)).toHaveLength(1);
  });

  test('it lies where MUSTER_BACKUPS says, and in the data folder when daily backups are off', async () => {
    const elsewhere = (await theSqlite()).dataFolder;
    for (const [said, expected] of [
      [elsewhere, elsewhere],
      ['off', 'backups'],
      ['kept', 'kept'],
    ] as const) {
      const { dataFolder } = await theSqlite();
      const { backupFolder } = readConfig({ MUSTER_DATA: dataFolder, MUSTER_BACKUPS: said }, dataFolder);
      const place = placeOf(dataFolder, null, backupFolder);
      if (!place.ok) throw new Error(place.error.code);
      await migrateTo(place.value, Object.keys(migrations).sort().at(-2) ?? '');
      await bySql(place.value, (db) =>
        sql`INSERT INTO ledger_entry VALUES ('agency', 'main', 1, 'p', 'k', '2026', 'd', 'h')`.execute(db),
      );
      await (await openDb(place.value)).destroy();
      const files = readdirSync(resolve(dataFolder, expected)).filter((file) => file.startsWith('before-'));
      expect([said, files.length]).toEqual([said, 1]);
    }
  });

  test('the newest five are kept', async () => {
    const place = await theSqlite();
    await someRecords(place);
    mkdirSync(join(place.dataFolder, 'backups'), { recursive: true });
    const db: Db = connect(place);
    for (const [index, name] of ['z-first', 'y', 'x', 'w', 'v', 'u', 'a-last'].entries()) {
      await backupBeforeMigration(db, join(place.dataFolder, 'backups'), [name], monday + index * 1000);
    }
    await db.destroy();
    expect(backupsOf(place).map((file) => file.split('-2026')[0])).toEqual([
      'before-a-last',
      'before-u',
      'before-v',
      'before-w',
      'before-x',
    ]);
  });
});
