import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { localDate } from '#domain/completion/window.ts';
import { adoptCourse, foundAgency } from '#server/founding.ts';
import { openInstallation } from '#server/installation.ts';
import { run, type Said } from '#test/support/a-command-line.ts';
import { day, shortPack, smallRoster } from '#test/support/an-agency.ts';

/** Each look is a process of its own. */
const wait = 240_000;

let data = '';
const place = () => ({ kind: 'sqlite' as const, dataFolder: data });
const open = async () => {
  const opened = await openInstallation(place(), Date.now);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};
/** Yesterday, a day into the window. */
const yesterday = () => localDate(Date.now() - day, 'UTC');

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'muster-lms-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const { installation, close } = await open();
  const at = Date.now() - 2 * day;
  await foundAgency(installation, { name: 'Small Town Police', demo: false, timeZone: 'UTC' }, at);
  await installation.ledger.write(({ append }) =>
    append({ kind: 'roster.loaded', at, by: null, payload: smallRoster }),
  );
  await adoptCourse(installation, shortPack, { at });
  await close();
});

const importLms = (file: string, ...options: string[]): Promise<Said> => run('import-lms', place(), [file, ...options]);
const enEspanol = (file: string, ...options: string[]): Promise<Said> =>
  run('import-lms', place(), [file, ...options], { LANG: 'es_US.UTF-8' });
function aFile(content: string | Uint8Array, name = 'export.csv'): string {
  const file = join(data, name);
  writeFileSync(file, content);
  return file;
}
const completions = async () => {
  const { installation, close } = await open();
  const rows = await installation.db.selectFrom('completion').select(['officer_id', 'grade']).execute();
  await close();
  return rows.map((row) => [row.officer_id, row.grade]);
};
const anExport = () =>
  [
    'Learner ID,Learner Name,Completion Status,Score,Completion Date',
    `12,Name of north-officer,Passed,95,${yesterday()} 10:30`,
    `13,Grace Hall,Completed,,${yesterday()}`,
    `20,,In Progress,,`,
    `99,=cmd,Passed,,${yesterday()}`,
  ].join('\n');

test(
  'an export is looked at without recording anything, recorded with --record --by, and once only',
  async () => {
    const file = aFile(anExport());
    const looked = await importLms(file);
    expect(looked).toMatchObject({ code: 1, err: '' });
    expect(looked.out).toMatch(/export\.csv.*: 4 rows, SHA-256 [0-9a-f]{64}/);
    expect(looked.out).toMatch(/time of completion: .*Completion Date/);
    expect(looked.out).toContain(`For edition ${shortPack.editionHash.slice(0, 16)}, “${shortPack.text.en.title}”`);
    expect(looked.out).toMatch(
      /2 completions to record with evidence grade C, reported by an LMS:\n {2}row 2: .*Passed · 95/,
    );
    expect(looked.out).toMatch(/In 1 row the LMS has another name.*\n {2}row 3: .*north-second.*Grace Hall/);
    expect(looked.out).toMatch(
      /2 rows are refused:\n.*row 4, badge .*20.*In Progress.*\n.*row 5.*nobody on the roster/,
    );
    expect(looked.out).toMatch(/Nothing was recorded\. With --record --by BADGE/);
    expect(await completions()).toEqual([]);

    const sheet = join(data, 'refused.csv');
    const recorded = await importLms(file, '--record', '--by', '2', '--rows-refused', sheet);
    expect(recorded.out).toMatch(/Recorded\. 2 completions, grade C; receipt (\w{4}-?){4}/);
    expect(readFileSync(sheet, 'utf8')).toContain('"5","nobody on the roster wears this badge","99","\'=cmd"');
    expect(statSync(sheet).mode & 0o077).toBe(0);
    expect((await completions()).sort()).toEqual([
      ['north-officer', 'C'],
      ['north-second', 'C'],
    ]);

    const again = await importLms(file, '--record', '--by', '2');
    expect(again.out).toMatch(/2 have completed this edition already.*\n.*row 2.*grade C/);
    expect(again.out).toContain('nothing was recorded');
    expect(await completions()).toHaveLength(2);
    for (const args of [['rebuild', '--check'], ['verify']] as const) {
      const [command, ...options] = args;
      expect(await run(command, place(), options)).toMatchObject({ code: 0, err: '' });
    }
  },
  wait,
);

