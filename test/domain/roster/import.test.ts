import { describe, expect, test } from 'vitest';
import { changesNothing, type Roster } from '#domain/roster/import.ts';
import { faultOf, guessMapping } from '#domain/roster/import-mapping.ts';
import { aMapping, aSheet, emptyRoster, imported, planned } from '#test/support/a-sheet.ts';

const first = aSheet(
  '0101 | María O’Brien-Núñez | Sergeant | Patrol / District 1 / Day | ',
  '102  | <img src=x onerror=alert(1)> | Officer | Patrol / District 1 / Day | Leave',
  '103  | سارة حداد | Officer | PATROL / District 2 | en servicio',
);
const roster = imported(first, emptyRoster);
const byBadge = (from: Roster, badge: string) =>
  from.officers.filter((officer) => officer.badge === badge && officer.deactivatedAt === null);
const idOf = (badge: string) => byBadge(roster, badge)[0]?.id ?? '';

describe('a first file', () => {
  test('brings officers and the tree of their units, names as they came', () => {
    const plan = planned(first, emptyRoster);
    expect(plan.units.map(({ path }) => path.join(' / '))).toEqual([
      'Patrol',
      'Patrol / District 1',
      'Patrol / District 1 / Day',
      'Patrol / District 2',
    ]);
    expect(plan.added.map(({ badge, name, duty }) => [badge, name, duty])).toEqual([
      ['0101', 'María O’Brien-Núñez', 'on-duty'],
      ['102', '<img src=x onerror=alert(1)>', 'leave'],
      ['103', 'سارة حداد', 'on-duty'],
    ]);
    expect(new Set(roster.officers.map(({ unitId }) => unitId)).size).toBe(2);
    expect(roster.officers.every(({ id }) => !id.includes('10'))).toBe(true);
  });

  test('changes nothing the second time, in any order, decomposed or in other capitals of a unit', () => {
    const again = { ...first, rows: first.rows.toReversed().map((row) => row.map((cell) => cell.normalize('NFD'))) };
    for (const sheet of [first, again]) {
      const plan = planned(sheet, roster, { whole: true });
      expect(plan).toMatchObject({ unchanged: 3, questions: [], failed: [] });
      expect(changesNothing(plan)).toBe(true);
    }
  });

  test('takes levels from several columns, and a name from two', () => {
    const sheet = {
      header: ['Placa', 'Nombre', 'Apellidos', 'Distrito', 'Escuadra'],
      rows: [['7', 'José', 'Peña Ruiz', 'Vice/Narcotics', 'A']],
    };
    const { added } = planned(sheet, emptyRoster, { mapping: guessMapping(sheet.header) });
    expect(added).toMatchObject([{ name: 'José Peña Ruiz', unit: { path: ['Vice/Narcotics', 'A'] } }]);
  });
});

describe('a later file', () => {
  test('says what changed field by field, who moved, and leaves what its cells do not say', () => {
    const plan = planned(aSheet('0101 | Maria O’Brien-Núñez | Lieutenant | Patrol / District 2 | '), roster);
    expect(plan.changed).toMatchObject([
      { field: 'name', from: 'María O’Brien-Núñez', to: 'Maria O’Brien-Núñez' },
      { field: 'rank', from: 'Sergeant', to: 'Lieutenant' },
    ]);
    expect(plan.moved.map(({ from, to }) => [from.path.at(-1), to.path.at(-1)])).toEqual([['Day', 'District 2']]);
    expect(planned(aSheet('0101 | María O’Brien-Núñez | | | '), roster)).toMatchObject({ unchanged: 1, moved: [] });
  });

  test('moves nobody out of a unit whose last names the sheet says, as the report of the officers does', () => {
    expect(planned(aSheet('0101 | María O’Brien-Núñez | | day'), roster)).toMatchObject({ unchanged: 1, units: [] });
    const toTop = planned(aSheet('0101 | María O’Brien-Núñez | | Small Town Police / Day'), roster);
    expect(toTop).toMatchObject({ units: [{ path: ['Day'] }], moved: [{ to: { path: ['Day'] } }] });
  });

  test('deactivates who is missing only when it is the whole roster, never the person who imports', () => {
    const only = aSheet('103 | سارة حداد | Officer | Patrol / District 2 | on-duty');
    expect(planned(only, roster).deactivated).toEqual([]);
    const plan = planned(only, roster, { whole: true, importedBy: idOf('0101') });
    expect(plan.deactivated).toMatchObject([{ badge: '102', because: 'not-listed' }]);
    expect(plan.kept).toMatchObject([{ badge: '0101' }]);
  });

  test('brings one back who had left, with the same record', () => {
    const left = imported(aSheet('103 | سارة حداد'), roster, { whole: true });
    expect(byBadge(left, '102')).toEqual([]);
    const back = imported(first, left, { whole: true });
    expect(byBadge(back, '102')).toMatchObject([{ id: idOf('102'), deactivatedAt: null }]);
  });
});

