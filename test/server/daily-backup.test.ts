import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUpIfDayPassed, lastBackup, noBackups } from '#server/backup/daily.ts';
import { run } from '#test/support/a-command-line.ts';
import { aPlace, someRecords } from '#test/support/a-place.ts';
import { day, hour, monday } from '#test/support/an-agency.ts';

test('once a day everything is backed up, beside the writing, and the oldest of so many goes', async () => {
  const place = await aPlace('sqlite');
  if (!place) throw new Error('SQLite is part of Node.');
  await someRecords(place);
  const folder = join(place.dataFolder, 'backups');
  const choice = { folder, kept: 3 };
  expect(lastBackup(folder)).toBeNull();
  for (let days = 0; days < 5; days += 1) {
    expect(await backUpIfDayPassed(place, choice, monday + days * day)).not.toBeNull();
    expect(await backUpIfDayPassed(place, choice, monday + days * day + 23 * hour)).toBeNull();
    if (days === 0) writeFileSync(join(folder, 'before-something.ndjson.gz'), 'somebody else’s');
  }
  expect(readdirSync(folder).sort()).toEqual([
    'before-something.ndjson.gz',
    'daily-2026-11-25T12-00-00Z.ndjson.gz',
    'daily-2026-11-26T12-00-00Z.ndjson.gz',
    'daily-2026-11-27T12-00-00Z.ndjson.gz',
  ]);
  expect(lastBackup(folder)).toBe('2026-11-27T12:00:00Z');
  expect(await backUpIfDayPassed(place, noBackups, monday)).toBeNull();
});

test.each(['sqlite', 'postgres'] as const)(
  'npm run restore -- FILE --rehearse restores, verifies and leaves nothing (%s)',
  async (kind) => {
    const place = await aPlace(kind);
    if (!place) return;
    await someRecords(place);
    const file = join(place.dataFolder, 'kept.ndjson.gz');
    expect((await run('backup', place, [file])).code).toBe(0);
    const before = readdirSync(place.dataFolder).sort();
    const said = await run('restore', place, [file, '--rehearse']);
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.out).toMatch(/^Rehearsed: the backup of 20/);
    expect(readdirSync(place.dataFolder).sort()).toEqual(before);
    writeFileSync(file, 'cut off');
    expect(await run('restore', place, [file, '--rehearse'])).toMatchObject({ code: 2, out: '' });
    expect(existsSync(file)).toBe(true);
  },
);
