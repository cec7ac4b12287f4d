import { assign, setup } from 'xstate';
import type { QuizStanding } from '../scenario/quiz.ts';
import type { Training } from './training.ts';

/** `film`: the first unit of two, which ends with the film. */
type TrainingContext = { training: Training; part: 'whole' | 'film' | 'policy-and-quiz' };

/** The module as an officer walks it; screens draw its states. The server decides what is complete and says so. */
export const trainingMachine = setup({
  types: {
    input: {} as { training: Training; part?: TrainingContext['part'] },
    context: {} as TrainingContext,
    events: {} as
      | { type: 'officer.begun' }
      | { type: 'film.finished' }
      | { type: 'officer.wentBackToFilm' }
      | { type: 'policy.acknowledged' }
      | { type: 'quiz.ended'; standing: QuizStanding }
      | { type: 'server.answered'; training: Training; nothingWaits: boolean },
  },
  guards: {
    stands: ({ context }, { at }: { at: Training['standing'] }) => context.training.standing === at,
    isComplete: (_, { training }: { training: Training }) => training.completion !== null,
    stillOwesFilm: (_, { training, nothingWaits }: { training: Training; nothingWaits: boolean }) =>
      nothingWaits && training.standing === 'watching',
    isOpenedAgain: ({ context }, { training }: { training: Training }) =>
      training.standing === 'deciding' && training.attempt > context.training.attempt,
    hasPassed: (_, { standing }: { standing: QuizStanding }) => standing === 'passed',
    endsWithFilm: ({ context }) => context.part === 'film',
    hasAcknowledged: ({ context }) => context.training.acknowledgedAt !== null,
  },
  actions: { keep: assign({ training: (_, { training }: { training: Training }) => training }) },
}).createMachine({
  id: 'training',
  context: ({ input }) => ({ training: input.training, part: input.part ?? 'whole' }),
  initial: 'opening',
  on: { 'server.answered': { actions: { type: 'keep', params: ({ event }) => event } } },
  states: {
    opening: {
      always: [
        { guard: { type: 'stands', params: { at: 'not-opened' } }, target: 'briefing' },
        { guard: { type: 'stands', params: { at: 'watching' } }, target: 'watching' },
        { guard: { type: 'stands', params: { at: 'policy' } }, target: 'policy' },
        { guard: { type: 'stands', params: { at: 'deciding' } }, target: 'deciding' },
        { guard: { type: 'stands', params: { at: 'needs-talk' } }, target: 'needsTalk' },
        { target: 'done' },
      ],
    },
    briefing: {
      description: 'What this is, what is recorded, and that it is a training sample.',
      on: { 'officer.begun': 'watching' },
    },
    watching: {
      on: {
        'film.finished': [
          { guard: 'endsWithFilm', target: 'finishing' },
          { guard: 'hasAcknowledged', target: 'deciding' },
          { target: 'policy' },
        ],
      },
    },
    policy: { on: { 'policy.acknowledged': 'deciding', 'officer.wentBackToFilm': 'watching' } },
    deciding: {
      on: {
        'quiz.ended': [
          { guard: { type: 'hasPassed', params: ({ event }) => event }, target: 'finishing' },
          { target: 'needsTalk' },
        ],
      },
    },
    finishing: {
      description: 'All is done on this device; the receipt comes from the server.',
      always: { guard: ({ context }) => context.training.completion !== null, target: 'done' },
      on: {
        'server.answered': [
          {
            guard: { type: 'isComplete', params: ({ event }) => event },
            actions: { type: 'keep', params: ({ event }) => event },
            target: 'done',
          },
          {
            guard: { type: 'stillOwesFilm', params: ({ event }) => event },
            actions: { type: 'keep', params: ({ event }) => event },
            target: 'watching',
          },
          { actions: { type: 'keep', params: ({ event }) => event } },
        ],
      },
    },
    needsTalk: {
      description: 'Not failed: the sergeant talks it over and opens the quiz again.',
      on: {
        'server.answered': [
          {
            guard: { type: 'isOpenedAgain', params: ({ event }) => event },
            actions: { type: 'keep', params: ({ event }) => event },
            target: 'deciding',
          },
          { actions: { type: 'keep', params: ({ event }) => event } },
        ],
      },
    },
    done: {},
  },
});
