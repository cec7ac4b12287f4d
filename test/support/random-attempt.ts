import { createActor } from 'xstate';
import type { PathStep } from '#domain/completion/report.ts';
import { languages } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Option, Scenario } from '#domain/course/scenario.ts';
import { explanationsOf } from '#domain/scenario/explanation.ts';
import { attemptSeed, type Quiz, runSeed } from '#domain/scenario/quiz.ts';
import { quizMachine } from '#domain/scenario/quiz-machine.ts';
import { decisionOf, openOptions, type Run, rulingOf } from '#domain/scenario/run.ts';
import { scenarioMachine } from '#domain/scenario/scenario-machine.ts';
import { shuffleBySeed } from '#domain/scenario/seed.ts';

export type Random = () => number;

/** Numbers from 0 to 1 that are the same each time (mulberry32), so that what fails once can be looked at. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const oneOf = <T>(from: readonly T[], random: Random): T => {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new Error('Nothing to choose from.');
  return one;
};

/** What the browser showed of a decision when it was made. */
export type ShownStep = Pick<
  PathStep,
  'scenarioId' | 'run' | 'seed' | 'decisionId' | 'optionId' | 'verdict' | 'stopMinutes' | 'holdMinutes' | 'language'
>;

/** What an attempt left behind in the browser: items as they went out, and what the screens showed. */
export type AttemptInBrowser = { sent: string[]; shown: ShownStep[]; runs: Run[]; quiz: Quiz };

/**
 * One whole attempt as the screens walk it, quiz and scenario machines side by side. How often the officer knows the right
 * way is drawn anew for each attempt, so that some pass at once, some after a rerun, and some see their sergeant.
 */
export function randomAttempt(
  pack: CoursePack,
  officerId: string,
  attempt: number,
  random: Random,
  newId: () => string,
): AttemptInBrowser {
  const knows = oneOf([0.1, 0.5, 0.8, 0.95, 1], random);
  const seed = attemptSeed(officerId, pack.editionHash, attempt);
  const screens = createActor(quizMachine, { input: { pack, seed } }).start();
  const left: AttemptInBrowser = { sent: [], shown: [], runs: [], quiz: screens.getSnapshot().context.quiz };
  const common = () => ({ id: newId(), editionHash: pack.editionHash, deviceAt: '2026-11-23T12:00:00.000Z' });

  screens.send({ type: 'officer.warmedUp' });
  while (screens.getSnapshot().status === 'active') {
    const { shown } = screens.getSnapshot().context;
    const scenario = pack.scenarios[shown?.scenarioId ?? ''];
    if (!shown || !scenario) throw new Error('The quiz shows no scenario.');
    const decide = (made: { decisionId: string; optionId: string }) => {
      const language = oneOf(languages, random);
      left.sent.push(JSON.stringify({ kind: 'decided', ...common(), attempt, ...shown, ...made, language }));
      screens.send({ type: 'officer.decided', made: { ...shown, ...made } });
      return language;
    };
    const runOfScreen = walk(pack, scenario, runSeed(seed, shown.scenarioId, shown.run), knows, random, decide);
    left.shown.push(...runOfScreen.steps.map((step) => ({ ...shown, ...step })));
    left.runs.push(runOfScreen.run);
    screens.send({ type: 'scenario.left' });
    if (screens.getSnapshot().matches('remediating')) screens.send({ type: 'officer.readyAgain' });
  }
  return { ...left, quiz: screens.getSnapshot().context.quiz };
}

function walk(
  pack: CoursePack,
  scenario: Scenario,
  seed: string,
  knows: number,
  random: Random,
  decide: (made: { decisionId: string; optionId: string }) => ShownStep['language'],
) {
  const ruling = rulingOf(pack.course);
  const screen = createActor(scenarioMachine, { input: { scenario, seed, ruling } }).start();
  const steps: Omit<ShownStep, 'scenarioId' | 'run'>[] = [];
  screen.send({ type: 'officer.readSituation' });
  while (screen.getSnapshot().status === 'active') {
    const { run } = screen.getSnapshot().context;
    const decisionId = run.decisionId ?? '';
    const isOpen = decisionOf(scenario, run)?.agency !== undefined;
    const options = shuffleBySeed(openOptions(scenario, run), seed, decisionId);
    const mayBeRight = options.filter((option) => isOpen || option.verdict === 'right');
    const option: Option = oneOf(random() < knows ? mayBeRight : options, random);
    const choice = { decisionId, optionId: option.id };
    const language = decide(choice);
    screen.send({ type: 'officer.decided', choice });
    const after = screen.getSnapshot().context.run;
    const explained = explanationsOf(scenario, after, ruling).at(-1);
    if (!explained) throw new Error('A decision is explained.');
    const { stopMinutes, holdMinutes } = after;
    steps.push({ ...choice, seed, verdict: explained.verdict, stopMinutes, holdMinutes, language });
    screen.send({ type: 'officer.readExplanation' });
  }
  return { steps, run: screen.getSnapshot().context.run };
}
