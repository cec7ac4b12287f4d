import { expect, test } from 'vitest';
import { aStage } from '#test/support/a-stage.ts';
import { expectAccessible } from '#test/support/axe.ts';
import { readBefore } from '#test/support/earlier.ts';
import { movedClock } from '#test/support/moved-clock.ts';
import { decisionNow, filmAt, firstQuiz, type Person, storyIn, wayOn } from '#test/support/story.ts';
import { openPage } from '#test/support/watched-page.ts';

const clock = movedClock();
const stage = aStage(clock);

/** Film and policy behind, the card sort before. */
async function atTheQuiz(language: 'en' | 'es', person: Person) {
  const watched = await openPage(stage.browser, stage.server.url, { locale: language });
  const story = storyIn(watched.page, language);
  await story.signIn('/', person);
  await readBefore(watched.page, stage.server.pack, clock);
  await watched.page.reload();
  await story.press(story.t('officer:cardSort.skip'));
  return { ...watched, ...story };
}

test.each(['en', 'es'] as const)(
  'without a network the screen says what is not yet sent, and all of it is sent when the network is back (%s)',
  async (language) => {
    const { pack, demo } = stage.server;
    const person = language === 'en' ? demo.officer : demo.captain;
    const { page, t, press, decideRest, expectClean, close } = await atTheQuiz(language, person);
    await page.context().setOffline(true);
    const quiz = await decideRest(pack, firstQuiz(pack, person.officerId));
    const count = Object.values(quiz.runs).flatMap((runs) => runs.flatMap((run) => run.choices)).length;
    await page.getByText(t('officer:saving.waiting', { count })).waitFor();
    await page.getByText(t('errors:recording.offline')).waitFor();
    await press(t('officer:quiz.passed.next'));
    await page.getByRole('heading', { name: t('officer:done.notYet.title') }).waitFor();
    await page.getByText(t('officer:done.notYet.waiting'), { exact: true }).waitFor();
    expect(await page.locator('.receipt-code').count()).toBe(0);
    await expectAccessible(page);

    await page.context().setOffline(false);
    await page.getByText(t('officer:done.grade.A.name')).waitFor();
    expect(await page.getByText(t('errors:recording.offline')).count()).toBe(0);
    const path = await page.evaluate(async () => (await fetch('/api/training/path')).json());
    expect(path.steps).toHaveLength(count);
    await expectClean();
    await close();
  },
);

test('an officer whose session has ended signs in again in place and loses nothing', async () => {
  const { pack, demo } = stage.server;
  const person = demo.sergeant;
  const { page, t, press, decideRest, expectClean, close } = await atTheQuiz('en', person);
  await press(t('officer:scenario.toQuestion'));
  const quiz = firstQuiz(pack, person.officerId);
  const { label, why, next } = decisionNow(pack, 'en', quiz, 'right');
  await page.getByRole('radio', { name: label, exact: true }).check();
  await page.evaluate(() => fetch('/api/sign-in', { method: 'DELETE' }));
  await press(t('officer:scenario.confirm'));

  // The decision is kept, and explained, before anybody is asked for anything.
  await page.getByText(why, { exact: true }).waitFor();
  await page.getByText(t('errors:recording.signed-out')).waitFor();
  await press(t('officer:saving.signIn'));
  const dialog = page.getByRole('dialog', { name: t('common:signIn.again.title') });
  await dialog.waitFor();
  await expectAccessible(page);
  await dialog.getByLabel(t('common:signIn.pin')).fill(person.pin);
  await dialog.getByRole('button', { name: t('common:signIn.submit') }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(t('errors:recording.signed-out')).waitFor({ state: 'detached' });
  await page.getByText(why, { exact: true }).waitFor();

  await press(t(wayOn(quiz, next)));
  await decideRest(pack, next);
  await press(t('officer:quiz.passed.next'));
  await page.getByText(t('officer:done.grade.A.name')).waitFor();
  await expectClean();
  await close();
});

test.each(['en', 'es'] as const)(
  'a session that ends in the middle of the film stops nothing and costs no second of it (%s)',
  async (language) => {
    const { pack, demo } = stage.server;
    const person = language === 'en' ? demo.commander : demo.training;
    const { page, expectClean, close } = await openPage(stage.browser, stage.server.url, { locale: language });
    const { t, press, signIn } = storyIn(page, language);
    await signIn('/', person);
    await press(t('officer:start.begin'));
    await press(t('officer:film.play'));
    await page.getByText(filmAt(3)).waitFor();
    await page.evaluate(() => fetch('/api/sign-in', { method: 'DELETE' }));
    await page.getByText(t('errors:recording.signed-out')).waitFor();
    await press(t('officer:saving.signIn'));
    const dialog = page.getByRole('dialog', { name: t('common:signIn.again.title') });
    await dialog.getByLabel(t('common:signIn.pin')).fill(person.pin);
    await dialog.getByRole('button', { name: t('common:signIn.submit') }).click();
    await dialog.waitFor({ state: 'detached' });
    await press(t('officer:film.toPolicy'));
    await page.getByRole('heading', { name: t('officer:policy.title') }).waitFor();
    const ask = () => page.evaluate(async () => (await fetch('/api/training')).json());
    // The screen goes on with what it has played itself; the last report is still on its way.
    await expect.poll(async () => (await ask()).standing, { timeout: 20_000 }).toBe('policy');
    const held = await ask();
    expect(held.officerId).toBe(person.officerId);
    expect(held.covered).toHaveLength(1);
    expect(held.watchedShare).toBeGreaterThanOrEqual(pack.course.passRule.watchedShare);
    await expectClean();
    await close();
  },
);