describe('a badge that somebody else wears', () => {
  const reused = aSheet('102 | Grace Hall | Officer | Patrol / District 1 / Day | ');
  const answer = (officerId: string | null) => ({ answers: [{ badge: '102', officerId }] });

  test('is asked about, and nothing is done until it is answered', () => {
    const plan = planned(reused, roster, { whole: true });
    expect(plan.questions).toMatchObject([{ row: 2, candidates: [{ officerId: idOf('102'), because: 'same-badge' }] }]);
    expect(plan.deactivated.map(({ badge }) => badge)).toEqual(['0101', '103']);
    expect([plan.added, plan.changed]).toEqual([[], []]);
  });

  test('the same person renamed keeps the record', () => {
    expect(byBadge(imported(reused, roster, answer(idOf('102'))), '102')).toMatchObject([
      { id: idOf('102'), name: 'Grace Hall' },
    ]);
  });

  test('another person gets a record of their own, and the earlier one is closed', () => {
    const after = imported(reused, roster, answer(null));
    const [grace] = byBadge(after, '102');
    expect(grace?.id).not.toBe(idOf('102'));
    expect(after.officers.find(({ id }) => id === idOf('102'))).toMatchObject({ name: first.rows[1]?.[1] });
    expect(after.officers.find(({ id }) => id === idOf('102'))?.deactivatedAt).not.toBeNull();
    expect(changesNothing(planned(reused, after))).toBe(true);
  });

  test('a son with his father’s badge is asked about too', () => {
    const father = imported(aSheet('7 | John Smith'), emptyRoster);
    expect(planned(aSheet('7 | John Smith Jr.'), father).questions).toHaveLength(1);
    expect(planned(aSheet('7 | SMITH, John'), father)).toMatchObject({ questions: [], changed: [{ field: 'name' }] });
  });

  test('a known name under a new badge is asked about, so that a promotion does not split a record', () => {
    const plan = planned(aSheet('900 | Maria O’Brien-Núñez'), roster);
    expect(plan.questions).toMatchObject([{ candidates: [{ officerId: idOf('0101'), because: 'same-name' }] }]);
    const after = imported(aSheet('900 | Maria O’Brien-Núñez'), roster, {
      answers: [{ badge: '900', officerId: idOf('0101') }],
    });
    expect(byBadge(after, '900')).toMatchObject([{ id: idOf('0101') }]);
  });

  test('a stable id decides without a question: badges swapped, and a badge passed on', () => {
    const mapping = aMapping({ personId: ['Id'] });
    const file = (...rows: string[][]) => ({ header: ['Badge', 'Name', 'Rank', 'Unit', 'Duty', 'Id'], rows });
    const before = imported(file(['1', 'Ann Lee', '', '', '', 'p1'], ['2', 'Bo Day', '', '', '', 'p2']), emptyRoster, {
      mapping,
    });
    const swapped = imported(file(['2', 'Ann Lee', '', '', '', 'p1'], ['1', 'Bo Day', '', '', '', 'p2']), before, {
      mapping,
    });
    expect(swapped.officers.map(({ personId, badge }) => [personId, badge])).toEqual([
      ['p1', '2'],
      ['p2', '1'],
    ]);
    const plan = planned(file(['1', 'Ann Lee', '', '', '', 'p9']), before, { mapping });
    expect(plan).toMatchObject({ added: [{ personId: 'p9' }], deactivated: [{ because: 'badge-passed-on' }] });
    expect(plan.questions).toEqual([]);
  });

  test('an id alone decides nothing: where row numbers stand for it, nobody gets the records of the next in line', () => {
    const mapping = aMapping({ personId: ['Id'] });
    const file = (...rows: string[][]) => ({
      header: ['Badge', 'Name', 'Rank', 'Unit', 'Duty', 'Id'],
      rows: rows.map(([badge = '', name = '', id = '']) => [badge, name, '', '', '', id]),
    });
    const before = imported(file(['1', 'Ann Lee', '1'], ['2', 'Bo Day', '2'], ['3', 'Cy Fox', '']), emptyRoster, {
      mapping,
    });
    const [ann, bo, cy] = before.officers.map(({ id }) => id);
    const sorted = file(['2', 'Bo Day', '1'], ['3', 'Cy Fox', '2']);
    const asked = planned(sorted, before, { mapping, whole: true });
    expect(asked).toMatchObject({ added: [], changed: [], deactivated: [], failed: [] });
    expect(asked.questions).toMatchObject([
      { badge: '2', candidates: [{ officerId: ann, because: 'same-id' }] },
      { badge: '3', candidates: [{ officerId: bo, because: 'same-id' }, { officerId: cy }] },
    ]);
    // Neither is the one with that id: the row is wrong, and nobody is changed, made or taken off for it.
    const answers = [
      { badge: '2', officerId: null },
      { badge: '3', officerId: cy ?? '' },
    ];
    const answered = planned(sorted, before, { mapping, answers });
    expect(answered).toMatchObject({ added: [], changed: [], questions: [] });
    expect(answered.failed.map(({ faults }) => faults)).toMatchObject([
      [{ reason: 'id-in-use', found: '1' }],
      [{ reason: 'id-in-use', found: '2' }],
    ]);
    // Somebody who married and got a new badge in one year is recognised when told.
    const married = planned(file(['7', 'Ann Ray', '1']), before, {
      mapping,
      answers: [{ badge: '7', officerId: ann ?? '' }],
    });
    expect(married).toMatchObject({ questions: [], failed: [], changed: [{ officerId: ann }, { officerId: ann }] });
  });
});

