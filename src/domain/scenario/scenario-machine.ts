import { assign, setup } from 'xstate';
import type { Scenario } from '../course/scenario.ts';
import { type Choice, choose, type Ruling, type Run, replay, startRun } from './run.ts';

export type ScenarioInput = {
  scenario: Scenario;
  seed: string;
  ruling: Ruling;
  /** Choices already on record: a reload starts where the officer was. */
  taken?: Choice[];
  /** How many of their explanations were read to the end. */
  explanationsRead?: number;
  /** The situation was left for the first question before the reload. */
  situationRead?: boolean;
};

type ScenarioContext = {
  scenario: Scenario;
  ruling: Ruling;
  run: Run;
  explanationsRead: number;
  situationRead: boolean;
};

/** One scenario, whatever its file says: reading → deciding → explained → … → finished. */
export const scenarioMachine = setup({
  types: {
    input: {} as ScenarioInput,
    context: {} as ScenarioContext,
    events: {} as
      | { type: 'officer.readSituation' }
      | { type: 'officer.decided'; choice: Choice }
      | { type: 'officer.readExplanation' },
    output: {} as { run: Run },
  },
  guards: {
    isOpen: ({ context }, { choice }: { choice: Choice }) =>
      choose(context.scenario, context.run, choice, context.ruling) !== null,
    isUnexplained: ({ context }) => context.explanationsRead < context.run.choices.length,
    hasEnded: ({ context }) => context.run.endingId !== null,
    hasBegun: ({ context }) => context.situationRead || context.run.choices.length > 0,
  },
  actions: {
    takeChoice: assign({
      run: ({ context }, { choice }: { choice: Choice }) =>
        choose(context.scenario, context.run, choice, context.ruling) ?? context.run,
    }),
    rememberSituation: assign({ situationRead: true }),
    countExplanation: assign({ explanationsRead: ({ context }) => context.run.choices.length }),
  },
}).createMachine({
  id: 'scenario',
  context: ({ input }) => ({
    scenario: input.scenario,
    ruling: input.ruling,
    run: replay(input.scenario, input.seed, input.taken ?? [], input.ruling) ?? startRun(input.scenario, input.seed),
    explanationsRead: input.explanationsRead ?? 0,
    situationRead: input.situationRead ?? false,
  }),
  initial: 'opening',
  output: ({ context }) => ({ run: context.run }),
  states: {
    opening: {
      description: 'Finds the place that the choices on record lead to.',
      always: [
        { guard: 'isUnexplained', target: 'explained' },
        { guard: 'hasEnded', target: 'finished' },
        { guard: 'hasBegun', target: 'deciding' },
        { target: 'reading' },
      ],
    },
    reading: {
      description: 'The situation and the papers, before any question.',
      on: { 'officer.readSituation': { actions: 'rememberSituation', target: 'deciding' } },
    },
    deciding: {
      on: {
        'officer.decided': {
          guard: { type: 'isOpen', params: ({ event }) => ({ choice: event.choice }) },
          actions: { type: 'takeChoice', params: ({ event }) => ({ choice: event.choice }) },
          target: 'explained',
        },
      },
    },
    explained: {
      description: 'Consequence first, then why, with the clause and the cue that teaches it.',
      on: {
        'officer.readExplanation': [
          { guard: 'hasEnded', actions: 'countExplanation', target: 'finished' },
          { actions: 'countExplanation', target: 'deciding' },
        ],
      },
    },
    finished: { type: 'final' },
  },
});
