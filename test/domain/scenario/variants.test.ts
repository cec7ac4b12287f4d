import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '#domain/course/closed-lists.ts';
import type { Scenario } from '#domain/course/scenario.ts';
import { explanationsOf } from '#domain/scenario/explanation.ts';
import { type Choice, choose, decisionOf, openOptions, type Run, rulingOf, startRun } from '#domain/scenario/run.ts';
import { pickBySeed } from '#domain/scenario/seed.ts';
import { surfaceOf } from '#domain/scenario/surface.ts';
import { theRealCourse } from '#test/support/a-quiz-course.ts';

const pack = theRealCourse();
const ruling = rulingOf(pack.course);
const scenarios = Object.values(pack.scenarios);
/** Seeds as attempts and practice make them, and anything else that may stand in an address. */
const aSeed = fc.oneof(
  fc.string(),
  fc.tuple(fc.uuid(), fc.nat(30)).map(([sitting, run]) => `${sitting}:${run}`),
  fc.nat(400).map((digits) => `someone:${'9'.repeat(digits)}`),
  fc.tuple(fc.stringMatching(/^[0-9a-f]{8}$/), fc.nat(30)).map(([sitting, run]) => `${sitting}:${run}`),
);
const aScenario = fc.constantFrom(...scenarios);

/** Takes what the numbers point to until the run has ended. */
function play(scenario: Scenario, seed: string, picks: readonly number[]): Run {
  let run = startRun(scenario, seed);
  for (let step = 0; run.endingId === null; step++) {
    const options = openOptions(scenario, run);
    const option = options[(picks[step % picks.length] ?? 0) % options.length];
    const next = choose(scenario, run, { decisionId: run.decisionId ?? '', optionId: option?.id ?? '' }, ruling);
    if (!next) throw new Error(`${scenario.id} stands still.`);
    run = next;
  }
  return run;
}
const somePicks = fc.array(fc.nat(20), { minLength: 1, maxLength: 12 });
const outcomesFor = ({ chances }: Scenario, seed: string) =>
  Object.entries(chances).map(([chance, of]) => [chance, pickBySeed(of, seed, chance)]);
/** All that a run is graded by: not its seed. */
const grades = (scenario: Scenario, run: Run) => {
  const { seed: _, ...graded } = run;
  return [graded, explanationsOf(scenario, run, ruling).map(({ verdict, broke }) => ({ verdict, broke }))];
};
const takenAgain = (scenario: Scenario, seed: string, choices: readonly Choice[]): Run | null =>
  choices.reduce<Run | null>((run, choice) => run && choose(scenario, run, choice, ruling), startRun(scenario, seed));

describe('whatever the seed', () => {
  test('a run has its people, places and dispatcher, all from the file, in both languages', () => {
    fc.assert(
      fc.property(aScenario, aSeed, fc.constantFrom(...languages), (scenario, seed, language) => {
        const slots = surfaceOf(pack, scenario, seed, language);
        for (const [slot, people] of Object.entries(scenario.people)) {
          expect(people.map(({ name }) => name)).toContain(slots[slot]);
          expect(people.find(({ name }) => name === slots[slot])).toMatchObject({
            gender: slots[`${slot}Gender`],
            born: slots[`${slot}Born`],
          });
        }
        for (const slot of Object.keys(scenario.surface)) {
          expect(Object.values(pack.text[language].scenarios[scenario.id]?.surface[slot] ?? {})).toContain(slots[slot]);
        }
        expect(pack.course.dispatchers.map(({ name }) => name)).toContain(slots.dispatcher);
      }),
    );
  });

  test('the same seed and choices are the same run with the same details', () => {
    fc.assert(
      fc.property(aScenario, aSeed, somePicks, (scenario, seed, picks) => {
        const run = play(scenario, seed, picks);
        expect(play(scenario, seed, picks)).toEqual(run);
        expect(takenAgain(scenario, seed, run.choices)).toEqual(run);
        for (const language of languages) {
          expect(surfaceOf(pack, scenario, seed, language)).toEqual(surfaceOf(pack, scenario, seed, language));
        }
      }),
    );
  });

  test('what the officer is asked and how it is graded depends on no name and no place', () => {
    fc.assert(
      fc.property(aScenario, aSeed, aSeed, somePicks, (scenario, seed, other, picks) => {
        fc.pre(JSON.stringify(outcomesFor(scenario, seed)) === JSON.stringify(outcomesFor(scenario, other)));
        const run = play(scenario, seed, picks);
        const same = takenAgain(scenario, other, run.choices);
        expect(same).not.toBeNull();
        if (same) expect(grades(scenario, same)).toEqual(grades(scenario, run));
      }),
    );
  });

  test('another outcome of chance changes only what comes after it: the first question is always the same', () => {
    fc.assert(
      fc.property(aScenario, aSeed, aSeed, (scenario, seed, other) => {
        const faced = [seed, other].map((each) => decisionOf(scenario, startRun(scenario, each))?.id);
        expect(faced[0]).toBe(scenario.start);
        expect(faced[1]).toBe(faced[0]);
      }),
    );
  });
});

describe.each(scenarios.map((scenario) => ({ id: scenario.id, scenario })))(
  'over a hundred seeds $id',
  ({ scenario }) => {
    const seeds = Array.from({ length: 100 }, (_, at) => `officer-${at}:edition:1:${scenario.id}:1`);

    test('shows every person and every place of its file, and every dispatcher', () => {
      const shown = seeds.map((seed) => surfaceOf(pack, scenario, seed, 'en'));
      for (const [slot, people] of Object.entries(scenario.people)) {
        expect(new Set(shown.map((slots) => slots[slot]))).toEqual(new Set(people.map(({ name }) => name)));
      }
      for (const [slot, wordings] of Object.entries(scenario.surface)) {
        expect(new Set(shown.map((slots) => slots[slot])).size).toBe(wordings.length);
      }
      expect(new Set(shown.map((slots) => slots.dispatcher)).size).toBe(pack.course.dispatchers.length);
    });

    test('brings every outcome of its chances, so that no ending can be learnt by heart', () => {
      for (const [chance, outcomes] of Object.entries(scenario.chances)) {
        expect(new Set(seeds.map((seed) => pickBySeed(outcomes, seed, chance)))).toEqual(new Set(outcomes));
      }
    });
  },
);
