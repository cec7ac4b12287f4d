import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'muster-files-'));
const made = (name: string, content: Buffer | string): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

const header = ['Badge', 'Name', 'Rank', 'Unit', 'Status'];
const squad = 'Patrol / District 1 / Squad A';

/** The people of the story, by what they do in it. */
export const people = {
  sergeant: { badge: '20', name: "Rosa O'Núñez" },
  officer: { badge: '31', name: 'John <b>Neill' },
  soldier: { badge: '32', name: 'محمد حداد' },
  onLeave: { badge: '33', name: 'Ana Peña' },
  captain: { badge: '40', name: 'Lena Ortiz' },
};

const rows = [
  [people.sergeant.badge, people.sergeant.name, 'Sergeant', squad, ''],
  [people.officer.badge, people.officer.name, 'Officer', squad, ''],
  [people.soldier.badge, people.soldier.name, 'Officer', squad, 'military'],
  [people.onLeave.badge, people.onLeave.name, 'Officer', squad, ''],
  [people.captain.badge, people.captain.name, 'Captain', 'Patrol', ''],
];
const lines = (separator: string, all = [header, ...rows]) => all.map((cells) => cells.join(separator)).join('\r\n');

/** UTF-8 with the mark that Windows puts in front. */
export const roster = made('roster.csv', `\uFEFF${lines(';')}`);

/** A PDF as far as its first bytes say. */
export const orderPdf = made('order.pdf', '%PDF-1.7\n% General Order 26-12, as it was signed\n%%EOF\n');

/** Files that are no roster, and the key of the sentence that says so. */
export const badFiles = [
  { key: 'roster:roster.file-one-column', file: made('carets.csv', lines('^')) },
  { key: 'roster:mapping.badge-not-mapped', file: made('no-badge.csv', 'Name,Rank\r\nRosa,Sergeant\r\n') },
  {
    key: 'roster:roster.file-not-a-sheet',
    file: made('roster.zip', Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1')),
  },
  {
    key: 'roster:roster.file-not-a-sheet',
    file: made('roster.bin', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3])),
  },
  { key: 'roster:roster.file-too-large', file: made('large.csv', Buffer.alloc(50 * 1024 * 1024, 'a,b\n')) },
];

/** Two people with one badge: their rows fail, and the reason names the other row. */
export const sameBadge = made('same-badge.csv', 'Badge,Name\r\n50,Grace Hall\r\n50,Paul Day\r\n');