describe('a row that cannot be used', () => {
  test.each([
    ['missing-badge', ' | Ann Lee', 'Badge'],
    ['missing-name', '9 | ', 'Name'],
    ['unknown-duty', '9 | Ann Lee | | | on the moon', 'Duty'],
    ['too-long', `9 | ${'x'.repeat(10_000)}`, 'Name'],
    ['too-long', `${'9'.repeat(41)} | Ann Lee`, 'Badge'],
    ['control-characters', '9 | Ann\u0000Lee', 'Name'],
    ['too-deep', `9 | Ann Lee | | ${'a / '.repeat(11)}b`, 'Unit'],
    ['too-many-cells', '9 | Ann Lee | | | | more', null],
  ] as const)('%s', (reason, line, column) => {
    const plan = planned(aSheet('1 | Good One', '', line), emptyRoster);
    expect(plan.failed).toMatchObject([{ row: 4, faults: [{ reason, column }] }]);
    expect(plan.added).toHaveLength(1);
  });

  test('two people with one badge: neither is taken, and who has it now stays', () => {
    const plan = planned(aSheet('103 | Ann Lee', '103 | Bo Day'), roster, { whole: true });
    expect(plan.failed.map(({ row, faults }) => [row, faults[0]?.reason, faults[0]?.found])).toEqual([
      [2, 'badge-twice', '3'],
      [3, 'badge-twice', '2'],
    ]);
    expect(plan.deactivated.map(({ badge }) => badge)).not.toContain('103');
  });

  test('the same row twice is one person', () => {
    expect(planned(aSheet('9 | Ann Lee', '9 | Ann Lee'), emptyRoster)).toMatchObject({
      added: [{ row: 2 }],
      failed: [],
    });
  });

  test('never takes anybody off the roster', () => {
    const plan = planned(aSheet('102 | Somebody | | | on the moon', ' | سارة حداد'), roster, { whole: true });
    expect(plan.deactivated.map(({ badge }) => badge)).toEqual(['0101']);
  });

  test('nor does it give the badge of the person who imports to somebody else', () => {
    const plan = planned(aSheet('0101 | Ann Lee'), roster, {
      importedBy: idOf('0101'),
      answers: [{ badge: '0101', officerId: null }],
    });
    expect(plan).toMatchObject({ deactivated: [], failed: [{ faults: [{ reason: 'badge-in-use' }] }] });
  });
});

describe('the columns', () => {
  test.each([
    [
      ['Badge #', 'Last Name', 'First Name', 'Rank', 'Squad', 'District', 'Shift', 'Status', 'Employee ID'],
      [['Badge #'], ['First Name', 'Last Name'], ['Rank'], ['District', 'Shift', 'Squad'], ['Status'], ['Employee ID']],
    ],
    [
      ['No. de placa', 'Nombre', 'Apellidos', 'Grado', 'Unidad', 'Situación', 'Número de empleado'],
      [['No. de placa'], ['Nombre', 'Apellidos'], ['Grado'], ['Unidad'], ['Situación'], ['Número de empleado']],
    ],
    [
      ['badge', 'name', 'rank', 'unit', 'duty', 'standing'],
      [['badge'], ['name'], ['rank'], ['unit'], ['duty'], []],
    ],
    [
      ['A', 'B'],
      [[], [], [], [], [], []],
    ],
  ])('%j are guessed', (header, [badge, name, rank, unit, duty, personId]) => {
    expect(guessMapping(header)).toEqual({ badge, name, rank, unit, duty, personId });
  });

  test.each([
    ['badge-not-mapped', { badge: [] }],
    ['name-not-mapped', { name: [] }],
    ['no-such-column', { rank: ['Grade'] }],
    ['column-twice', { rank: ['Name'] }],
    [null, {}],
  ] as const)('%s', (fault, changes) => {
    expect(faultOf(aMapping(changes as object), aSheet().header)).toBe(fault);
  });
});