test(
  'says all of it in Spanish too',
  async () => {
    const file = aFile(
      ['Placa;Estado;Fecha de finalización', `12;Aprobado;${yesterday()}`, `13;Reprobado;${yesterday()}`].join('\n'),
    );
    const looked = await enEspanol(file);
    expect(looked.out).toMatch(
      /1 capacitación completada por registrar con evidencia de grado C, reportada por un LMS/,
    );
    expect(looked.out).toMatch(/fila 3, placa .*13.*: sin aprobar: el LMS dice «.*Reprobado/);
    expect((await enEspanol(file, '--record')).err).toContain('Indique quién importa');
    expect((await enEspanol(aFile('PK\u0003\u0004'))).err).toContain('Es un archivo zip o de Excel');
  },
  wait,
);

describe('nothing is recorded', () => {
  test(
    'without who imports, by a badge that nobody wears, or by one that may not',
    async () => {
      const file = aFile(anExport());
      expect(await importLms(file, '--record')).toMatchObject({ code: 2, err: expect.stringContaining('--by') });
      expect((await importLms(file, '--record', '--by', '404')).err).toContain('404');
      const refused = await importLms(file, '--record', '--by', '1');
      expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('may not import completions') });
      expect(await completions()).toEqual([]);
    },
    wait,
  );

  test(
    'while the server runs; looking is possible',
    async () => {
      const { close } = await open();
      onTestFinished(close);
      const file = aFile(anExport());
      expect(await importLms(file)).toMatchObject({ code: 1, err: '' });
      const recorded = await importLms(file, '--record', '--by', '2');
      expect(recorded).toMatchObject({ code: 2, err: expect.stringContaining('only it may change them') });
    },
    wait,
  );

  test(
    'from a file that is none, each in one sentence',
    async () => {
      const large = aFile('');
      truncateSync(large, 50 * 1024 * 1024);
      expect((await importLms(large)).err).toContain('larger than any list of completions');
      const faults: [string | Uint8Array, RegExp][] = [
        ['', /nothing in this file/],
        ['PK\u0003\u0004', /zip or Excel file/],
        [new Uint8Array(300), /no text/],
        ['<html>', /web page/],
        ['Badge^Status^When\n12^Passed^x', /one column only/],
        ['Badge,Status,When\n12,Passed,x', /No column holds this: time of completion.*\nThe headings are: .*Badge/s],
        ['Badge,Shield,Status,Completed on\n12,12,Passed,x', /Several columns .*badge\. They are .*Shield \(2\)/],
        ['Badge,Status,Completed on\n12,Passed,25/11/2026', /Row 2 says .*25\/11\/2026.*--day-first/s],
        ['Badge,Status,Completed on,Course\n12,Passed,,A\n13,Passed,,B', /several courses: .*A; B/],
      ];
      for (const [content, sentence] of faults) {
        const said = await importLms(aFile(content), '--record', '--by', '2');
        expect(said).toMatchObject({ code: 2, out: '', err: expect.stringMatching(sentence) });
      }
      const file = aFile(anExport());
      expect((await importLms(file, '--edition', 'abcdef0123')).err).toContain(shortPack.editionHash.slice(0, 16));
      expect((await importLms(file, '--columns', 'badge=Plate')).err).toMatch(/no column “.*Plate.*”/);
      expect((await importLms(file, '--columns', 'plate=Badge')).err).toMatch(/^Usage: /);
      expect((await importLms(file, '--edition', 'abc')).err).toMatch(/^Usage: /);
      expect((await importLms(file, '--rows-refused', file)).err).toContain('over the export itself');
      expect((await importLms(join(data, 'nothing.csv'))).err).toContain('ENOENT');
      expect(await completions()).toEqual([]);
      expect(existsSync(join(data, 'refused.csv'))).toBe(false);
    },
    wait,
  );
});
