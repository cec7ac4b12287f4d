import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { localDate } from '#domain/completion/window.ts';
import type { DatabasePlace } from '#server/db/place.ts';
import { adoptCourse, foundAgency } from '#server/founding.ts';
import { run } from '#test/support/a-command-line.ts';
import { aPlace, bySql, withInstallation } from '#test/support/a-place.ts';
import { day, shortPack, smallRoster } from '#test/support/an-agency.ts';

/** Each command is a process of its own. */
const wait = 240_000;
const before = localDate(Date.now() - 4 * 365 * day, 'UTC');
const why = ['--by', '3', '--reason', 'The schedule of the agency'];

/** Two officers opened the training five years ago, one of them today as well. */
async function oldRecords(place: DatabasePlace): Promise<void> {
  const [now, then] = [Date.now(), Date.now() - 5 * 365 * day];
  await withInstallation(
    place,
    async (installation) => {
      await foundAgency(installation, { name: 'Small Town Police', demo: false, timeZone: 'UTC' }, then);
      await installation.ledger.write(async ({ append }) => {
        await append({ kind: 'roster.loaded', at: then, by: null, payload: smallRoster });
      });
      await adoptCourse(installation, shortPack, { at: then });
      for (const [at, officerId] of [
        [then, 'north-officer'],
        [then, 'north-second'],
        [now, 'north-second'],
      ] as const) {
        const { editionHash } = shortPack;
        const common = { id: `${officerId} ${at}`, editionHash, deviceAt: new Date(at).toISOString() };
        const item = { kind: 'opened', ...common, language: 'en' } as const;
        await installation.ledger.write(({ append }) =>
          append({ kind: 'training.opened', at, by: officerId, payload: { subject: officerId, item } }),
        );
      }
    },
    Date.now,
  );
}

test.each(['sqlite', 'postgres'] as const)(
  'records are looked at, held, released and purged at the terminal; verify tells it, of an export alone too (%s)',
  async (kind) => {
    const place = await aPlace(kind);
    if (!place) return;
    await oldRecords(place);
    const retention = (...args: string[]) => run('retention', place, [...args, ...why]);
    const purge = ['purge', '--before', before];
    const looked = await retention(...purge);
    expect(looked).toMatchObject({ code: 0, err: '' });
    expect(looked.out).toMatch(
      /1 officer whose records would be purged.*\n {2}Name of north-officer, badge 12 .*1 text/,
    );
    expect(looked.out).toMatch(/1 officer with something on record.*\n {2}Name of north-second.*2 texts/);
    expect((await retention('hold', '12', '--record')).out).toMatch(
      /Name of north-officer.* held from now on; receipt/,
    );
    expect((await retention(...purge, '--record')).out).toMatch(
      /Nobody .*\n1 officer whose records are held.*\n.*badge 12/,
    );
    expect((await retention('release', '12', '--record')).out).toContain('held no longer; receipt');
    expect((await run('verify', place)).out).not.toContain('purged');

    const purged = await retention(...purge, '--record');
    expect(purged).toMatchObject({ code: 0, err: '' });
    const [, seq] = /signed at (\d+)/.exec(purged.out) ?? [];
    const file = join(place.dataFolder, 'export');
    expect((await run('export', place, [file])).code).toBe(0);
    for (const args of [[], ['--export', file]]) {
      const verified = await run('verify', place, args);
      expect(verified).toMatchObject({ code: 0, err: '' });
      expect(verified.out).toContain(`1 text was purged, as recorded in entries ${seq}.`);
    }
    expect(await run('rebuild', place, ['--check'])).toMatchObject({ code: 0, err: '' });

    await bySql(place, (db) => sql`DELETE FROM ledger_payload WHERE seq = 2`.execute(db));
    expect((await run('export', place, [`${file}-2`])).code).toBe(0);
    expect((await run('export', place, [`${file}-3`, '--without-payloads'])).code).toBe(0);
    for (const args of [[], ['--export', `${file}-2`]]) {
      const found = await run('verify', place, args, { LANG: 'es_US.UTF-8' });
      expect([found.code, found.err]).toEqual([1, expect.stringMatching(/^Ya no están los textos .* 2 a 2,/)]);
    }
    expect((await run('verify', null, ['--export', `${file}-3`])).code).toBe(0);
    expect(await run('rebuild', place)).toMatchObject({ code: 2, err: expect.stringContaining('first: entry 2') });
  },
  wait,
);

test(
  'nothing is recorded too soon, without a reason, by somebody who may not, of nobody, or while the server runs',
  async () => {
    const place = await aPlace('sqlite');
    if (!place) throw new Error('SQLite is part of Node.');
    await oldRecords(place);
    const today = localDate(Date.now(), 'UTC');
    const refusals: [string[], RegExp][] = [
      [['purge', '--before', today, ...why], /at least three years/],
      [['purge', '--before', '2020-02-31', ...why], /“.*2020-02-31.*” is no day/],
      [['purge', '--before', before, '--by', '3'], /^Say why/],
      [['purge', '--before', before, ...why.with(1, '1')], /may not hold or purge/],
      [['purge', '--before', before, ...why.with(1, '404')], /wears badge 404/],
      [['hold', '404', ...why], /with badge 404/],
      [['release', '12', ...why], /not held/],
      [['purge', ...why], /^Usage: /],
    ];
    for (const [args, sentence] of refusals) {
      const refused = await run('retention', place, [...args, '--record']);
      expect(refused).toMatchObject({ code: 2, out: '', err: expect.stringMatching(sentence) });
    }
    await withInstallation(place, async () => {
      const args = ['purge', '--before', before, ...why];
      expect(await run('retention', place, args)).toMatchObject({ code: 0, err: '' });
      const refused = await run('retention', place, [...args, '--record']);
      expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('Another Muster') });
    });
    expect((await run('verify', place)).out).not.toContain('purged');
  },
  wait,
);
