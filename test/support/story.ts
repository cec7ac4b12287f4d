import type { Page } from 'playwright-core';
import { courseWords } from '#app/i18n/course-words.ts';
import type { Language } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { attemptSeed, decide, type Quiz, startQuiz } from '#domain/scenario/quiz.ts';
import { decisionOf, openOptions } from '#domain/scenario/run.ts';
import { surfaceOf } from '#domain/scenario/surface.ts';
import { wordsIn } from './words.ts';

export type Person = { officerId: string; badge: string; pin: string; password: string };
type Door = '/' | '/roll-call' | '/commander';

/** What people do, in the words that they see. Every step waits for what a person would wait for. */
export function storyIn(page: Page, language: Language) {
  const t = wordsIn(language);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  return {
    t,
    press,
    follow: (name: string) => page.getByRole('link', { name, exact: true }).click(),

    async signIn(door: Door, person: Person) {
      await page.goto(door);
      const secret = door === '/commander' ? 'password' : 'pin';
      await page.getByLabel(t('common:signIn.badge')).fill(person.badge);
      await page.getByLabel(t(`common:signIn.${secret}`)).fill(person[secret]);
      await press(t('common:signIn.submit'));
      await page.getByRole('button', { name: t('common:signIn.out') }).waitFor();
    },

    async acknowledge() {
      await page.getByRole('checkbox', { name: t('officer:policy.sentence') }).check();
      await press(t('officer:policy.acknowledge'));
    },

    /** Sorts the warm-up cards away and decides every run; `pick` says which option, the right one unless told. */
    async decide(pack: CoursePack, officerId: string, pick: Pick = () => 'right'): Promise<Quiz> {
      await press(t('officer:cardSort.skip'));
      let quiz = startQuiz(pack, attemptSeed(officerId, pack.editionHash, 1));
      while (quiz.current) quiz = await decideOne(page, language, pack, quiz, pick);
      return quiz;
    },
  };
}

/** The verdict wanted for the next decision of this quiz. */
export type Pick = (quiz: Quiz) => 'right' | 'wrong';

async function decideOne(page: Page, language: Language, pack: CoursePack, quiz: Quiz, pick: Pick): Promise<Quiz> {
  const t = wordsIn(language);
  const { scenarioId, run: number } = quiz.current ?? { scenarioId: '', run: 0 };
  const scenario = pack.scenarios[scenarioId];
  const text = pack.text[language].scenarios[scenarioId];
  const run = quiz.runs[scenarioId]?.at(-1);
  if (!scenario || !text || !run) throw new Error(`The course lacks ${scenarioId}.`);

  if (run.choices.length === 0) await page.getByRole('button', { name: t('officer:scenario.toQuestion') }).click();
  const decision = decisionOf(scenario, run);
  const wanted = pick(quiz);
  const option = openOptions(scenario, run).find(({ verdict }) => verdict === wanted);
  const words = text.decisions[decision?.id ?? '']?.options[option?.id ?? ''];
  if (!decision || !option || !words) throw new Error(`${scenarioId} has no ${wanted} option at ${decision?.id}.`);

  const label = courseWords(words.label, surfaceOf(scenario, text, run.seed), language);
  await page.getByRole('radio', { name: label, exact: true }).check();
  await page.getByRole('button', { name: t('officer:scenario.confirm') }).click();
  await page.getByRole('heading', { name: t('officer:scenario.whatFollows') }).waitFor();
  const made = { scenarioId, run: number, decisionId: decision.id, optionId: option.id };
  const next = decide(pack, quiz, made);
  if (!next) throw new Error(`${scenarioId} did not take ${option.id}.`);
  await leaveExplanation(page, language, quiz, next);
  return next;
}

async function leaveExplanation(page: Page, language: Language, before: Quiz, after: Quiz) {
  const t = wordsIn(language);
  const press = (key: string) => page.getByRole('button', { name: t(key), exact: true }).click();
  const goesOn = after.runs[before.current?.scenarioId ?? '']?.at((before.current?.run ?? 1) - 1)?.endingId === null;
  if (goesOn) return press('officer:scenario.nextQuestion');
  if (after.current === null) return press('officer:quiz.leave.toResult');
  if (after.current.scenarioId !== before.current?.scenarioId) return press('officer:quiz.leave.toNext');
  await press('officer:quiz.leave.toLook');
  return press('officer:quiz.remediation.again');
}
