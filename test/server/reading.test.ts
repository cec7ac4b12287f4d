import { resolve } from 'node:path';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { UnitReport } from '#domain/completion/report.ts';
import type { Actor } from '#domain/roster/permission.ts';
import { createApp } from '#server/app.ts';
import { storageFailure } from '#server/db/failure.ts';
import type { Db } from '#server/db/open.ts';
import type { DatabasePlace } from '#server/db/place.ts';
import { openReadOnly } from '#server/db/read-only.ts';
import { adoptCourse } from '#server/founding.ts';
import { openReader, type ReaderChoice } from '#server/reading/reader.ts';
import { someRecords } from '#test/support/a-place.ts';
import { anAgency, anItem, minute, monday, send, shortMedia, shortPack } from '#test/support/an-agency.ts';
import { testedPlace } from '#test/support/tested-place.ts';

const actorOf = (officerId: string, grants: Actor['grants'] = []) => ({
  agencyId: 'agency',
  actor: { officerId, proof: 'password' as const, grants },
});
const chief = actorOf('chief', [{ role: 'commander', unitId: 'police' }]);

function aReader(place: DatabasePlace, choice: ReaderChoice = {}) {
  const reader = openReader(place, () => monday, choice);
  onTestFinished(() => reader.close());
  return reader;
}

/** The main thread's connection, with a note of every table that is read on it. */
function watched(db: Db, tables: Set<string>): Db {
  return new Proxy(db, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        if (key === 'selectFrom') tables.add(String(given[0]));
        return value.apply(target, given);
      };
    },
  });
}

describe('what is read for reports and own records', () => {
  test('is read on another connection, whichever route asks; on the main one only who asks', async () => {
    const agency = await anAgency();
    const tables = new Set<string>();
    const installation = { ...agency.installation, db: watched(agency.installation.db, tables) };
    const folders = { app: agency.place.dataFolder, public: resolve('public'), media: shortMedia };
    const app = createApp(installation, {
      trustProxy: false,
      pack: shortPack,
      folders,
      log: pino({ level: 'silent' }),
    });
    const [trainer, sergeant, administrator] = [
      await agency.as('trainer'),
      await agency.as('north-sergeant'),
      await agency.as('administrator'),
    ];
    const whoAsks = (path: string) =>
      path === '/api/roster/people' ? administrator : path.includes('north-squad') ? sergeant : trainer;
    tables.clear();
    const lists = ['/api/training/record', '/api/credits', '/api/roster/people', '/api/roster/units/:unitId/people'];
    const isReading = (path: string) =>
      path.startsWith('/api/reports/') || path.includes('/owes') || lists.includes(path);
    const paths = [...new Set(app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path))];
    const asked = paths
      .filter(isReading)
      .map((path) => path.replace(/:unitId\{.*\}/, 'police.csv'))
      .map((path) => path.replace(':unitId', path.startsWith('/api/reports/') ? 'police' : 'north-squad'))
      .map((path) => path.replace(':officerId', 'north-officer'));
    expect(asked.length).toBeGreaterThanOrEqual(13);
    for (const path of asked) {
      const answer = await app.request(`http://muster.test${path}`, {
        headers: { Host: 'muster.test', cookie: whoAsks(path).cookie },
      });
      expect([path, answer.status]).toEqual([path, 200]);
    }
    expect([...tables].sort()).toEqual(['session']);
  });

  test('is the newest that was committed, time after time', async () => {
    const agency = await anAgency();
    const commander = await agency.as('chief');
    const people = ['north-officer', 'north-second', 'south-officer', 'south-sergeant'];
    for (const [index, officerId] of people.entries()) {
      await send(await agency.as(officerId, 'pin'), anItem('opened'));
      const { body } = await commander.get<UnitReport>('/api/reports/units/mine');
      expect(body.unit.counts.onTheWay).toBe(index + 1);
    }
  });

  test('knows an edition that was adopted after the thread began', async () => {
    const agency = await anAgency();
    const commander = await agency.as('chief');
    expect((await commander.get('/api/reports/units/mine')).status).toBe(200);
    agency.clock.pass(minute);
    await adoptCourse(agency.installation, { ...shortPack, editionHash: 'e'.repeat(64) });
    expect((await commander.get('/api/reports/units/mine')).status).toBe(200);
  });

  test('is refused to who may not see it', async () => {
    const place = await testedPlace();
    await someRecords(place, 1);
    const reader = aReader(place);
    for (const name of ['unit', 'unitCsv', 'officers', 'officersCsv'] as const) {
      const answer = await reader.read(name, actorOf('north-officer'), { unitId: 'police' });
      expect([name, answer]).toMatchObject([name, { ok: false, error: { code: 'request.not-found' } }]);
    }
    for (const name of ['officer', 'path', 'watching'] as const) {
      const answer = await reader.read(name, actorOf('north-officer'), { officerId: 'north-second' });
      expect([name, answer]).toMatchObject([name, { ok: false, error: { code: 'request.not-found' } }]);
    }
    for (const name of ['reviews', 'reviewsCsv'] as const) {
      expect(await reader.read(name, actorOf('north-officer'))).toMatchObject({ ok: false, error: { status: 404 } });
    }
    expect(await reader.read('ownRecord', actorOf('nobody'))).toMatchObject({ ok: false, error: { status: 404 } });
    expect(await reader.read('unit', chief, { unitId: 'police' })).toMatchObject({ ok: true });
  });
});

