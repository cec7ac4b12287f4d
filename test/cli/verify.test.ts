import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { link } from '#domain/ledger/entry.ts';
import { migrateTo } from '#server/db/as-it-stands.ts';
import type { DatabasePlace } from '#server/db/place.ts';
import { sha256 } from '#server/ledger/sha256.ts';
import { run } from '#test/support/a-command-line.ts';
import { aPlace, bySql, headOf, moreRecords, someRecords, withInstallation } from '#test/support/a-place.ts';

const wait = 240_000;
type Tampering = (db: Kysely<never>) => Promise<unknown>;
const statements =
  (...lines: string[]): Tampering =>
  async (db) => {
    for (const line of lines) await sql.raw(line).execute(db);
  };

/** Entry 7 under another kind, hashed anew: right in itself. */
const editedAndHashed: Tampering = async (db) => {
  const { rows } = await sql<Record<'prev' | 'at' | 'payload_digest', string>>`
    SELECT prev, at, payload_digest FROM ledger_entry WHERE seq = 7`.execute(db);
  const { prev = '', at = '', payload_digest: payloadDigest = '' } = rows[0] ?? {};
  const { hash } = link(sha256, prev, { seq: 7, kind: 'sign-in.closed', at, payloadDigest });
  await sql`UPDATE ledger_entry SET kind = 'sign-in.closed', hash = ${hash} WHERE seq = 7`.execute(db);
};

const tamperings: [string, Tampering, RegExp][] = [
  ['an entry edited', statements("UPDATE ledger_entry SET at = '2020-01-01' WHERE seq = 7"), /^Entry 7 was edited/],
  ['an entry edited and hashed anew', editedAndHashed, /^Entry 7 was edited/],
  [
    'a text edited',
    statements("UPDATE ledger_payload SET text = '{}' WHERE seq = 7"),
    /^The text of entry 7 was edited/,
  ],
  ['an entry deleted', statements('DELETE FROM ledger_entry WHERE seq = 7'), /^Entries 7 to 7 were deleted/],
  [
    'three deleted with their texts, the rest renumbered',
    statements(
      'DELETE FROM ledger_payload WHERE seq IN (7, 8, 9)',
      'DELETE FROM ledger_entry WHERE seq IN (7, 8, 9)',
      'UPDATE ledger_entry SET seq = -seq WHERE seq > 9',
      'UPDATE ledger_entry SET seq = -seq - 3 WHERE seq < 0',
      'UPDATE ledger_payload SET seq = -seq WHERE seq > 9',
      'UPDATE ledger_payload SET seq = -seq - 3 WHERE seq < 0',
      'DELETE FROM ledger_head',
    ),
    /^Entries 7 to 9 were deleted/,
  ],
  [
    'two swapped',
    statements(
      'UPDATE ledger_entry SET seq = -1 WHERE seq = 7',
      'UPDATE ledger_entry SET seq = 7 WHERE seq = 30',
      'UPDATE ledger_entry SET seq = 30 WHERE seq = -1',
    ),
    /^Entries 7 and 30 changed places/,
  ],
  [
    'two texts swapped',
    statements(
      'UPDATE ledger_payload SET seq = -1 WHERE seq = 7',
      'UPDATE ledger_payload SET seq = 7 WHERE seq = 30',
      'UPDATE ledger_payload SET seq = 30 WHERE seq = -1',
    ),
    /^Entries 7 and 30 changed places/,
  ],
  ['the end cut off', statements('DELETE FROM ledger_entry WHERE seq > 20'), /^Entries 21 to 40 were cut off the end/],
];

const withoutTriggers = (kind: DatabasePlace['kind']) =>
  kind === 'sqlite'
    ? statements('DROP TRIGGER ledger_entry_refuses_update', 'DROP TRIGGER ledger_entry_refuses_delete')
    : statements('DROP TRIGGER ledger_entry_refuses ON ledger_entry');

