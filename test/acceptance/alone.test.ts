import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from '#test/support/axe.ts';
import { openBrowser } from '#test/support/browser.ts';
import { watchedBefore } from '#test/support/earlier.ts';
import { movedClock } from '#test/support/moved-clock.ts';
import { type StartedServer, startServer } from '#test/support/start-server.ts';
import { storyIn } from '#test/support/story.ts';
import { openPage } from '#test/support/watched-page.ts';

const clock = movedClock();
let browser: Browser;
let server: StartedServer;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(['en', 'es'] as const)('alone, on the real course (%s)', (language) => {
  beforeAll(async () => {
    server = await startServer({ course: 'real', now: clock.now });
  });
  afterAll(() => server.close());

  test('an officer watches, acknowledges, decides and keeps a receipt; the commander sees it with grade A', async () => {
    const { pack } = server;
    const { page, expectClean, close } = await openPage(browser, server.url, { locale: language });
    const { t, press, signIn, acknowledge, decide } = storyIn(page, language);
    await signIn('/', server.demo.officer);
    await page.getByRole('button', { name: t('officer:start.begin') }).waitFor();
    await watchedBefore(page, pack, clock, pack.film.durationSeconds - 8);
    await page.reload();

    await page.getByRole('heading', { name: t('officer:film.title') }).waitFor();
    await expectAccessible(page);
    await press(t('officer:film.play'));
    await press(t('officer:film.toPolicy'));

    await page.getByRole('heading', { name: t('officer:policy.title') }).waitFor();
    await expectAccessible(page);
    await acknowledge();

    await decide(pack, server.demo.officer.officerId);
    await press(t('officer:quiz.passed.next'));
    await page.getByText(t('officer:done.grade.A.name')).waitFor();
    const receipt =
      (await page
        .getByText(/^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/)
        .first()
        .textContent()) ?? '';
    expect(receipt).not.toBe('');
    await expectAccessible(page);
    await expectClean();
    await close();

    const desk = await openPage(browser, server.url, { locale: language });
    const commander = storyIn(desk.page, language);
    await commander.signIn('/commander', server.demo.commander);
    await expectAccessible(desk.page);
    await desk.page.goto(`/commander/officers/${server.demo.officer.officerId}`);
    await desk.page.getByText(commander.t('record:grade.A'), { exact: true }).waitFor();
    await desk.page.getByText(receipt).first().waitFor();
    await expectAccessible(desk.page);
    await desk.expectClean();
    await desk.close();
  });
});
