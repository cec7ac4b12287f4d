import { expect, test } from 'vitest';
import { aStage } from '#test/support/a-stage.ts';
import { movedClock } from '#test/support/moved-clock.ts';
import { expectFitsNarrow } from '#test/support/narrow.ts';
import { anId, sendFrom } from '#test/support/sent-from.ts';
import { storyIn } from '#test/support/story.ts';
import { openPage } from '#test/support/watched-page.ts';

const stage = aStage(movedClock());

/** A sergeant's station and phone say all of the film at once, and the phone then something else under the same id. */
async function sendWhatCountsForNothing() {
  const { url, pack, demo } = stage.server;
  const { page, close } = await openPage(stage.browser, url, { locale: 'en' });
  await storyIn(page, 'en').signIn('/roll-call', demo.sergeant);
  const said = {
    stretches: [{ fromSeconds: 0, toSeconds: pack.film.durationSeconds, rate: 1 }],
    narration: 'en',
    captions: ['en', 'es'],
    deviceAt: '2026-11-23T12:00:00Z',
  };
  const common = { editionHash: pack.editionHash, deviceAt: said.deviceAt };
  const watched = { kind: 'watched', id: anId(), ...common, ...said };
  const other = { ...watched, deviceAt: '2026-11-23T12:00:01Z' };
  const opened = { kind: 'opened', id: anId(), language: 'en', ...common };
  const statuses: number[] = [];
  for (const item of [opened, watched, other]) {
    statuses.push((await sendFrom(page, '/api/training/evidence', item)).status);
  }
  expect(statuses).toEqual([200, 200, 409]);
  const squads = await page.evaluate(async () => (await (await fetch('/api/roll-calls/squads')).json()).squads);
  const rollCall = await sendFrom(page, '/api/roll-calls', { id: anId(), unitId: squads[0].unitId });
  const { id } = JSON.parse(rollCall.text) as { id: string };
  expect((await sendFrom(page, `/api/roll-calls/${id}/screened`, { id: anId(), ...said })).status).toBe(200);
  await close();
}

test.each(['en', 'es'] as const)('what is to review fits 320 px and 400 % (%s)', async (language) => {
  await sendWhatCountsForNothing();
  const { demo, url } = stage.server;
  const { page, expectClean, close } = await openPage(stage.browser, url, { locale: language });
  const { t, follow, press, signIn } = storyIn(page, language);
  const fits = () => expectFitsNarrow(page, language);
  await signIn('/commander', demo.training);
  await page.goto('/commander/review');
  await page.getByRole('region', { name: t('commander:screenings.table') }).waitFor();
  await fits();
  await follow(demo.sergeant.name);
  await page.getByLabel(t('commander:review.reason')).fill('On the list of the week');
  await press(t('commander:review.read'));
  await page.getByText(t('commander:review.again.words')).waitFor();
  await fits();
  await expectClean();
  await close();
});
