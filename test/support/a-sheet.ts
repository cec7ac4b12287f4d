import type { Answer, Mapping, Plan, Roster, Sheet } from '#domain/roster/import.ts';
import { changesOf, rosterAfter } from '#domain/roster/import-changes.ts';
import { type Import, planImport } from '#domain/roster/import-plan.ts';

export const aMapping = (changes: Partial<Mapping> = {}): Mapping => ({
  badge: ['Badge'],
  name: ['Name'],
  rank: ['Rank'],
  unit: ['Unit'],
  duty: ['Duty'],
  personId: [],
  ...changes,
});

/** Rows as `badge | name | rank | unit | duty`, under that header. */
export const aSheet = (...lines: string[]): Sheet => ({
  header: ['Badge', 'Name', 'Rank', 'Unit', 'Duty'],
  rows: lines.map((line) => line.split('|').map((cell) => cell.trim())),
});

export const emptyRoster: Roster = {
  units: [{ id: 'agency', parentId: null, name: 'Small Town Police' }],
  officers: [],
};

let made = 0;
export const anOpaqueId = () => {
  made += 1;
  return `id-${made}`;
};

type Given = { mapping?: Mapping; whole?: boolean; answers?: readonly Answer[]; importedBy?: string | null };

export const planned = (sheet: Sheet, roster: Roster, given: Given = {}): Plan => {
  const asked: Import = { sheet, mapping: aMapping(), whole: false, answers: [], importedBy: null, ...given };
  return planImport(asked, roster);
};

/** The roster after the import that was planned. */
export const imported = (sheet: Sheet, roster: Roster, given: Given = {}): Roster =>
  rosterAfter(changesOf(planned(sheet, roster, given), anOpaqueId), roster, '2026-11-24T12:00:00.000Z');
