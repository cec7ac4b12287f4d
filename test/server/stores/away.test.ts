import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { storageFailure } from '#server/db/failure.ts';
import { aPostgres } from '#test/support/a-postgres.ts';
import { anAgency, anItem, send } from '#test/support/an-agency.ts';
import { onPostgres } from '#test/support/tested-place.ts';

test.runIf(onPostgres)(
  'while PostgreSQL is away nothing is receipted; five seconds after its return everything goes on',
  async () => {
    const server = await aPostgres({ durable: false });
    if (!server) return;
    onTestFinished(() => server.remove());
    const dataFolder = mkdtempSync(join(tmpdir(), 'muster-away-'));
    onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
    const agency = await anAgency({ place: { kind: 'postgres', address: server.address(), dataFolder } });
    const officer = await agency.as('north-officer');
    expect((await send(officer, anItem('opened'))).status).toBe(200);

    // In the middle of many: some are receipted before, none without being kept.
    const items = Array.from({ length: 60 }, () => anItem('opened'));
    const under = Promise.all(items.map((item) => send(officer, item)));
    await server.stop('immediate');
    const answers = await under;
    expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 503)).toEqual([]);
    const away = await send(officer, anItem('opened'));
    expect([away.status, away.body, away.headers.get('Retry-After')]).toMatchObject([
      503,
      { code: 'storage.away' },
      '2',
    ]);
    expect((await officer.get('/api/training')).status).toBe(503);

    await server.start();
    const back = performance.now();
    await expect.poll(async () => (await send(officer, anItem('opened'))).status, { timeout: 5_000 }).toBe(200);
    expect(performance.now() - back).toBeLessThan(5_000);
    const kept = await agency.installation.db.selectFrom('receipt').select('item_id').execute();
    const ids = new Set(kept.map(({ item_id }) => item_id));
    const receipted = items.filter((_, index) => answers[index]?.status === 200);
    expect(receipted.filter(({ id }) => !ids.has(id))).toEqual([]);
    // The same again is what a device does: each is taken once.
    const again = await Promise.all(items.map((item) => send(officer, item)));
    expect(new Set(again.map(({ status }) => status))).toEqual(new Set([200]));
  },
  60_000,
);

test.each([
  [Object.assign(new Error('no space'), { code: 'ENOSPC' }), 'full'],
  [Object.assign(new Error('disk full'), { code: '53100' }), 'full'],
  [Object.assign(new Error('full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 }), 'full'],
  [Object.assign(new Error('locked'), { code: 'ERR_SQLITE_ERROR', errcode: 5 }), 'busy'],
  [Object.assign(new Error('busy snapshot'), { code: 'ERR_SQLITE_ERROR', errcode: 517 }), 'busy'],
  [Object.assign(new Error('shutting down'), { code: '57P01' }), 'away'],
  [Object.assign(new Error('lost'), { code: '08006' }), 'away'],
  [new Error('Connection terminated unexpectedly'), 'away'],
  [new AggregateError([Object.assign(new Error('no'), { code: 'ECONNREFUSED' })]), 'away'],
  [new Error('wrapped', { cause: Object.assign(new Error('no'), { code: 'ECONNRESET' }) }), 'away'],
  [Object.assign(new Error('duplicate'), { code: '23505' }), null],
  [Object.assign(new Error('constraint'), { code: 'ERR_SQLITE_ERROR', errcode: 1555 }), null],
  ['no error at all', null],
])('%s is a failure of storage: %s', (error, failure) => {
  expect(storageFailure(error)).toBe(failure);
});
