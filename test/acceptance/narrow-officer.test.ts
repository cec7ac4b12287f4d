import { test } from 'vitest';
import { aStage } from '#test/support/a-stage.ts';
import { watchedBefore } from '#test/support/earlier.ts';
import { movedClock } from '#test/support/moved-clock.ts';
import { expectFitsNarrow } from '#test/support/narrow.ts';
import { decisionNow, firstQuiz, storyIn, wayOn } from '#test/support/story.ts';
import { openPage } from '#test/support/watched-page.ts';

const clock = movedClock();
const stage = aStage(clock);

test.each(['en', 'es'] as const)(
  'every page of an officer fits 320 px and 400 %, in chosen colors too, and axe finds nothing (%s)',
  async (language) => {
    const { pack, demo } = stage.server;
    const person = language === 'en' ? demo.officer : demo.captain;
    const { page, expectClean, close } = await openPage(stage.browser, stage.server.url, { locale: language });
    const { t, press, signIn, acknowledge, decideRest } = storyIn(page, language);
    const fits = () => expectFitsNarrow(page, language);

    await page.goto('/');
    await fits();
    await press(t('common:signIn.submit'));
    await page.getByText(t('errors:sign-in.pinIncomplete')).waitFor();
    await fits();
    await signIn('/', person);
    await page.getByRole('heading', { name: pack.text[language].title }).waitFor();
    await fits();

    await watchedBefore(page, pack, clock, pack.film.durationSeconds - 2);
    await page.reload();
    await page.getByRole('button', { name: t('officer:film.play'), exact: true }).waitFor();
    await page.getByText(t('officer:film.chapters'), { exact: true }).click();
    await fits();
    await press(t('officer:film.play'));
    await page.getByText(t('officer:film.enough')).waitFor();
    await fits();
    await press(t('officer:film.toPolicy'));

    await press(t('officer:policy.acknowledge'));
    await page.getByText(t('officer:policy.tickFirst')).waitFor();
    await fits();
    await acknowledge();

    await page.getByRole('heading', { name: t('officer:cardSort.title') }).waitFor();
    await fits();
    await press(t('common:basis.criminal'));
    await page.locator('#sorted-title').waitFor();
    await fits();
    await press(t('officer:cardSort.skip'));

    // The first scenario is met in every state, once with a fault; the others once each.
    let quiz = firstQuiz(pack, person.officerId);
    for (const wanted of ['wrong', 'right', 'right'] as const) {
      const { isFirst, label, next } = decisionNow(pack, language, quiz, wanted);
      if (isFirst) {
        await page.getByRole('button', { name: t('officer:scenario.toQuestion') }).waitFor();
        await fits();
        await press(t('officer:scenario.toQuestion'));
      }
      await press(t('officer:scenario.confirm'));
      await page.getByText(t('officer:scenario.chooseFirst')).waitFor();
      if (isFirst) await fits();
      await page.getByRole('radio', { name: label, exact: true }).check();
      await press(t('officer:scenario.confirm'));
      await page.getByRole('heading', { name: t('officer:scenario.whatFollows') }).waitFor();
      for (const note of await page.locator('summary').all()) await note.click();
      await fits();
      const key = wayOn(quiz, next);
      await press(t(key));
      if (key === 'officer:quiz.leave.toLook') {
        await page.getByRole('heading', { name: t('officer:quiz.remediation.title') }).waitFor();
        for (const rule of await page.locator('summary').all()) await rule.click();
        await fits();
        await press(t('officer:quiz.remediation.again'));
      }
      quiz = next;
    }
    await decideRest(pack, quiz);
    await page.getByRole('heading', { name: t('officer:quiz.passed.title') }).waitFor();
    await fits();
    await press(t('officer:quiz.passed.next'));
    await page.locator('.receipt-code').waitFor();
    await fits();
    await expectClean();
    await close();
  },
);
