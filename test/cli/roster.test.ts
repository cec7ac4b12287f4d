import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { foundAgency } from '#server/founding.ts';
import { openInstallation } from '#server/installation.ts';
import { readRoster } from '#server/roster/import-prepare.ts';
import { aCommand } from '#test/support/a-command.ts';

let data = '';
const open = async () => {
  const opened = await openInstallation({ kind: 'sqlite', dataFolder: data }, Date.now);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'muster-roster-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const { installation, close } = await open();
  await foundAgency(installation, { name: 'Small Town Police', demo: false, timeZone: 'UTC' });
  const officer = {
    id: 'ann',
    badge: '7',
    name: 'Ann Lee',
    rank: 'Officer',
    unitId: 'police',
    duty: 'on-duty' as const,
  };
  const units = [{ id: 'police', parentId: null, name: 'Small Town Police' }];
  await installation.ledger.write(({ append }) =>
    append({ kind: 'roster.loaded', at: Date.now(), by: null, payload: { units, officers: [officer], grants: [] } }),
  );
  await close();
});

const run = (file: string, ...options: string[]) =>
  aCommand('roster.ts', 'import', file, '--data', data, ...options).ended;
function aFile(...lines: string[]): string {
  const file = join(data, 'list.csv');
  writeFileSync(file, lines.join('\n'));
  return file;
}
const officers = async () => {
  const { installation, close } = await open();
  const { officers: all } = await readRoster({ tx: installation.db, agencyId: installation.agencyId }, '2026-11-23');
  await close();
  return all.map(({ badge, name, deactivatedAt }) => [badge, name, deactivatedAt === null]);
};

test('a list is looked at without changing anything, and imported with --apply', async () => {
  const file = aFile('Placa;Nombre;Situación', '7;Ann Lee;licencia', '8;D’Angelo Núñez;', '9;Bo Day;luna');
  const looked = await run(file);
  expect(looked).toMatchObject({ code: 1, err: '' });
  expect(looked.out).toMatch(/1 officer is new:\n.*D’Angelo Núñez/);
  expect(looked.out).toMatch(/row 4: Situación: unknown duty status/);
  expect(await officers()).toEqual([['7', 'Ann Lee', true]]);

  const failed = join(data, 'failed.csv');
  const applied = await run(file, '--apply', '--failed', failed);
  expect(applied.out).toMatch(/Imported\. 2 officers changed in all; receipt (\w{4}-?){4}/);
  expect(readFileSync(failed, 'utf8')).toContain('"4","unknown-duty (Situación: luna)","9","Bo Day","luna"');
  expect((await run(file)).out).toContain('The file changes nothing.');
  expect(await officers()).toHaveLength(2);
});

test('a badge that somebody else wears is asked about; columns and the whole roster are said on the line', async () => {
  const file = aFile('Plate,Who', '7,Grace Hall');
  const map = ['--map', 'badge=Plate,name=Who'];
  expect((await run(file)).out).toContain('Which column holds the badge?');
  const asked = await run(file, ...map, '--whole', '--apply');
  expect(asked).toMatchObject({ code: 2 });
  expect(asked.out).toMatch(/is .*Grace Hall.*, badge .*7.*, the same person as .*Ann Lee/);
  const answered = await run(file, ...map, '--whole', '--apply', '--another', '7');
  expect(answered).toMatchObject({ code: 0, err: '' });
  expect((await officers()).sort()).toEqual([
    ['7', 'Ann Lee', false],
    ['7', 'Grace Hall', true],
  ]);
});

test('while the server runs, looking is possible and changing is told where', async () => {
  const { close } = await open();
  onTestFinished(close);
  const file = aFile('Badge,Name', '8,Bo Day');
  expect(await run(file)).toMatchObject({ code: 0 });
  const applied = await run(file, '--apply');
  expect(applied.code).toBe(2);
  expect(applied.err).toContain('/admin/roster');
});

test('a file that is none, and a word that is none, are one sentence each', async () => {
  expect(await run(join(data, 'nothing.csv'))).toMatchObject({ code: 2, err: expect.stringContaining('ENOENT') });
  expect((await run(aFile('%PDF-1.7'))).err).toMatch(/^This file is no table\..*\n$/);
  expect((await run(aFile('Badge,Name'), '--what')).err).toMatch(/^Usage: /);
  expect(existsSync(join(data, 'failed.csv'))).toBe(false);
});
