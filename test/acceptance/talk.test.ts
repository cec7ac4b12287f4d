import { expect, test } from 'vitest';
import { attemptSeed, startQuiz } from '#domain/scenario/quiz.ts';
import { aStage } from '#test/support/a-stage.ts';
import { expectAccessible } from '#test/support/axe.ts';
import { readBefore } from '#test/support/earlier.ts';
import { keyboardOn } from '#test/support/keyboard.ts';
import { movedClock } from '#test/support/moved-clock.ts';
import { expectFitsNarrow } from '#test/support/narrow.ts';
import { decisionNow, storyIn } from '#test/support/story.ts';
import { openPage } from '#test/support/watched-page.ts';

const clock = movedClock();
const stage = aStage(clock);

test('an officer errs three times, talks with the sergeant, and goes on with a fresh attempt to the receipt', async () => {
  const { pack, demo } = stage.server;
  const phone = await openPage(stage.browser, stage.server.url, { locale: 'en-US' });
  const officer = storyIn(phone.page, 'en');
  await officer.signIn('/', demo.officer);
  await readBefore(phone.page, pack, clock);
  await phone.page.reload();
  const broken = new Set<string>();
  await officer.decide(pack, demo.officer.officerId, (quiz) => {
    for (const id of decisionNow(pack, 'en', quiz, 'wrong').clauses) broken.add(id);
    return 'wrong';
  });
  await phone.page.getByRole('heading', { name: officer.t('officer:quiz.needsTalk.title') }).waitFor();
  const missed = pack.course.clauses.map(({ id }) => id).filter((id) => broken.has(id));
  for (const id of missed)
    await phone.page
      .getByText(pack.text.en.clauses[id]?.name ?? id)
      .first()
      .waitFor();

  const askAgain = officer.t('officer:training.talk.askAgain');
  await phone.page.context().setOffline(true);
  await officer.press(askAgain);
  await phone.page.getByText(officer.t('errors:recording.offline')).first().waitFor();
  await phone.page.context().setOffline(false);
  await officer.press(askAgain);
  await phone.page.getByText(officer.t('officer:training.talk.notYet')).waitFor();

  const narrow = { width: 320, height: 640 };
  const station = await openPage(stage.browser, stage.server.url, { locale: 'es-US', viewport: narrow });
  const { page } = station;
  const { t, signIn } = storyIn(page, 'es');
  const keys = keyboardOn(page);
  await signIn('/roll-call', demo.sergeant);
  await page.goto(`/roll-call/squads/${demo.sergeant.unitId}`);
  const row = page.getByRole('row').filter({ hasText: demo.officer.badge });
  await row.getByText(t('roll-call:owed.needs-talk')).waitFor();
  for (const id of missed) await row.getByText(pack.text.es.clauses[id]?.name ?? id).waitFor();
  expect(await row.locator('.talk-clauses b').allTextContents()).toEqual(missed);
  await expectFitsNarrow(page, 'es');

  const open = row.getByRole('button', { name: t('roll-call:talk.openWith', { name: demo.officer.name }) });
  const dialog = page.getByRole('dialog', { name: t('roll-call:talk.title', { name: demo.officer.name }) });
  await keys.use(open);
  await dialog.getByText(t('roll-call:talk.faceToFace')).waitFor();
  await expectAccessible(page);
  await expectFitsNarrow(page, 'es');
  await keys.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await keys.expectAt(open);
  await keys.use(open);
  await keys.use(dialog.getByRole('button', { name: t('roll-call:talk.record') }), 'Space');
  await row.getByText(t('roll-call:owed.deciding'), { exact: true }).waitFor();
  await keys.expectAt(row.getByRole('rowheader'));
  await page.getByRole('status').filter({ hasText: demo.officer.name }).waitFor();
  expect(await open.count()).toBe(0);
  await page.reload();
  await row.getByText(t('roll-call:owed.deciding'), { exact: true }).waitFor();
  await station.expectClean();
  await station.close();

  await officer.press(askAgain);
  await officer.press(officer.t('officer:cardSort.skip'));
  await officer.decideRest(pack, startQuiz(pack, attemptSeed(demo.officer.officerId, pack.editionHash, 2)));
  await officer.press(officer.t('officer:quiz.passed.next'));
  await phone.page.getByText(officer.t('officer:done.grade.A.name')).waitFor();
  await phone.expectClean();
  await phone.close();
});
