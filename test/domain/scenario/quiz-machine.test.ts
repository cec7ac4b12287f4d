import { describe, expect, test } from 'vitest';
import { createActor, type SnapshotFrom } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import type { QuizDecision } from '#domain/scenario/quiz.ts';
import { type QuizInput, quizMachine } from '#domain/scenario/quiz-machine.ts';
import { openOptions } from '#domain/scenario/run.ts';
import { theShortCourse } from '#test/support/a-quiz-course.ts';

const pack = theShortCourse();
const seed = 'officer-7:edition:1';
const started = (input: Partial<QuizInput> = {}) =>
  createActor(quizMachine, { input: { pack, seed, ...input } }).start();
type Snapshot = SnapshotFrom<typeof quizMachine>;

/** One right and one wrong way at each decision: enough to reach every kind of ending. */
const nextDecisions = ({ context: { quiz } }: Snapshot): QuizDecision[] => {
  const scenario = quiz.current && pack.scenarios[quiz.current.scenarioId];
  const run = quiz.current && quiz.runs[quiz.current.scenarioId]?.at(-1);
  if (!scenario || !run || !quiz.current) return [];
  const open = openOptions(scenario, run);
  const ways = ['right', 'wrong'].flatMap((verdict) => open.find((option) => option.verdict === verdict) ?? []);
  const at = { ...quiz.current, decisionId: run.decisionId ?? '' };
  return ways.map((option) => ({ ...at, optionId: option.id }));
};

const decisionsIn = ({ context: { quiz } }: Snapshot): QuizDecision[] =>
  quiz.drawn.flatMap((scenarioId) =>
    (quiz.runs[scenarioId] ?? []).flatMap((run, at) =>
      run.choices.map((choice) => ({ scenarioId, run: at + 1, ...choice })),
    ),
  );

const paths = getShortestPaths(quizMachine, {
  input: { pack, seed },
  events: (snapshot) => [
    { type: 'officer.warmedUp' as const },
    { type: 'scenario.left' as const },
    { type: 'officer.readyAgain' as const },
    ...nextDecisions(snapshot).map((made) => ({ type: 'officer.decided' as const, made })),
  ],
  // Which wrong option was taken in an earlier run makes no other place.
  serializeState: ({ value, context: { quiz, shown, warmedUp } }) =>
    JSON.stringify([value, shown, quiz.current, warmedUp, quiz.runs[shown?.scenarioId ?? '']?.at(-1)?.choices]),
});

describe('an officer in the quiz', () => {
  test('meets every state: warm-up, runs, what went wrong, and both ends', () => {
    expect(new Set(paths.map((path) => path.state.value))).toEqual(
      new Set(['warmingUp', 'running', 'remediating', 'passed', 'needsTalk']),
    );
  });

  test('is back at the same place after a reload in any of them', () => {
    for (const { state } of paths) {
      const { shown, warmedUp, quiz } = state.context;
      const made = decisionsIn(state);
      const again = started({ made, shown, warmedUp, remediating: state.matches('remediating') }).getSnapshot();
      expect(again.value).toEqual(state.value);
      expect(again.context).toMatchObject({ quiz, shown });
    }
  });

  test('goes on with what the record holds where this device knows no place', () => {
    const made = [{ scenarioId: 'S1', run: 1, decisionId: 'hit', optionId: 'read' }];
    expect(started({ made }).getSnapshot()).toMatchObject({
      value: 'running',
      context: { shown: { scenarioId: 'S1', run: 1 } },
    });
  });

  test('is not taken back to a run that another device has long left', () => {
    const made = [
      { scenarioId: 'S1', run: 1, decisionId: 'hit', optionId: 'arrest' },
      { scenarioId: 'S1', run: 2, decisionId: 'hit', optionId: 'read' },
    ];
    const actor = started({ made, shown: { scenarioId: 'S1', run: 1 }, remediating: true });
    expect(actor.getSnapshot()).toMatchObject({ value: 'running', context: { shown: { scenarioId: 'S1', run: 2 } } });
  });

  test('cannot leave a run before it has ended', () => {
    const actor = started({ warmedUp: true });
    actor.send({ type: 'scenario.left' });
    expect(actor.getSnapshot()).toMatchObject({ value: 'running', context: { shown: { scenarioId: 'S1', run: 1 } } });
  });

  test('decides nothing of the next scenario while the end of this one is on the screen', () => {
    const made = [{ scenarioId: 'S1', run: 1, decisionId: 'hit', optionId: 'arrest' }];
    const actor = started({ made, shown: { scenarioId: 'S1', run: 1 } });
    const next = { scenarioId: 'S1', run: 2, decisionId: 'hit', optionId: 'read' };
    actor.send({ type: 'officer.decided', made: next });
    expect(decisionsIn(actor.getSnapshot())).toEqual(made);
  });

  test('never meets the warm-up again after the first decision', () => {
    for (const { state } of paths) if (decisionsIn(state).length > 0) expect(state.value).not.toBe('warmingUp');
  });
});
