import type { Page } from 'playwright-core';
import { courseWords } from '#app/i18n/course-words.ts';
import type { Language } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { attemptSeed, decide, type Quiz, startQuiz } from '#domain/scenario/quiz.ts';
import { decisionOf, openOptions } from '#domain/scenario/run.ts';
import { surfaceOf } from '#domain/scenario/surface.ts';
import { wordsIn } from './words.ts';

export type Person = { officerId: string; badge: string; pin: string; password: string };
type Door = '/' | '/roll-call' | '/commander' | '/admin';

/** What people do, in the words that they see. Every step waits for what a person would wait for. */
export function storyIn(page: Page, language: Language) {
  const t = wordsIn(language);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  async function decideRest(pack: CoursePack, from: Quiz, pick: Pick = () => 'right'): Promise<Quiz> {
    let quiz = from;
    while (quiz.current) quiz = await decideOne(page, language, pack, quiz, pick);
    return quiz;
  }

  return {
    t,
    press,
    /** Every run that is left; `pick` says which option, the right one unless told. */
    decideRest,
    follow: (name: string) => page.getByRole('link', { name, exact: true }).click(),

    async signIn(door: Door, person: Person) {
      await page.goto(door);
      const secret = door === '/commander' || door === '/admin' ? 'password' : 'pin';
      await page.getByLabel(t('common:signIn.badge')).fill(person.badge);
      await page.getByLabel(t(`common:signIn.${secret}`)).fill(person[secret]);
      await press(t('common:signIn.submit'));
      await page.getByRole('button', { name: t('common:signIn.out') }).waitFor();
    },

    async acknowledge() {
      await page.getByRole('checkbox', { name: t('officer:policy.sentence') }).check();
      await press(t('officer:policy.acknowledge'));
    },

    /** Sorts the warm-up cards away and decides every run. */
    async decide(pack: CoursePack, officerId: string, pick?: Pick): Promise<Quiz> {
      await press(t('officer:cardSort.skip'));
      return decideRest(pack, firstQuiz(pack, officerId), pick);
    },
  };
}

/** The first attempt, before its first decision. */
export const firstQuiz = (pack: CoursePack, officerId: string): Quiz =>
  startQuiz(pack, attemptSeed(officerId, pack.editionHash, 1));

/**
 * The line under the short film once so many of its thirty seconds are watched, however long a busy machine took to look.
 */
export const filmAt = (seconds: number): RegExp => {
  const from = Array.from({ length: 30 - seconds }, (_, more) => String(seconds + more).padStart(2, '0'));
  return new RegExp(`^0:(${from.join('|')}) (of|de) `);
};

/** The verdict wanted for the next decision of this quiz. */
export type Pick = (quiz: Quiz) => 'right' | 'wrong';

/** The next decision of this quiz: what it asks, the words of the option with the wanted verdict, and where that leads. */
export function decisionNow(pack: CoursePack, language: Language, quiz: Quiz, wanted: 'right' | 'wrong') {
  const { scenarioId, run: number } = quiz.current ?? { scenarioId: '', run: 0 };
  const scenario = pack.scenarios[scenarioId];
  const text = pack.text[language].scenarios[scenarioId];
  const run = quiz.runs[scenarioId]?.at(-1);
  if (!scenario || !text || !run) throw new Error(`The course lacks ${scenarioId}.`);
  const decision = decisionOf(scenario, run);
  const option = openOptions(scenario, run).find(({ verdict }) => verdict === wanted);
  const asks = text.decisions[decision?.id ?? ''];
  const words = asks?.options[option?.id ?? ''];
  if (!decision || !option || !words) throw new Error(`${scenarioId} has no ${wanted} option at ${decision?.id}.`);
  const next = decide(pack, quiz, { scenarioId, run: number, decisionId: decision.id, optionId: option.id });
  if (!next) throw new Error(`${scenarioId} did not take ${option.id}.`);
  const surface = surfaceOf(pack, scenario, run.seed, language);
  const say = (message: string) => courseWords(message, surface, language);
  return {
    isFirst: run.choices.length === 0,
    situation: say(text.situation),
    question: say(asks.question),
    label: say(words.label),
    why: say(words.why),
    clauses: option.clauses,
    next,
  };
}

async function decideOne(page: Page, language: Language, pack: CoursePack, quiz: Quiz, pick: Pick): Promise<Quiz> {
  const t = wordsIn(language);
  const { isFirst, label, next } = decisionNow(pack, language, quiz, pick(quiz));
  if (isFirst) await page.getByRole('button', { name: t('officer:scenario.toQuestion') }).click();
  await page.getByRole('radio', { name: label, exact: true }).check();
  await page.getByRole('button', { name: t('officer:scenario.confirm') }).click();
  await page.getByRole('heading', { name: t('officer:scenario.whatFollows') }).waitFor();
  await leaveExplanation(page, language, quiz, next);
  return next;
}

/** The words of the button that leaves an explanation. */
export function wayOn(before: Quiz, after: Quiz): string {
  const goesOn = after.runs[before.current?.scenarioId ?? '']?.at((before.current?.run ?? 1) - 1)?.endingId === null;
  if (goesOn) return 'officer:scenario.nextQuestion';
  if (after.current === null) return 'officer:quiz.leave.toResult';
  return after.current.scenarioId === before.current?.scenarioId
    ? 'officer:quiz.leave.toLook'
    : 'officer:quiz.leave.toNext';
}

async function leaveExplanation(page: Page, language: Language, before: Quiz, after: Quiz) {
  const t = wordsIn(language);
  const press = (key: string) => page.getByRole('button', { name: t(key), exact: true }).click();
  const key = wayOn(before, after);
  await press(key);
  if (key === 'officer:quiz.leave.toLook') await press('officer:quiz.remediation.again');
}
