import { assign, setup } from 'xstate';
import {
  decide,
  type Quiz,
  type QuizCourse,
  type QuizDecision,
  type QuizStanding,
  replayQuiz,
  startQuiz,
} from './quiz.ts';

/** Which run is on the screen; after its last decision the quiz is already one further. */
export type ShownRun = { scenarioId: string; run: number };

export type QuizInput = {
  pack: QuizCourse;
  seed: string;
  /** Decisions already on record for this attempt. */
  made?: QuizDecision[];
  /** The run that was on the screen, when its end was not yet left. */
  shown?: ShownRun | null;
  /** That end was left, and what went wrong was on the screen. */
  remediating?: boolean;
  warmedUp?: boolean;
};

type QuizContext = {
  pack: QuizCourse;
  quiz: Quiz;
  shown: ShownRun | null;
  wasRemediating: boolean;
  warmedUp: boolean;
};

/** One attempt: the ungraded warm-up, the runs drawn, the film cue after a fault, and how it ended. */
export const quizMachine = setup({
  types: {
    input: {} as QuizInput,
    context: {} as QuizContext,
    events: {} as
      | { type: 'officer.warmedUp' }
      | { type: 'officer.decided'; made: QuizDecision }
      | { type: 'scenario.left' }
      | { type: 'officer.readyAgain' },
    output: {} as { standing: QuizStanding; quiz: Quiz },
  },
  guards: {
    isNext: ({ context }, { made }: { made: QuizDecision }) =>
      isRun(made, context.shown) && decide(context.pack, context.quiz, made) !== null,
    hasPassed: ({ context }) => context.quiz.standing === 'passed' && context.shown === null,
    needsTalk: ({ context }) => context.quiz.standing === 'needs-talk' && context.shown === null,
    wasRemediating: ({ context }) => context.wasRemediating && runsAgain(context),
    hasBegun: ({ context }) => context.warmedUp || context.shown !== null || hasDecided(context.quiz),
    isLast: ({ context }) => context.quiz.current === null,
    runsAgain: ({ context }) => runsAgain(context),
  },
  actions: {
    takeDecision: assign({
      quiz: ({ context }, { made }: { made: QuizDecision }) => decide(context.pack, context.quiz, made) ?? context.quiz,
    }),
    showNext: assign({ shown: ({ context }) => context.quiz.current }),
    showNothing: assign({ shown: null }),
    rememberWarmUp: assign({ warmedUp: true }),
  },
}).createMachine({
  id: 'quiz',
  context: ({ input }) => {
    const quiz = replayQuiz(input.pack, input.seed, input.made ?? []) ?? startQuiz(input.pack, input.seed);
    return {
      pack: input.pack,
      quiz,
      shown: input.shown && canBeShown(quiz, input.shown, input.made) ? input.shown : null,
      wasRemediating: input.remediating ?? false,
      warmedUp: input.warmedUp ?? false,
    };
  },
  initial: 'opening',
  output: ({ context }) => ({ standing: context.quiz.standing, quiz: context.quiz }),
  states: {
    opening: {
      always: [
        { guard: 'hasPassed', target: 'passed' },
        { guard: 'needsTalk', target: 'needsTalk' },
        { guard: 'wasRemediating', target: 'remediating' },
        { guard: ({ context }) => context.shown !== null, target: 'running' },
        { guard: 'hasBegun', actions: 'showNext', target: 'running' },
        { target: 'warmingUp' },
      ],
    },
    warmingUp: {
      description: 'The card sort: not graded, may be skipped.',
      on: { 'officer.warmedUp': { actions: ['rememberWarmUp', 'showNext'], target: 'running' } },
    },
    running: {
      on: {
        'officer.decided': {
          guard: { type: 'isNext', params: ({ event }) => ({ made: event.made }) },
          actions: { type: 'takeDecision', params: ({ event }) => ({ made: event.made }) },
        },
        'scenario.left': [
          { guard: ({ context }) => context.quiz.standing === 'passed', actions: 'showNothing', target: 'passed' },
          { guard: 'isLast', actions: 'showNothing', target: 'needsTalk' },
          { guard: 'runsAgain', target: 'remediating' },
          { actions: 'showNext', target: 'running', reenter: true },
        ],
      },
    },
    remediating: {
      description: 'What went wrong, the cue that teaches it, then the scenario again with other details.',
      on: { 'officer.readyAgain': { actions: 'showNext', target: 'running' } },
    },
    passed: { type: 'final' },
    needsTalk: {
      type: 'final',
      description: 'Two reruns did not do it: the sergeant talks it over and opens it again.',
    },
  },
});

const hasEnded = (quiz: Quiz, shown: ShownRun | null): boolean =>
  shown !== null && (quiz.runs[shown.scenarioId]?.[shown.run - 1]?.endingId ?? null) !== null;

const runsAgain = ({ quiz, shown }: QuizContext): boolean =>
  hasEnded(quiz, shown) && quiz.current?.scenarioId === shown?.scenarioId;

/** Only the run being decided, or the one that the last decision ended: another device may have gone further. */
const canBeShown = (quiz: Quiz, shown: ShownRun, made: QuizDecision[] = []): boolean =>
  isRun(shown, quiz.current) || (isRun(shown, made.at(-1)) && hasEnded(quiz, shown));

const isRun = (one: ShownRun, other: ShownRun | null | undefined): boolean =>
  one.scenarioId === other?.scenarioId && one.run === other.run;

const hasDecided = (quiz: Quiz): boolean =>
  Object.values(quiz.runs).some((runs) => runs.some((run) => run.choices.length > 0));
