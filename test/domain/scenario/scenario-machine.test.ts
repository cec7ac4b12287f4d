import { describe, expect, test } from 'vitest';
import { createActor, type SnapshotFrom } from 'xstate';
import { getShortestPaths, getSimplePaths } from 'xstate/graph';
import { openOptions, rulingOf } from '#domain/scenario/run.ts';
import { type ScenarioInput, scenarioMachine } from '#domain/scenario/scenario-machine.ts';
import { theRealCourse, theShortCourse } from '#test/support/a-quiz-course.ts';

const seeds = ['one', 'two', 'three', 'four'];
const cases = [theShortCourse(), theRealCourse()].flatMap((pack) =>
  Object.values(pack.scenarios).map((scenario) => ({
    name: `${pack.course.id} ${scenario.id}`,
    scenario,
    ruling: rulingOf(pack.course),
  })),
);

/** Every event that can matter in a state: each option still open, and the two ways on. */
const explore = (input: ScenarioInput) => ({
  input,
  events: (snapshot: SnapshotFrom<typeof scenarioMachine>) => {
    const { scenario, run } = snapshot.context;
    return [
      { type: 'officer.readSituation' as const },
      { type: 'officer.readExplanation' as const },
      ...openOptions(scenario, run).map((option) => ({
        type: 'officer.decided' as const,
        choice: { decisionId: run.decisionId ?? '', optionId: option.id },
      })),
    ];
  },
});

const started = (input: ScenarioInput) => createActor(scenarioMachine, { input }).start();
const placeIn = ({ value, context }: SnapshotFrom<typeof scenarioMachine>) => ({
  value,
  run: context.run,
  explanationsRead: context.explanationsRead,
});

describe.each(cases)('$name', ({ scenario, ruling }) => {
  test('ends on every path, and leaves nobody at a question without an answer', () => {
    for (const seed of seeds) {
      const paths = getSimplePaths(scenarioMachine, explore({ scenario, ruling, seed }));
      expect(paths.length).toBeGreaterThan(3);
      const finished = paths.filter((path) => path.state.value === 'finished');
      for (const { state } of paths) {
        const steps = JSON.stringify(state.context.run.choices);
        expect(
          finished.some((end) => JSON.stringify(end.state.context.run.choices).startsWith(steps.slice(0, -1))),
          `a way on from ${state.value} after ${steps}`,
        ).toBe(true);
      }
    }
  });

  test('comes back at the same place after a reload, from the snapshot and from the record alone', () => {
    for (const { state } of getShortestPaths(scenarioMachine, explore({ scenario, ruling, seed: 'one' }))) {
      const actor = createActor(scenarioMachine, { snapshot: state, input: { scenario, ruling, seed: 'one' } });
      const kept = JSON.parse(JSON.stringify(actor.getPersistedSnapshot()));
      const restored = createActor(scenarioMachine, {
        snapshot: kept,
        input: { scenario, ruling, seed: 'one' },
      }).start();
      expect(placeIn(restored.getSnapshot())).toEqual(placeIn(state));

      const { run, explanationsRead, situationRead } = state.context;
      const resumed = started({ scenario, ruling, seed: 'one', taken: run.choices, explanationsRead, situationRead });
      expect(placeIn(resumed.getSnapshot())).toEqual(placeIn(state));
    }
  });

  test('takes no answer before the situation was left, nor while one is being explained', () => {
    const first = scenario.decisions.find((decision) => decision.id === scenario.start);
    const choice = { decisionId: scenario.start, optionId: first?.options[0]?.id ?? '' };
    const actor = started({ scenario, ruling, seed: 'one' });
    actor.send({ type: 'officer.decided', choice });
    expect(actor.getSnapshot().matches('reading')).toBe(true);
    actor.send({ type: 'officer.readSituation' });
    actor.send({ type: 'officer.decided', choice });
    expect(actor.getSnapshot().matches('explained')).toBe(true);
    actor.send({ type: 'officer.decided', choice });
    expect(actor.getSnapshot().context.run.choices).toEqual([choice]);
  });
});
