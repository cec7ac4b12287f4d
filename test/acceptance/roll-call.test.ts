import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from '#test/support/axe.ts';
import { openBrowser } from '#test/support/browser.ts';
import { screenedBefore } from '#test/support/earlier.ts';
import { keyboardOn } from '#test/support/keyboard.ts';
import { movedClock } from '#test/support/moved-clock.ts';
import { expectFitsNarrow } from '#test/support/narrow.ts';
import { type StartedServer, startServer } from '#test/support/start-server.ts';
import { storyIn } from '#test/support/story.ts';
import { openPage } from '#test/support/watched-page.ts';

const clock = movedClock();
const projector = { width: 1920, height: 1080 };
let browser: Browser;
let server: StartedServer;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(['en', 'es'] as const)('at roll call, on the real course (%s)', (language) => {
  beforeAll(async () => {
    server = await startServer({ course: 'real', now: clock.now });
  });
  afterAll(() => server.close());

  test('a squad watches, its sergeant attests, an officer owes policy and quiz only and completes with grade B', async () => {
    const { pack } = server;
    const { sergeant, officer, captain } = server.demo;
    const station = await openPage(browser, server.url, { locale: language, viewport: projector });
    const { page } = station;
    const { t, press, follow, signIn } = storyIn(page, language);
    await signIn('/roll-call', sergeant);
    await page
      .getByRole('button', { name: new RegExp(t('roll-call:squads.startOf', { squad: '' })) })
      .first()
      .click();

    await page.getByRole('heading', { name: t('roll-call:present.title') }).waitFor();
    await press(t('roll-call:present.all'));
    const roster = page.getByRole('list', { name: t('roll-call:present.roster') });
    const others = roster
      .getByRole('listitem')
      .filter({ hasNotText: new RegExp(`${officer.badge}|${sergeant.badge}`) });
    const absent = others.filter({ has: page.getByRole('checkbox', { checked: true }) }).first();
    const absentName = (await absent.locator('.name').textContent()) ?? '';
    await others.filter({ hasText: absentName }).getByRole('checkbox').uncheck();
    await page.getByLabel(t('roll-call:guest.badge')).fill(captain.badge);
    await press(t('roll-call:guest.add'));
    await page.getByText(t('roll-call:guest.added', { name: captain.name })).waitFor();
    await expectAccessible(page);

    await follow(t('roll-call:present.toFilm'));
    const rollCallId = /roll-call\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
    await screenedBefore(page, rollCallId, pack, clock, pack.film.durationSeconds - 8);
    await page.reload();
    await expectAccessible(page);
    await press(t('roll-call:film.resume'));
    await follow(t('roll-call:film.toClose'));

    await page.getByRole('checkbox').check();
    await expectAccessible(page);
    await press(t('roll-call:close.submit'));
    await page.getByRole('heading', { name: t('roll-call:owes.title') }).waitFor();
    const row = page.getByRole('row').filter({ hasText: officer.badge });
    await row.getByText(t('roll-call:owed.policy'), { exact: true }).waitFor();
    const absentRow = page.getByRole('row').filter({ hasText: absentName });
    await absentRow.getByText(t('roll-call:owed.not-opened'), { exact: true }).waitFor();
    await expectAccessible(page);

    // Who was there after all is put right by keyboard, on a screen as narrow as they come.
    await page.setViewportSize({ width: 320, height: 640 });
    const keys = keyboardOn(page);
    const open = page.getByRole('button', { name: t('roll-call:correct.open') });
    const dialog = page.getByRole('dialog', { name: t('roll-call:correct.title') });
    await keys.use(open);
    await expectAccessible(page);
    await expectFitsNarrow(page, language);
    await keys.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await keys.expectAt(open);
    await keys.press('Enter');
    await keys.tabTo(dialog.getByLabel(t('roll-call:correct.who')));
    await keys.type(absentName);
    await keys.tabTo(dialog.getByLabel(t('roll-call:correct.reason')));
    await keys.type('Came in late, sat at the back');
    await keys.use(dialog.getByRole('button', { name: t('roll-call:correct.record') }));
    const corrected = page.getByRole('region', { name: t('roll-call:corrections.title') });
    await corrected.getByText('Came in late, sat at the back').waitFor();
    await keys.expectAt(open);
    await absentRow.getByText(t('roll-call:owed.policy'), { exact: true }).waitFor();
    await expectAccessible(page);
    await expectFitsNarrow(page, language);
    await page.emulateMedia({ media: 'print' });
    expect(await corrected.isVisible()).toBe(true);
    expect(await open.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await station.expectClean();
    await station.close();

    const phone = await openPage(browser, server.url, { locale: language, viewport: { width: 320, height: 640 } });
    const alone = storyIn(phone.page, language);
    await alone.signIn('/', officer);
    await phone.page.getByRole('heading', { name: t('officer:policy.title') }).waitFor();
    await alone.acknowledge();
    await alone.decide(pack, officer.officerId);
    await alone.press(t('officer:quiz.passed.next'));
    await phone.page.getByText(t('officer:done.grade.B.name')).waitFor();
    await phone.expectClean();
    await phone.close();

    const desk = await openPage(browser, server.url, { locale: language });
    await storyIn(desk.page, language).signIn('/commander', server.demo.commander);
    await desk.page.goto(`/commander/officers/${officer.officerId}`);
    await desk.page.getByText(t('record:grade.B'), { exact: true }).waitFor();
    await desk.page.goto(`/commander/officers/${captain.officerId}`);
    await desk.page.getByText(t('commander:history.roll-call.attended')).first().waitFor();
    expect(await desk.page.getByText(t('record:grade.B')).count()).toBe(0);
    await desk.expectClean();
    await desk.close();
  });
});
