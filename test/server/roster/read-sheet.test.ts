import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf } from '#server/reports/csv.ts';
import { readSheet } from '#server/roster/sheet/read-sheet.ts';
import { aWorkbook, aZip } from '#test/support/a-workbook.ts';

const read = async (content: string | Uint8Array) => {
  const result = await readSheet(typeof content === 'string' ? Buffer.from(content) : content);
  return result.ok ? result.value : result.error.code;
};
const roster = {
  header: ['Badge', 'Name'],
  rows: [
    ['0101', 'Núñez, José'],
    ['102', 'O’Brien'],
  ],
};
const csv = 'Badge,Name\r\n0101,"Núñez, José"\r\n102,O’Brien\r\n';
const utf16be = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

const farOut = aZip({
  'xl/workbook.xml': '<workbook/>',
  'xl/worksheets/sheet1.xml': '<sheetData><row r="2"><c s="1" r="XFD1048576"/></row></sheetData>',
});

describe('the same roster', () => {
  test.each([
    ['with commas', csv],
    ['with semicolons', csv.replaceAll(/,(?! )/g, ';')],
    ['with tabs', csv.replaceAll(/,(?! )/g, '\t')],
    ['with old line ends', csv.replaceAll('\r\n', '\r')],
    ['with a byte order mark', `\uFEFF${csv}`],
    ['in Windows-1252', Buffer.from(csv.replace('’', '\u0092'), 'latin1')],
    ['in UTF-16, little end first', Buffer.from(`\uFEFF${csv}`, 'utf16le')],
    ['in UTF-16, big end first', utf16be(csv)],
    ['in UTF-16 without a mark', Buffer.from(csv.replace('’', "'"), 'utf16le')],
    [
      'as a workbook',
      aWorkbook([
        ['Badge', 'Name'],
        ['0101', 'Núñez, José'],
        [102, 'O’Brien'],
      ]),
    ],
  ])('is read %s', async (_how, content) => {
    const sheet = await read(content);
    expect(JSON.parse(JSON.stringify(sheet).replaceAll("O'B", 'O’B'))).toEqual(roster);
  });

  test('in Latin-1, where accents are single bytes', async () => {
    expect(await read(Buffer.from('Placa;Nombre\n7;Peña Ruíz', 'latin1'))).toMatchObject({
      rows: [['7', 'Peña Ruíz']],
    });
  });
});

describe('a sheet', () => {
  test('keeps line breaks and quotes in cells, empty lines, and a name for every column', async () => {
    expect(await read('Badge,"Full\nname",,Phone,Phone\n\n1,"a ""b""\nc",x\n2,Joe "JJ" Hill\n')).toEqual({
      header: ['Badge', 'Full name', '(C)', 'Phone', 'Phone (2)'],
      rows: [[''], ['1', 'a "b"\nc', 'x'], ['2', 'Joe "JJ" Hill']],
    });
  });

  test('that was exported comes back as it was, guarded cells too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('=1+1', '+a', '＝x', '-2', '@b', '\tx')), {
          minLength: 2,
        }),
        async (names) => {
          const cells = names.map((name) => name.replaceAll('\0', ''));
          const sheet = await read(
            csvOf(
              ['Badge', 'Name'],
              cells.map((Name, at) => ({ Badge: `b${at}`, Name })),
            ),
          );
          expect(sheet).toMatchObject({ rows: cells.map((name, at) => [`b${at}`, name]) });
        },
      ),
    );
  });
});

describe('what is no roster is told', () => {
  const lines = (count: number) => `Badge,Name\n${Array.from({ length: count }, (_, at) => `${at},N`).join('\n')}`;
  test.each([
    ['roster.file-empty', 'nothing', ''],
    ['roster.file-empty', 'blank lines', '\n\n ,\n'],
    ['roster.file-not-a-sheet', 'a PDF', '%PDF-1.7\n1 0 obj\n'],
    ['roster.file-not-a-sheet', 'a zip that is no workbook', aZip({ 'notes.txt': 'hello' })],
    [
      'roster.file-not-a-sheet',
      'a picture',
      Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(4000)]),
    ],
    ['roster.file-old-excel', 'an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['roster.file-broken', 'a workbook that was cut off', aWorkbook([['Badge', 'Name']]).subarray(0, 900)],
    ['roster.file-broken', 'a workbook of something else', aZip({ 'xl/workbook.xml': '<no' })],
    ['roster.file-broken', 'a quote that never ends', 'Badge,Name\n1,"Ann\n2,Bo'],
    ['roster.file-one-column', 'a separator that is none', 'Badge^Name\n1^Ann Lee'],
    ['roster.file-no-header', 'people from the first line on', '1026,Ann Lee\n1027,Bo Day'],
    ['roster.file-no-header', 'a title over the header', 'Roster of 2026\n\nBadge,Name\n1,Ann'],
    ['roster.file-too-many-cells', 'a hundred thousand rows', lines(100_000)],
    ['roster.file-too-many-cells', 'a cell at the far end of the sheet', farOut],
    ['roster.file-too-many-cells', 'more columns than a roster has', `${'a,'.repeat(300)}b\n1`],
    ['roster.file-too-large', 'fifty megabytes', Buffer.alloc(50 * 1024 * 1024, 'a')],
    ['roster.file-too-large', 'a zip bomb', aZip({ 'xl/workbook.xml': Buffer.alloc(200 * 1024 * 1024) })],
  ] as const)('%s: %s', async (code, _what, content) => {
    expect(await read(content)).toBe(code);
  });

  test('whatever the bytes are, in one code or as a sheet', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', 'PK\x03\x04', 'Badge,Name\n'),
        async (bytes, start) => {
          const result = await readSheet(Buffer.concat([Buffer.from(start), bytes]));
          expect(typeof result.ok).toBe('boolean');
        },
      ),
    );
  });
});
