import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages } from '#domain/course/closed-lists.ts';
import { runSeed } from '#domain/scenario/quiz.ts';
import { shuffleBySeed } from '#domain/scenario/seed.ts';
import { surfaceOf } from '#domain/scenario/surface.ts';
import { theRealCourse } from '#test/support/a-quiz-course.ts';

const pack = theRealCourse();
const scenarios = Object.values(pack.scenarios);

test('a rerun shows other people and places, every one of them', () => {
  fc.assert(
    fc.property(fc.constantFrom(...scenarios), fc.string(), fc.integer({ min: 1, max: 2 }), (scenario, seed, run) => {
      const first = surfaceOf(pack, scenario, runSeed(seed, scenario.id, run), 'en');
      const again = surfaceOf(pack, scenario, runSeed(seed, scenario.id, run + 1), 'en');
      for (const slot of ['dispatcher', ...Object.keys(scenario.people), ...Object.keys(scenario.surface)]) {
        expect(first[slot]).toBeTruthy();
        expect(again[slot]).not.toBe(first[slot]);
      }
    }),
  );
});

test('English and Spanish show the same people', () => {
  for (const scenario of scenarios) {
    const seed = runSeed('seed', scenario.id, 1);
    const [english, spanish] = languages.map((language) => surfaceOf(pack, scenario, seed, language));
    for (const slot of ['dispatcher', ...Object.keys(scenario.people)]) {
      for (const said of [slot, `${slot}Gender`, `${slot}Born`]) expect(spanish?.[said]).toBe(english?.[said]);
    }
  }
});

test('the order of the options is fixed for a run and differs between runs, so that no place is the right one', () => {
  const options =
    scenarios.flatMap((scenario) => scenario.decisions).find((decision) => decision.options.length > 2)?.options ?? [];
  const orders = Array.from({ length: 40 }, (_, run) =>
    shuffleBySeed(options, `seed:S1:${run}`, 'hit').map(({ id }) => id),
  );
  expect(shuffleBySeed(options, 'seed:S1:0', 'hit').map(({ id }) => id)).toEqual(orders[0]);
  for (const order of orders) expect([...order].sort()).toEqual(options.map(({ id }) => id).sort());
  for (const at of options.keys()) expect(new Set(orders.map((order) => order[at])).size).toBe(options.length);
});