describe.each(['sqlite', 'postgres'] as const)('npm run verify on %s', (kind) => {
  test(
    'finds and names whatever was done to the entries by SQL; the database refuses it until its triggers are gone',
    async ({ skip }) => {
      const place = await aPlace(kind);
      if (!place) return skip();
      await someRecords(place);
      expect(await run('verify', place)).toMatchObject({ code: 0, err: '' });
      for (const [what, tamper, names] of tamperings) {
        const copy = await copyOf(place);
        if (tamper !== tamperings[2]?.[1] && what !== 'two texts swapped') {
          await expect(bySql(copy, tamper), what).rejects.toThrow('never changed');
        }
        await bySql(copy, withoutTriggers(kind));
        await bySql(copy, tamper);
        const said = await run('verify', copy);
        expect(said.err, what).toMatch(names);
        expect(said.code, what).toBe(1);
      }
    },
    wait,
  );

  test(
    'finds a whole database that was rolled back, by a head that was kept elsewhere, signed or printed',
    async ({ skip }) => {
      const place = await aPlace(kind);
      if (!place) return skip();
      await someRecords(place);
      const earlier = await copyOf(place);
      await withInstallation(place, (installation) => moreRecords(installation, 10));
      const head = await headOf(place);
      const kept = join(place.dataFolder, 'kept-elsewhere.txt');
      writeFileSync(kept, head.jws);
      expect((await run('verify', place, ['--head', kept])).code).toBe(0);

      expect((await run('verify', earlier)).code).toBe(0);
      const keys = ['--keys', join(place.dataFolder, 'keys/ledger-public.jwks')];
      for (const given of [kept, head.jws, `${head.seq}:${head.hash.slice(0, 16)}`]) {
        const said = await run('verify', earlier, ['--head', given, ...keys]);
        expect(said.err).toMatch(/^Entries 41 to 50 are missing: the records end before a head/);
        expect(said.code).toBe(1);
      }
      // Rolled back and gone on with: as many entries, and others.
      await withInstallation(earlier, (installation) => moreRecords(installation, 12));
      const said = await run('verify', earlier, ['--head', kept, ...keys]);
      expect(said.err).toMatch(/^Somewhere from entry 41 to 50 the history was written anew/);
    },
    wait,
  );

  test(
    'believes no head that another key signed',
    async ({ skip }) => {
      const [place, other] = [await aPlace(kind), await aPlace(kind)];
      if (!place || !other) return skip();
      await someRecords(place);
      const { jws } = await someRecords(other);
      const said = await run('verify', place, ['--head', jws]);
      expect([said.code, said.err]).toEqual([1, expect.stringMatching(/names the key .* not among the public keys/)]);
      const [header, , signature] = jws.split('.');
      const { keyId, jws: own } = await headOf(place);
      const forged = [own.split('.')[0], own.split('.')[1], signature].join('.');
      expect(header).not.toBe(own.split('.')[0]);
      const refused = await run('verify', place, ['--head', forged]);
      expect(refused.err).toContain(`not what was signed with the key ${keyId}`);
      expect(refused.code).toBe(1);
    },
    wait,
  );
});

/** The database as it stands, in another place, with the keys of the first. */
async function copyOf(place: DatabasePlace): Promise<DatabasePlace> {
  const copy = await aPlace(place.kind, place);
  if (!copy) throw new Error('What was made once can be made again.');
  cpSync(place.dataFolder, copy.dataFolder, { recursive: true });
  return copy;
}

