import { expect, test } from 'vitest';
import { aStage } from '#test/support/a-stage.ts';
import { watchedBefore } from '#test/support/earlier.ts';
import { keyboardOn } from '#test/support/keyboard.ts';
import { movedClock } from '#test/support/moved-clock.ts';
import { decisionNow, firstQuiz, type Person, storyIn, wayOn } from '#test/support/story.ts';
import { openPage } from '#test/support/watched-page.ts';

const clock = movedClock();
const stage = aStage(clock);

/** Opened by no mouse: signed in with keys from the top of the page. */
async function signInByKeys(person: Person) {
  const watched = await openPage(stage.browser, stage.server.url, { locale: 'en-US' });
  const { page } = watched;
  const { t } = storyIn(page, 'en');
  const keys = keyboardOn(page);
  const button = (key: string) => page.getByRole('button', { name: t(key), exact: true });
  const heading = (name: string) => page.getByRole('heading', { name, exact: true });
  await page.goto('/');
  await page.getByLabel(t('common:signIn.badge')).waitFor();
  await keys.press('Tab');
  await keys.expectAt(page.getByRole('link', { name: t('common:shell.skip') }));
  await keys.press('Enter');
  await keys.tabTo(page.getByLabel(t('common:signIn.badge')));
  await keys.type(person.badge);
  await keys.press('Tab');
  await keys.type(person.pin);
  await keys.press('Enter');
  return { ...watched, t, keys, button, heading };
}

test('an officer begins and plays by keys alone', async () => {
  const { page, t, keys, button, heading, expectClean, close } = await signInByKeys(stage.server.demo.sergeant);
  await keys.expectAt(heading(stage.server.pack.text.en.title));
  await keys.use(button('officer:start.begin'));
  await keys.expectAt(heading(t('officer:film.title')));
  await keys.use(button('officer:film.play'), 'Space');
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 1);
  await keys.press('Space');
  await button('officer:film.play').waitFor();
  await keys.use(page.getByText(t('officer:film.chapters'), { exact: true }));
  await keys.use(page.getByRole('button', { name: /^0:00/ }).first());
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 9) < 1);
  await expectClean();
  await close();
});

test('an officer goes from sign-in to receipt by keys alone', async () => {
  const { pack, demo } = stage.server;
  const person = demo.officer;
  const before = await openPage(stage.browser, stage.server.url);
  await storyIn(before.page, 'en').signIn('/', person);
  await watchedBefore(before.page, pack, clock, pack.film.durationSeconds - 2);
  await before.close();

  const { page, t, keys, button, heading, expectClean, close } = await signInByKeys(person);
  await keys.expectAt(heading(t('officer:film.title')));
  await keys.use(button('officer:film.play'), 'Space');
  await keys.use(button('officer:film.toPolicy'));

  await keys.expectAt(heading(t('officer:policy.title')));
  await keys.use(page.getByRole('checkbox', { name: t('officer:policy.sentence') }), 'Space');
  await keys.use(button('officer:policy.acknowledge'));

  await keys.expectAt(heading(t('officer:cardSort.title')));
  const { cards } = pack.cardSort;
  for (const [at] of cards.entries()) {
    await keys.use(button('common:basis.civil'));
    await keys.expectAt(page.locator('#sorted-title'));
    const isLast = at === cards.length - 1;
    await keys.use(button(isLast ? 'officer:cardSort.toScenarios' : 'officer:cardSort.nextCard'));
    if (!isLast) await keys.expectAt(page.locator('#sort-card-title'));
  }

  let quiz = firstQuiz(pack, person.officerId);
  while (quiz.current) {
    const { isFirst, question, label, next } = decisionNow(pack, 'en', quiz, 'right');
    const number = quiz.drawn.indexOf(quiz.current.scenarioId) + 1;
    if (isFirst) {
      await keys.expectAt(heading(t('officer:quiz.scenario', { number, total: quiz.drawn.length })));
      await keys.use(button('officer:scenario.toQuestion'));
    }
    await keys.expectAt(page.getByRole('region', { name: question }));
    await keys.choose(page.getByRole('radio', { name: label, exact: true }));
    await keys.use(button('officer:scenario.confirm'));
    await keys.expectAt(heading(t('officer:scenario.whatFollows')));
    await keys.use(button(wayOn(quiz, next)));
    quiz = next;
  }
  await keys.expectAt(heading(t('officer:quiz.passed.title')));
  await keys.use(button('officer:quiz.passed.next'));
  await page.getByText(t('officer:done.grade.A.name')).waitFor();
  await keys.expectAt(page.getByRole('heading', { level: 1 }));
  expect(await page.locator('.receipt-code').textContent()).toMatch(/^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/);
  await expectClean();
  await close();
});