describe('the connection of the reading thread', () => {
  test('reads and cannot write', async () => {
    const place = await testedPlace();
    await someRecords(place, 1);
    const db = await openReadOnly(place);
    onTestFinished(() => db.destroy());
    expect(await db.selectFrom('agency').select('name').execute()).toHaveLength(1);
    await expect(db.updateTable('agency').set({ name: 'Changed' }).execute()).rejects.toThrow(/read-?only/);
    await expect(db.deleteFrom('officer').execute()).rejects.toThrow(/read-?only/);
    expect(await db.selectFrom('agency').select('name').execute()).toEqual([{ name: 'Small Town Police' }]);
  });
});

describe('the reading thread', () => {
  test('that is lost refuses what it was reading for now, and another is begun', async () => {
    // Nothing to open yet: the thread ends as soon as it is begun.
    const place = await testedPlace({ empty: true });
    const reader = aReader(place);
    const early = reader.read('unit', chief, { unitId: 'police' });
    const second = reader.read('unit', chief, { unitId: 'police' });
    if (place.kind === 'sqlite') {
      expect(await early).toEqual({ ok: false, error: { code: 'reading.not-now', status: 503 } });
      expect(await second).toEqual({ ok: false, error: { code: 'reading.not-now', status: 503 } });
    } else {
      await expect(early).rejects.toThrow(/does not exist/);
      await expect(second).rejects.toThrow(/does not exist/);
    }
    await someRecords(place, 1);
    expect(await reader.read('unit', chief, { unitId: 'police' })).toMatchObject({ ok: true });
  });

  test('that takes too long refuses for now, and so what waits for it', async () => {
    const place = await testedPlace();
    await someRecords(place, 1);
    const reader = aReader(place, { patienceMilliseconds: 1 });
    const both = [
      reader.read('officers', chief, { unitId: 'police' }),
      reader.read('officers', chief, { unitId: 'police' }),
    ];
    const refused = { ok: false, error: { code: 'reading.not-now', status: 503 } };
    expect(await Promise.all(both)).toEqual([refused, refused]);
  });

  test('says that the database is away as the main thread does', async () => {
    const { dataFolder } = await testedPlace();
    const reader = aReader({ kind: 'postgres', address: 'postgres://127.0.0.1:1/nothing', dataFolder });
    const error = await reader.read('unit', chief, { unitId: 'police' }).catch((thrown: unknown) => thrown);
    expect(storageFailure(error)).toBe('away');
  });

  test('reads no more once it is closed, and is closed in the middle of a reading', async () => {
    const place = await testedPlace();
    await someRecords(place, 1);
    const reader = aReader(place);
    const under = reader.read('officers', chief, { unitId: 'police' });
    await reader.close();
    const refused = { ok: false, error: { code: 'reading.not-now', status: 503 } };
    expect(await under).toEqual(refused);
    expect(await reader.read('officers', chief, { unitId: 'police' })).toEqual(refused);
  });
});