describe('npm run verify', () => {
  test(
    'looks at a database while its server writes, and changes nothing in it',
    async () => {
      const place = await theSqlite();
      await someRecords(place);
      await withInstallation(place, async (installation) => {
        let looking = true;
        const writing = (async () => {
          while (looking) {
            await moreRecords(installation, 5);
            await new Promise((done) => setTimeout(done, 5));
          }
        })();
        expect(await run('verify', place)).toMatchObject({ code: 0, err: '' });
        looking = false;
        await writing;
      });
    },
    wait,
  );

  test(
    'verifies an export alone, with texts and without, and finds what was done to the file',
    async () => {
      const place = await theSqlite();
      await someRecords(place);
      const inFolder = (name: string) => join(place.dataFolder, name);
      const [whole, bare, keys] = [inFolder('whole'), inFolder('bare'), inFolder('keys/ledger-public.jwks')];
      expect((await run('export', place, [whole])).code).toBe(0);
      expect((await run('export', place, [bare, '--without-payloads'])).code).toBe(0);
      expect(readFileSync(bare, 'utf8')).not.toContain('chief');
      for (const file of [whole, bare]) {
        const said = await run('verify', null, ['--export', file, '--keys', keys]);
        expect(said).toMatchObject({ code: 0, err: '' });
        expect(said.out).toContain('40 entries');
        expect(said.out).toContain('Heads that hold: 1 beside');
      }
      const lines = readFileSync(whole, 'utf8').trimEnd().split('\n');
      const tampered = async (how: (lines: string[]) => string[]) => {
        writeFileSync(inFolder('tampered'), `${how([...lines]).join('\n')}\n`);
        return run('verify', null, ['--export', inFolder('tampered')]);
      };
      const at = lines.findIndex((line) => line.includes('"seq":20,'));
      expect((await tampered((all) => all.with(at, all[at]?.replace('chief', 'thief') ?? ''))).err).toMatch(
        /^The text of entry 20 was edited/,
      );
      expect((await tampered((all) => all.toSpliced(at, 1))).err).toMatch(/^Entries 20 to 20 were deleted/);
      expect((await tampered((all) => all.slice(0, at))).err).toMatch(/^Entries 20 to 40 were cut off/);
      expect((await tampered((all) => all.with(at, '{"half":'))).err).toMatch(
        `Line ${at + 1} of the export cannot be read`,
      );
    },
    wait,
  );

  test(
    'says in Spanish what it says in English, and in one sentence why it cannot look',
    async () => {
      const place = await theSqlite();
      await someRecords(place);
      await bySql(
        place,
        statements('DROP TRIGGER ledger_entry_refuses_delete', 'DELETE FROM ledger_entry WHERE seq = 7'),
      );
      const said = await run('verify', place, [], { LANG: 'es_US.UTF-8' });
      expect([said.code, said.err]).toEqual([1, expect.stringMatching(/^Se borraron los asientos 7 a 7\./)]);
      const nowhere = await run('verify', { kind: 'sqlite', dataFolder: join(place.dataFolder, 'none') });
      expect([nowhere.code, nowhere.err]).toEqual([
        2,
        expect.stringMatching(/^There are no records in .*muster\.db\./),
      ]);
      const older = await theSqlite();
      await migrateTo(older, '2026-11-22-words-and-papers');
      const early = await run('verify', older);
      expect([early.code, early.err]).toEqual([2, expect.stringContaining('Start this version once')]);
      const address = 'postgres://muster:secret@127.0.0.1:1/none';
      const away = await run('verify', { kind: 'postgres', address, dataFolder: place.dataFolder });
      expect([away.code, away.err]).toEqual([2, expect.stringMatching(/^The database at 127\.0\.0\.1:1\/none cannot/)]);
      const noExport = await run('verify', null, ['--export', join(place.dataFolder, 'keys/ledger-public.jwks')]);
      expect([noExport.code, noExport.err]).toEqual([2, expect.stringContaining('is no export of Muster')]);
      expect((await run('verify', place, ['--hed', 'x'])).code).toBe(2);
      expect((await run('verify', place, ['--head', 'nothing signed'])).err).toContain(
        '“nothing signed” holds no head',
      );
    },
    wait,
  );
});

async function theSqlite(): Promise<DatabasePlace> {
  const place = await aPlace('sqlite');
  if (!place) throw new Error('SQLite is part of Node.');
  return place;
}
