import { describe, expect, test } from 'vitest';
import { readExport } from '#server/lms-import/read-export.ts';
import { refusedRowsCsv } from '#server/lms-import/refused-rows.ts';

const read = (content: string | Uint8Array) => {
  const lines = readExport(typeof content === 'string' ? Buffer.from(content) : content);
  return lines.ok ? lines.value : lines.error.code;
};

describe('an export', () => {
  test.each([
    ['commas', 'Badge,Status,When\r\n12,Passed,x\r\n'],
    ['semicolons', 'Badge;Status;When\n12;Passed;x\n'],
    ['tabs', 'Badge\tStatus\tWhen\n12\tPassed\tx'],
    ['a byte order mark', '\ufeffBadge,Status,When\n12,Passed,x'],
  ])('with %s is read', (_with, text) => {
    expect(read(text)).toEqual([
      ['Badge', 'Status', 'When'],
      ['12', 'Passed', 'x'],
    ]);
  });

  test('in UTF-16 or Windows-1252 keeps its accents', () => {
    expect(read(Buffer.from('\ufeffPlaca,Estado,El\n12,Aprobó,x', 'utf16le'))).toContainEqual(['12', 'Aprobó', 'x']);
    expect(read(Buffer.from('Placa,Estado,El\n12,Aprobó,x', 'latin1'))).toContainEqual(['12', 'Aprobó', 'x']);
  });

  test.each([
    ['', 'file-empty'],
    [' \n\n', 'file-empty'],
    [new Uint8Array(50 * 1024 * 1024).fill(0x2c), 'file-too-large'],
    [Buffer.from([0x50, 0x4b, 3, 4, 20]), 'file-zip'],
    ['%PDF-1.7\n1 0 obj', 'file-not-text'],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 1, 2, 3]), 'file-not-text'],
    [Buffer.from(Array.from({ length: 400 }, (_, at) => at % 32)), 'file-not-text'],
    ['<!doctype html><title>Sign in</title>', 'file-not-csv'],
    ['[{"badge":"12"}]', 'file-not-csv'],
    ['Badge,Status,When\n12,"Passed,x\n13,Passed,x', 'file-broken'],
    ['Badge^Status^When\n12^Passed^11/25/2026, 10:30', 'file-one-column'],
    [`Badge,Status,When\n${'12,Passed,x\n'.repeat(50_000)}`, 'file-too-many-rows'],
  ])('that is none is told so: %#', (content, code) => {
    expect(read(content)).toBe(`lms-import.${code}`);
  });
});

test('refused rows come back with line and reason, and nothing in them runs in a spreadsheet', () => {
  const cells = ['=HYPERLINK("http://x")', '+1', '"quoted", and more'];
  const refused = [{ row: 4, reason: 'unknown-badge' as const, badge: '', found: '', cells }];
  expect(refusedRowsCsv(['Badge', '@Status', 'Badge'], refused, () => 'nobody').split('\r\n')).toEqual([
    '\ufeff"row","reason","Badge (1)","\'@Status (2)","Badge (3)"',
    '"4","nobody","\'=HYPERLINK(""http://x"")","\'+1","""quoted"", and more"',
    '',
  ]);
});
