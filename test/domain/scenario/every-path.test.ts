import { afterAll, describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import { courseWords } from '#app/i18n/course-words.ts';
import { languages } from '#domain/course/closed-lists.ts';
import { explanationsOf } from '#domain/scenario/explanation.ts';
import {
  type Choice,
  holdLimitEnding,
  isSound,
  openOptions,
  type Run,
  replay,
  startRun,
} from '#domain/scenario/run.ts';
import { scenarioMachine } from '#domain/scenario/scenario-machine.ts';
import { surfaceOf } from '#domain/scenario/surface.ts';
import { theRealCourse } from '#test/support/a-quiz-course.ts';
import {
  byTheFile,
  endingsOf,
  eventsIn,
  inputOf,
  pathsOf,
  type ScenarioState,
  variantsOf,
} from '#test/support/every-path.ts';

const pack = theRealCourse();
const cases = variantsOf(pack).map((variant) => {
  const paths = pathsOf(variant);
  const outcomes = Object.values(variant.outcomes).join(', ');
  return {
    name: outcomes ? `${variant.scenario.id}, chance: ${outcomes}` : variant.scenario.id,
    variant,
    states: paths.map((path) => path.state),
    whole: paths.filter((path) => path.state.value === 'finished'),
  };
});

const beginsWith = (all: readonly Choice[], some: readonly Choice[]) =>
  some.every(({ decisionId, optionId }, at) => all[at]?.decisionId === decisionId && all[at].optionId === optionId);

const placeIn = ({ status, value, context: { run, explanationsRead, situationRead } }: ScenarioState) => ({
  status,
  value,
  run,
  explanationsRead,
  situationRead,
});
const actorAt = (snapshot: ScenarioState, variant: Parameters<typeof inputOf>[0]) =>
  createActor(scenarioMachine, { snapshot, input: inputOf(variant) });

afterAll(() => {
  const count = new Map<string, number>();
  for (const { variant, whole } of cases) {
    count.set(variant.scenario.id, (count.get(variant.scenario.id) ?? 0) + whole.length);
  }
  const total = [...count.values()].reduce((all, one) => all + one, 0);
  const each = [...count].map(([id, paths]) => `${id} ${paths}`).join(', ');
  const states = cases.reduce((all, one) => all + one.states.length, 0);
  console.info(
    `Paths through the scenarios, over every outcome of chance: ${each}; ${total} in all, ${states} states.`,
  );
});

describe.each(cases)('every path of $name', ({ variant, states, whole }) => {
  const { scenario, seed, ruling } = variant;
  const wholeRuns = whole.map((path) => ({ path, run: path.state.context.run }));

  test('goes on until it ends, at an ending of the file', () => {
    expect(whole.length).toBeGreaterThan(1);
    for (const state of states) {
      if (state.value === 'finished') expect(state.status).toBe('done');
      else expect(eventsIn(state).length, `stuck at ${state.value}`).toBeGreaterThan(0);
    }
    for (const { run } of wholeRuns) {
      expect(run.decisionId).toBeNull();
      expect(endingsOf(scenario)).toContain(run.endingId);
    }
    const wholeChoices = wholeRuns.map(({ run }) => run.choices);
    for (const { context } of states) {
      expect(wholeChoices.some((all) => beginsWith(all, context.run.choices))).toBe(true);
    }
  });

  test('is graded as the file says, with its clauses, and its clocks are the file’s minutes', () => {
    for (const { run } of wholeRuns) {
      const { right, wrong, stopMinutes, holdMinutes, overTheHour } = byTheFile(variant, run.choices);
      expect(new Set(run.right)).toEqual(right);
      expect(new Set(run.wrong)).toEqual(wrong);
      expect(run).toMatchObject({ stopMinutes, holdMinutes });
      expect(run.endingId === holdLimitEnding).toBe(overTheHour);
    }
  });

  test('is sound where every choice was right, and unsound wherever one was wrong, by the clauses of that choice', () => {
    for (const { run } of wholeRuns) {
      const { steps } = byTheFile(variant, run.choices);
      const wrong = steps.filter((step) => step.verdict === 'wrong');
      if (wrong.length === 0 && steps.every((step) => step.decision.agency === undefined)) {
        expect(run.wrong, JSON.stringify(run.choices)).toEqual([]);
      }
      expect(isSound(run) && wrong.length > 0).toBe(false);
      for (const { option } of wrong) expect(run.wrong).toEqual(expect.arrayContaining(option.clauses));
    }
  });

  test('has clocks that are never negative and never fall', () => {
    for (const { steps, state } of whole) {
      const runs = [startRun(scenario, seed), ...steps.map((step) => step.state.context.run), state.context.run];
      runs.reduce((before, after) => {
        expect(before.stopMinutes).toBeGreaterThanOrEqual(0);
        expect(before.holdMinutes).toBeGreaterThanOrEqual(0);
        expect(after.stopMinutes).toBeGreaterThanOrEqual(before.stopMinutes);
        expect(after.holdMinutes).toBeGreaterThanOrEqual(before.holdMinutes);
        return after;
      });
    }
  });

  test('can be a right one: within the hour, whatever the agency has set, and from every question on the way', () => {
    const isRight = (run: Run) =>
      byTheFile(variant, run.choices).steps.every(({ verdict }) => verdict === 'right' || verdict === 'ungraded');
    expect(wholeRuns.some(({ run }) => isRight(run) && isSound(run) && run.holdMinutes <= 60)).toBe(true);
    for (const { value, context } of states) {
      if (value !== 'deciding') continue;
      const decision = scenario.decisions.find((each) => each.id === context.run.decisionId);
      const open = openOptions(scenario, context.run);
      const mayBeRight = open.filter((option) => decision?.agency !== undefined || option.verdict === 'right');
      expect(mayBeRight.length, `${decision?.id} after ${JSON.stringify(context.run.choices)}`).toBeGreaterThan(0);
    }
  });

  test('comes back from a kept snapshot at every state, and goes on from it the same', () => {
    for (const state of states) {
      const kept = JSON.parse(JSON.stringify(actorAt(state, variant).getPersistedSnapshot()));
      const restored = actorAt(kept, variant).start();
      expect(placeIn(restored.getSnapshot())).toEqual(placeIn(state));
      for (const event of eventsIn(state)) {
        const [one, other] = [actorAt(kept, variant).start(), actorAt(state, variant).start()];
        one.send(event);
        other.send(event);
        expect(placeIn(one.getSnapshot())).toEqual(placeIn(other.getSnapshot()));
        one.stop();
        other.stop();
      }
      restored.stop();
    }
  });

  test.each(languages)('can be walked by its words alone, and reaches the same grades (%s)', (language) => {
    const text = pack.text[language].scenarios[scenario.id];
    const slots = surfaceOf(pack, scenario, seed, language);
    const say = (message: string | undefined) => {
      expect(message).toBeTruthy();
      const said = courseWords(message ?? '', slots, language);
      expect(said).not.toMatch(/[{}]|undefined|^\s*$/);
      return said;
    };
    for (const { run } of wholeRuns) {
      let now = startRun(scenario, seed);
      for (const { decisionId, optionId } of run.choices) {
        const words = text?.decisions[decisionId];
        say(words?.question);
        const wanted = say(words?.options[optionId]?.label);
        // What the officer reads names one option and no other.
        const named = openOptions(scenario, now).filter(({ id }) => say(words?.options[id]?.label) === wanted);
        expect(named.map(({ id }) => id)).toEqual([optionId]);
        say(words?.options[optionId]?.consequence);
        say(words?.options[optionId]?.why);
        now = replay(scenario, seed, [...now.choices, { decisionId, optionId: named[0]?.id ?? '' }], ruling) ?? now;
      }
      expect(now).toEqual(run);
      if (run.endingId !== holdLimitEnding) say(text?.endings[run.endingId ?? '']);
      expect(explanationsOf(scenario, now, ruling)).toEqual(explanationsOf(scenario, run, ruling));
    }
  });
});

test('no option stands in a file that no path can take', () => {
  for (const { id, decisions } of Object.values(pack.scenarios)) {
    const taken = cases
      .filter(({ variant }) => variant.scenario.id === id)
      .flatMap(({ whole }) => whole.flatMap(({ state }) => state.context.run.choices))
      .map(({ decisionId, optionId }) => `${decisionId}.${optionId}`);
    const written = decisions.flatMap((decision) => decision.options.map((option) => `${decision.id}.${option.id}`));
    expect(new Set(taken), id).toEqual(new Set(written));
  }
});
