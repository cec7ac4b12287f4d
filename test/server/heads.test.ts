import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { calculateJwkThumbprint, compactVerify, importJWK, type JWK } from 'jose';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/ledger/canonical-json.ts';
import type { RollCallView } from '#domain/roll-call/roll-call.ts';
import { readConfig } from '#server/config.ts';
import type { DatabasePlace } from '#server/db/place.ts';
import { type Installation, openInstallation } from '#server/installation.ts';
import { keyFileIn } from '#server/ledger/keys.ts';
import { rotateKey, signIfDayPassed } from '#server/ledger/proof.ts';
import { aPlace, headOf, moreRecords, someRecords, withInstallation } from '#test/support/a-place.ts';
import { anAgency, day, holdRollCall, hour, monday } from '#test/support/an-agency.ts';

async function theSqlite(): Promise<DatabasePlace> {
  const place = await aPlace('sqlite');
  if (!place) throw new Error('SQLite is part of Node.');
  return place;
}
const headsOf = ({ db }: Pick<Installation, 'db'>) =>
  db.selectFrom('ledger_head').select(['seq', 'reason', 'key_id', 'subject', 'jws']).orderBy('seq').execute();
const publicKeysOf = (place: DatabasePlace) =>
  (JSON.parse(readFileSync(join(place.dataFolder, 'keys/ledger-public.jwks'), 'utf8')) as { keys: JWK[] }).keys;

describe('a signed head', () => {
  test('is in the answer that closes a roll call, for the sheet, and stays the same when it is looked at again', async () => {
    const agency = await anAgency();
    const sergeant = await agency.as('north-sergeant');
    const { id, closed } = await holdRollCall(agency, sergeant, 'north-squad', ['north-officer']);
    const { head } = closed.body as unknown as RollCallView;
    const last = await agency.installation.db
      .selectFrom('ledger_entry')
      .select(['seq', 'hash'])
      .orderBy('seq', 'desc')
      .executeTakeFirst();
    expect(head).toMatchObject(last ?? {});
    expect((await sergeant.get<RollCallView>(`/api/roll-calls/${id}`)).body.head).toEqual(head);

    const { jwk } = await agency.installation.db.selectFrom('ledger_key').select('jwk').executeTakeFirstOrThrow();
    const key = JSON.parse(jwk) as JWK;
    expect(await calculateJwkThumbprint(key)).toBe(head?.keyId);
    const { payload, protectedHeader } = await compactVerify(head?.jws ?? '', await importJWK(key, 'EdDSA'));
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: head?.keyId });
    const said = { agency: 'agency', chain: 'main', ...last, at: head?.at, reason: 'roll-call.closed' };
    expect(Buffer.from(payload).toString()).toBe(canonicalJson(said));
    expect(await headsOf(agency.installation)).toMatchObject([{ reason: 'roll-call.closed', subject: id }]);
  });

  test('is none while the roll call is open', async () => {
    const agency = await anAgency();
    const sergeant = await agency.as('north-sergeant');
    const id = crypto.randomUUID();
    const opened = await sergeant.post<RollCallView>('/api/roll-calls', { id, unitId: 'north-squad' });
    expect(opened.body.head).toBeNull();
  });

  test('is signed once a day when there is anything new, and when the server ends', async () => {
    const place = await theSqlite();
    await someRecords(place);
    let at = monday;
    await withInstallation(
      place,
      async (installation) => {
        expect(await headsOf(installation)).toMatchObject([{ seq: 40, reason: 'stop' }]);
        at += 25 * hour;
        await signIfDayPassed(installation);
        expect(await headsOf(installation)).toHaveLength(1);
        await moreRecords(installation, 3);
        await signIfDayPassed(installation);
        await moreRecords(installation, 3);
        at += 23 * hour;
        await signIfDayPassed(installation);
        expect(await headsOf(installation)).toMatchObject([{ seq: 40 }, { seq: 43, reason: 'day' }]);
        at += day;
      },
      () => at,
    );
    expect(await headOf(place)).toMatchObject({ seq: 46, at: new Date(at).toISOString() });
  });

  test('goes into the log as the program keeps it by itself, once it is committed, without anybody’s name', async () => {
    const place = await theSqlite();
    const lines: string[] = [];
    const log = pino({ level: readConfig({}, '/').logLevel }, { write: (line) => void lines.push(line) });
    await someRecords(place);
    const opened = await openInstallation(place, () => monday, { log });
    if (!opened.ok) throw new Error(opened.error.code);
    await moreRecords(opened.value.installation, 1);
    await opened.value.close();
    const { seq, hash, keyId, jws } = await headOf(place);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ seq, hash, keyId, jws, msg: 'ledger head signed' }),
    ]);
  });
});

