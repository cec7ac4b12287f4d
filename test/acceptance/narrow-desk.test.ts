import { test } from 'vitest';
import { aStage } from '#test/support/a-stage.ts';
import { screenedBefore } from '#test/support/earlier.ts';
import { movedClock } from '#test/support/moved-clock.ts';
import { expectFitsNarrow } from '#test/support/narrow.ts';
import { storyIn } from '#test/support/story.ts';
import { openPage } from '#test/support/watched-page.ts';

const clock = movedClock();
const stage = aStage(clock);

test.each(['en', 'es'] as const)('every page of a roll call fits 320 px and 400 % (%s)', async (language) => {
  const { pack, demo } = stage.server;
  const { page, expectClean, close } = await openPage(stage.browser, stage.server.url, { locale: language });
  const { t, press, follow, signIn } = storyIn(page, language);
  const heading = (key: string) => page.getByRole('heading', { name: t(key), exact: true });
  const fits = () => expectFitsNarrow(page, language);
  await signIn('/roll-call', demo.sergeant);
  await heading('roll-call:squads.title').waitFor();
  await fits();
  await page
    .getByRole('button', { name: new RegExp(t('roll-call:squads.startOf', { squad: '' })) })
    .first()
    .click();

  await heading('roll-call:present.title').waitFor();
  await page.getByLabel(t('roll-call:guest.badge')).fill('no such badge');
  await press(t('roll-call:guest.add'));
  await page.getByText(t('errors:roll-call.unknown-badge')).waitFor();
  await press(t('roll-call:present.all'));
  await fits();

  const rollCallId = /roll-call\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await page.goto(`/roll-call/${rollCallId}/close`);
  await page.getByRole('link', { name: t('roll-call:close.toFilm') }).waitFor();
  await fits();
  await follow(t('roll-call:close.toFilm'));
  await page.getByRole('button', { name: t('roll-call:film.start'), exact: true }).waitFor();
  await fits();
  await screenedBefore(page, rollCallId, pack, clock, pack.film.durationSeconds);
  await page.reload();
  await page.getByText(t('roll-call:film.seen')).waitFor();
  await fits();

  await follow(t('roll-call:film.toClose'));
  await press(t('roll-call:close.submit'));
  await page.getByText(t('roll-call:close.unsigned')).waitFor();
  await fits();
  await page.getByRole('checkbox').check();
  await press(t('roll-call:close.submit'));
  await page.getByRole('table').waitFor();
  await fits();
  await expectClean();
  await close();
});

test.each(['en', 'es'] as const)('every page of the reports fits 320 px and 400 % (%s)', async (language) => {
  const { demo } = stage.server;
  const { page, expectClean, close } = await openPage(stage.browser, stage.server.url, { locale: language });
  const { t, signIn } = storyIn(page, language);
  const fits = () => expectFitsNarrow(page, language);
  await page.goto('/commander');
  await page.getByLabel(t('common:signIn.password')).waitFor();
  await fits();
  await signIn('/commander', demo.training);
  await page.getByRole('heading', { name: t('commander:units.title') }).waitFor();
  await fits();
  await page.getByRole('link', { name: t('commander:traceability.link') }).click();
  await page.getByLabel(t('commander:traceability.clause'), { exact: true }).selectOption('R11');
  await page.getByText(t('commander:traceability.verdict.coach')).first().waitFor();
  await fits();

  const done = page.getByRole('row').filter({ hasText: t('commander:grade.A') });
  await page.goto('/commander/units/district-2?officers=all&standing=done');
  await done.first().waitFor();
  await fits();
  await done.first().getByRole('link').click();
  await page.getByRole('heading', { name: t('commander:history.title') }).waitFor();
  await page.getByRole('button', { name: t('commander:path.read') }).click();
  await page.getByText(t('commander:path.tooShort')).waitFor();
  await fits();
  await page.getByLabel(t('commander:path.reason')).fill('Review of the course, clause by clause');
  await page.getByRole('button', { name: t('commander:path.read') }).click();
  await page.locator('.path-steps').waitFor();
  await fits();
  await page.goto('/commander/nowhere');
  await page.getByRole('heading', { name: t('common:notFound.title') }).waitFor();
  await fits();
  await expectClean();
  await close();
});
