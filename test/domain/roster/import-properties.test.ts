import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesNothing, type Question, type Roster, type Sheet } from '#domain/roster/import.ts';
import { nameWords } from '#domain/roster/import-people.ts';
import { emptyRoster, imported, planned } from '#test/support/a-sheet.ts';

const header = ['Badge', 'Name', 'Rank', 'Unit', 'Duty'];
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('O’Brien', '<b>', '=1+1', '\u202Eevil', 'Núñez', 'محمد', '{{x}}', "D'Angelo", ' '),
);
const anyRow = fc.tuple(
  fc.oneof(fc.integer({ min: 1, max: 30 }).map(String), fc.string({ maxLength: 5 })),
  anyText,
  anyText,
  fc
    .array(fc.constantFrom('North', 'north', 'South', 'Day', 'A', 'Small Town Police'), { maxLength: 4 })
    .map((path) => path.join(' / ')),
  fc.constantFrom('', 'leave', 'On Duty', 'academia', 'nowhere'),
);
const anySheet = fc.array(anyRow, { maxLength: 25 }).map((rows): Sheet => ({ header, rows }));
const shuffled = (sheet: Sheet, seed: readonly number[]): Sheet => ({
  ...sheet,
  rows: sheet.rows
    .map((row, at) => ({ row, key: seed[at % seed.length] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ row }) => row),
});

test('the second import of a file changes nothing, in whatever order its rows stand', () => {
  fc.assert(
    fc.property(anySheet, fc.array(fc.nat(), { minLength: 5, maxLength: 25 }), fc.boolean(), (sheet, seed, whole) => {
      const roster = imported(sheet, emptyRoster, { whole });
      for (const again of [sheet, shuffled(sheet, seed)]) {
        const plan = planned(again, roster, { whole });
        expect([changesNothing(plan), plan.questions]).toEqual([true, []]);
      }
    }),
    { numRuns: 300 },
  );
});

test('after any file and any answers no two people on the roster wear one badge, and asking again changes nothing', () => {
  const says = fc.array(fc.boolean(), { minLength: 1 });
  fc.assert(
    fc.property(anySheet, anySheet, says, fc.boolean(), (before, file, same, whole) => {
      const roster = imported(before, emptyRoster);
      const answers = planned(file, roster, { whole }).questions.map(({ badge, candidates }, at) => ({
        badge,
        officerId: same[at % same.length] ? (candidates[0]?.officerId ?? null) : null,
      }));
      const after = imported(file, roster, { whole, answers });
      const active = after.officers.filter(({ deactivatedAt }) => deactivatedAt === null).map(({ badge }) => badge);
      expect(new Set(active).size).toBe(active.length);
      expect(after.officers.map(({ id }) => id)).toEqual(expect.arrayContaining(roster.officers.map(({ id }) => id)));
      expect(changesNothing(planned(file, after, { whole, answers }))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

/** Years of an agency: people come, leave, come back and wear each other's badges; nobody shares a name. */
const people = ['Ann Lee', 'Bo Day', 'Cy Poe', 'Di Ray', 'Ed Fox', 'Flo Kay', 'Gus Orr', 'Hal Roe'];
const year = fc.uniqueArray(
  fc.record({ person: fc.constantFrom(...people), badge: fc.integer({ min: 1, max: 8 }).map(String) }),
  { selector: ({ person }) => person },
);
const oneEach = (listed: { person: string; badge: string }[]) => [
  ...new Map(listed.map((each) => [each.badge, each])).values(),
];

test('badges that are handed around never merge two people, nor split one', () => {
  fc.assert(
    fc.property(fc.array(year, { minLength: 2, maxLength: 6 }), (years) => {
      const recordOf = new Map<string, string>();
      let roster: Roster = emptyRoster;
      for (const listed of years.map(oneEach)) {
        const sheet: Sheet = { header, rows: listed.map(({ person, badge }) => [badge, person]) };
        const { questions } = planned(sheet, roster, { whole: true });
        const truth = ({ name }: Question) => recordOf.get(nameWords(name)) ?? null;
        const answers = questions.map((question) => ({ badge: question.badge, officerId: truth(question) }));
        roster = imported(sheet, roster, { whole: true, answers });
        for (const { id, name } of roster.officers) {
          expect(recordOf.get(nameWords(name)) ?? id).toBe(id);
          recordOf.set(nameWords(name), id);
        }
        const active = roster.officers.filter(({ deactivatedAt }) => deactivatedAt === null);
        expect(active.map(({ badge, name }) => `${badge} ${name}`).sort()).toEqual(
          listed.map(({ badge, person }) => `${badge} ${person}`).sort(),
        );
      }
    }),
    { numRuns: 500 },
  );
});