describe('the key that signs heads', () => {
  test('is made at the first start, for its owner only, with the public half beside it', async () => {
    const place = await theSqlite();
    const { keyId } = await someRecords(place);
    const file = keyFileIn(place.dataFolder);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(place.dataFolder, 'keys')).mode & 0o777).toBe(0o700);
    expect(publicKeysOf(place)).toEqual([expect.objectContaining({ kid: keyId, crv: 'Ed25519' })]);
    expect(publicKeysOf(place)[0]).not.toHaveProperty('d');
    await withInstallation(place, (installation) => moreRecords(installation, 1));
    expect((await headOf(place)).keyId).toBe(keyId);
  });

  test('may lie in another file', async () => {
    const [place, elsewhere] = [await theSqlite(), await theSqlite()];
    const ledgerKeyFile = join(elsewhere.dataFolder, 'deep/key.jwk');
    const opened = await openInstallation(place, () => monday, { ledgerKeyFile });
    if (opened.ok) await opened.value.close();
    expect(existsSync(ledgerKeyFile)).toBe(true);
    expect(existsSync(keyFileIn(place.dataFolder))).toBe(false);
  });

  test('when it is lost, is made anew, which the ledger says; earlier heads still hold by the public keys', async () => {
    const place = await theSqlite();
    const before = await someRecords(place);
    rmSync(join(place.dataFolder, 'keys'), { recursive: true });
    await withInstallation(place, async ({ db }) => {
      const entry = await db
        .selectFrom('ledger_entry as entry')
        .innerJoin('ledger_payload as payload', 'payload.seq', 'entry.seq')
        .select(['kind', 'text'])
        .orderBy('entry.seq', 'desc')
        .executeTakeFirstOrThrow();
      expect(entry.kind).toBe('ledger.key-made');
      const { payload } = JSON.parse(entry.text);
      expect(payload).toEqual({ keyId: expect.any(String), because: 'not-found', known: [before.keyId] });
      expect(await db.selectFrom('ledger_key').select('key_id').execute()).toHaveLength(2);
    });
    expect((await headOf(place)).keyId).not.toBe(before.keyId);
  });

  test('is changed on demand: the old one signs a last head, the new one the entry that says so', async () => {
    const place = await theSqlite();
    const before = await someRecords(place);
    const keyFile = keyFileIn(place.dataFolder);
    await withInstallation(place, async (installation) => {
      await moreRecords(installation, 1);
      const keys = await rotateKey(installation, { keyFile, log: undefined });
      expect(keys.before).toBe(before.keyId);
      expect(await headsOf(installation)).toMatchObject([
        { seq: 40, key_id: keys.before },
        { seq: 41, key_id: keys.before, reason: 'key.rotated' },
        { seq: 42, key_id: keys.now, reason: 'key.rotated' },
      ]);
      expect(readFileSync(keyFile, 'utf8')).not.toContain(publicKeysOf(place)[0]?.x);
      expect(publicKeysOf(place).map(({ kid }) => kid)).toEqual([keys.before, keys.now]);
    });
  });
});
