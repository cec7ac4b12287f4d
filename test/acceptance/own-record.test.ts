import { expect, test } from 'vitest';
import { aStage } from '#test/support/a-stage.ts';
import { watchedBefore } from '#test/support/earlier.ts';
import { movedClock } from '#test/support/moved-clock.ts';
import { expectFitsNarrow } from '#test/support/narrow.ts';
import { anId, sendFrom } from '#test/support/sent-from.ts';
import { storyIn } from '#test/support/story.ts';
import { openPage } from '#test/support/watched-page.ts';

const clock = movedClock();
const stage = aStage(clock);

test.each([
  ['en', 'officer'],
  ['es', 'sergeant'],
] as const)('two screens at once: what the training unit and the officer see of it (%s)', async (language, who) => {
  const { demo, pack, url } = stage.server;
  const officer = demo[who];

  const phone = await openPage(stage.browser, url, { locale: language });
  const own = storyIn(phone.page, language);
  await own.signIn('/', officer);
  await watchedBefore(phone.page, pack, clock, 20);
  const seconds = pack.film.durationSeconds;
  const { status } = await sendFrom(phone.page, '/api/training/evidence', {
    kind: 'watched',
    id: anId(),
    editionHash: pack.editionHash,
    deviceAt: '2000-01-01T00:00:00Z',
    stretches: [{ fromSeconds: 0, toSeconds: seconds, rate: 2 }],
    narration: 'en',
    captions: [],
  });
  expect(status).toBe(200);

  const desk = await openPage(stage.browser, url, { locale: language });
  const { t, signIn, press } = storyIn(desk.page, language);
  const fits = () => expectFitsNarrow(desk.page, language);
  await signIn('/commander', demo.training);
  await desk.page.getByRole('link', { name: t('commander:review.link', { count: 1, screenings: 0 }) }).click();
  const line = desk.page.getByRole('link', { name: officer.name });
  await line.waitFor();
  await fits();
  await line.click();
  await press(t('commander:review.read'));
  await desk.page.getByText(t('commander:path.tooShort')).waitFor();
  await fits();
  await desk.page.getByLabel(t('commander:review.reason')).fill('On the list of the week');
  await press(t('commander:review.read'));
  await desk.page.locator('.watching-reports summary').click();
  await fits();
  await desk.page.getByRole('radio', { name: t('record:outcome.explained') }).check();
  await press(t('commander:review.settle'));
  await desk.page.getByText(t('commander:review.noted')).waitFor();
  await fits();
  await desk.expectClean();
  await desk.close();

  await phone.page.getByRole('link', { name: own.t('common:signIn.record') }).click();
  await phone.page.getByRole('heading', { name: own.t('record:sees.title') }).waitFor();
  await phone.page.getByText(/On the list of the week/).waitFor();
  await phone.page.locator('.watching-reports summary').click();
  await expectFitsNarrow(phone.page, language);
  const download = phone.page.waitForEvent('download');
  await phone.page.getByRole('link', { name: own.t('record:own.download') }).click();
  expect((await download).suggestedFilename()).toMatch(/^training-record-\d{4}-\d\d-\d\d\.json$/);
  await phone.expectClean();
  await phone.close();
});
