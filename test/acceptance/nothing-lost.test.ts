import { expect, test } from 'vitest';
import { aStage } from '#test/support/a-stage.ts';
import { readBefore, watchedBefore } from '#test/support/earlier.ts';
import { movedClock } from '#test/support/moved-clock.ts';
import { decisionNow, firstQuiz, storyIn, wayOn } from '#test/support/story.ts';
import { openPage } from '#test/support/watched-page.ts';

const clock = movedClock();
const stage = aStage(clock);

test('a reload at any step comes back to the same place', async () => {
  const { pack, demo } = stage.server;
  const { page, expectClean, close } = await openPage(stage.browser, stage.server.url, { locale: 'en-US' });
  const { t, press, signIn, acknowledge, decideRest } = storyIn(page, 'en');
  const main = page.getByRole('main');
  /** The offer to keep the training comes a moment after the page that it stands on. */
  const offered = () => page.locator('.keep-offline').waitFor();
  /** The page after a reload says what it said before. */
  async function reloads(face: string) {
    await page.getByRole('heading', { name: face, exact: true }).waitFor();
    const before = await main.textContent();
    await page.reload();
    await page.waitForFunction((said) => document.querySelector('main')?.textContent === said, before);
  }
  await signIn('/', demo.officer);
  await offered();
  await reloads(pack.text.en.title);

  await watchedBefore(page, pack, clock, pack.film.durationSeconds - 2);
  await page.reload();
  await page.getByText(/^0:28 of 0:30 watched/).waitFor();
  await offered();
  await reloads(t('officer:film.title'));
  await press(t('officer:film.play'));
  await press(t('officer:film.toPolicy'));
  await reloads(t('officer:policy.title'));
  await acknowledge();

  await reloads(t('officer:cardSort.title'));
  await press(t('common:basis.civil'));
  await page.locator('#sorted-title').waitFor();
  await reloads(t('officer:cardSort.title'));
  await press(t('officer:cardSort.nextCard'));
  await page.getByText(t('officer:cardSort.progress', { number: 2, total: 3 })).waitFor();
  await reloads(t('officer:cardSort.title'));
  await press(t('officer:cardSort.skip'));

  let quiz = firstQuiz(pack, demo.officer.officerId);
  const total = quiz.drawn.length;
  const scenario = (number: number) => t('officer:quiz.scenario', { number, total });
  const wrong = decisionNow(pack, 'en', quiz, 'wrong');
  await reloads(scenario(1));
  await press(t('officer:scenario.toQuestion'));
  await reloads(wrong.question);
  await page.getByRole('radio', { name: wrong.label, exact: true }).check();
  await press(t('officer:scenario.confirm'));
  await reloads(t('officer:scenario.whatFollows'));
  await press(t(wayOn(quiz, wrong.next)));
  await reloads(t('officer:quiz.remediation.title'));
  await press(t('officer:quiz.remediation.again'));
  quiz = wrong.next;
  await page.getByText(t('officer:quiz.again', { run: 2, most: 3 })).waitFor();
  await reloads(scenario(1));

  await decideRest(pack, quiz);
  await press(t('officer:quiz.passed.next'));
  await page.getByText(t('officer:done.grade.A.name')).waitFor();
  await reloads((await page.getByRole('heading', { level: 1 }).textContent()) ?? '');
  await expectClean();
  await close();
});

test('a change of language in the middle of a question keeps the answer that is chosen', async () => {
  const { pack, demo } = stage.server;
  const { page, close } = await openPage(stage.browser, stage.server.url, { locale: 'en-US' });
  const english = storyIn(page, 'en');
  const spanish = storyIn(page, 'es');
  await english.signIn('/', demo.captain);
  await readBefore(page, pack, clock);
  await page.reload();
  await english.press(english.t('officer:cardSort.skip'));
  await english.press(english.t('officer:scenario.toQuestion'));
  const quiz = firstQuiz(pack, demo.captain.officerId);
  const asked = decisionNow(pack, 'en', quiz, 'right');
  const preguntada = decisionNow(pack, 'es', quiz, 'right');
  await page.getByRole('radio', { name: asked.label, exact: true }).check();

  await english.press('Español');
  await page.getByRole('heading', { name: preguntada.question, exact: true }).waitFor();
  expect(await page.getByRole('radio', { name: preguntada.label, exact: true }).isChecked()).toBe(true);
  expect(await page.locator('html').getAttribute('lang')).toBe('es');
  await spanish.press(spanish.t('officer:scenario.confirm'));
  await page.getByText(preguntada.why, { exact: true }).waitFor();

  await spanish.press('English');
  await page.getByText(asked.why, { exact: true }).waitFor();
  await english.press(english.t(wayOn(quiz, asked.next)));
  const path = await page.evaluate(async () => (await fetch('/api/training/path')).json());
  expect(path.steps).toMatchObject([{ language: 'es', verdict: 'right' }]);
  await close();
});
