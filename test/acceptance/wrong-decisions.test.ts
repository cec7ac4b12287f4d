import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from '#test/support/axe.ts';
import { openBrowser } from '#test/support/browser.ts';
import { readBefore } from '#test/support/earlier.ts';
import { movedClock } from '#test/support/moved-clock.ts';
import { expectFitsNarrow } from '#test/support/narrow.ts';
import { anId, sendFrom } from '#test/support/sent-from.ts';
import { type StartedServer, startServer } from '#test/support/start-server.ts';
import { decisionNow, firstQuiz, storyIn, wayOn } from '#test/support/story.ts';
import { openPage } from '#test/support/watched-page.ts';

const clock = movedClock();
let browser: Browser;
let server: StartedServer;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(['en', 'es'] as const)('an officer who decides against the policy (%s)', (language) => {
  beforeAll(async () => {
    server = await startServer({ now: clock.now });
  });
  afterAll(() => server.close());

  /** Somebody at a desk, before the page of the officer who erred. */
  async function atTheDesk(person: StartedServer['demo']['officer']) {
    const desk = await openPage(browser, server.url, { locale: language });
    const story = storyIn(desk.page, language);
    await story.signIn('/commander', person);
    await desk.page.goto(`/commander/officers/${server.demo.officer.officerId}`);
    await desk.page.getByRole('heading', { name: story.t('commander:history.title') }).waitFor();
    return { ...desk, ...story };
  }

  test('sees why and where the film teaches it, tries again with other details, and is sent to the sergeant', async () => {
    const { pack, demo } = server;
    const { page, expectClean, close } = await openPage(browser, server.url, { locale: language });
    const { t, press, signIn } = storyIn(page, language);
    await signIn('/', demo.officer);
    await readBefore(page, pack, clock);
    await page.reload();
    await press(t('officer:cardSort.skip'));

    let quiz = firstQuiz(pack, demo.officer.officerId);
    const situations: string[] = [];
    while (quiz.current) {
      const { situation, label, why, clauses, next } = decisionNow(pack, language, quiz, 'wrong');
      situations.push(situation);
      await page.getByText(situation, { exact: true }).waitFor();
      await press(t('officer:scenario.toQuestion'));
      await page.getByRole('radio', { name: label, exact: true }).check();
      await press(t('officer:scenario.confirm'));
      await page.getByText(t('officer:scenario.verdict.wrong'), { exact: true }).waitFor();
      await page.getByText(why, { exact: true }).waitFor();
      await press(t(wayOn(quiz, next)));
      if (next.current) {
        await page.getByRole('heading', { name: t('officer:quiz.remediation.title') }).waitFor();
        await page.getByText(why, { exact: true }).waitFor();
        for (const clause of clauses) await page.locator('.clause-id', { hasText: clause }).waitFor();
        await page.locator('.cue-line summary').click();
        const fragment = await page.locator('.cue-line video').getAttribute('src');
        expect(fragment).toMatch(new RegExp(`video\\.${language}\\.mp4.*#t=[\\d.]+,[\\d.]+$`));
        await page.locator('.cue-line blockquote').waitFor();
        await press(t('officer:quiz.remediation.again'));
        const run = next.current.run;
        await page.getByText(t('officer:quiz.again', { run, most: pack.course.passRule.reruns + 1 })).waitFor();
      }
      quiz = next;
    }
    expect(situations).toHaveLength(pack.course.passRule.reruns + 1);
    for (const [at, situation] of situations.entries()) expect(situation).not.toBe(situations[at + 1]);

    await page.getByRole('heading', { name: t('officer:quiz.needsTalk.title') }).waitFor();
    await page.getByText(t('officer:quiz.needsTalk.words')).waitFor();
    await press(t('officer:training.talk.askAgain'));
    await page.getByText(t('officer:training.talk.notYet')).waitFor();
    await expectFitsNarrow(page, language);
    await page.reload();
    await page.getByRole('heading', { name: t('officer:quiz.needsTalk.title') }).waitFor();
    await expectClean();
    await close();
  });

  test('the commander sees that a talk is needed, no failure and no path, and takes the list away as CSV', async () => {
    const { demo } = server;
    const { page, t, expectClean, close } = await atTheDesk(demo.commander);
    await page.getByText(t('commander:state.needs-talk'), { exact: true }).waitFor();
    await page.getByText(t('commander:history.quiz.needs-talk')).waitFor();
    expect(await page.getByRole('main').textContent()).not.toMatch(/fail|reprob|fracas|suspend/i);
    expect(await page.getByRole('heading', { name: t('commander:path.title') }).count()).toBe(0);
    expect(await askForPath(page, demo.officer.officerId)).toBe(404);

    await page.goto(`/commander/units/${demo.officer.unitId}?standing=needs-talk`);
    await page.getByRole('rowheader', { name: demo.officer.name }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: t('commander:officers.csv') }).click();
    const [header = '', ...lines] = readFileSync(await (await download).path(), 'utf8')
      .trim()
      .split(/\r?\n/);
    expect(header.replace('\ufeff', '')).toMatch(/^"?badge"?,"?name"?,/);
    expect(lines.map((line) => line.split(',')[0]).sort()).toEqual(
      [demo.officer, demo.needsTalk].map(({ badge }) => `"${badge}"`).sort(),
    );
    for (const line of lines) expect(line).toContain('needs-talk');
    await expectClean();
    await close();
  });

  test('the training unit reads the path for a reason of ten characters or more, and the history says that it did', async () => {
    const { demo, pack } = server;
    const { page, t, press, expectClean, close } = await atTheDesk(demo.training);
    const steps = page.locator('.path-steps > li');
    const reason = page.getByLabel(t('commander:path.reason'));
    await reason.fill('  nine chr ');
    await press(t('commander:path.read'));
    await page.getByText(t('commander:path.tooShort')).waitFor();
    expect(await steps.count()).toBe(0);
    expect(await askForPath(page, demo.officer.officerId, 'nine chr')).toBe(422);
    expect(await page.getByText(t('commander:history.path.read')).count()).toBe(0);

    await reason.fill('ten charac');
    await press(t('commander:path.read'));
    await steps.first().waitFor();
    expect(await steps.count()).toBe(pack.course.passRule.reruns + 1);
    const { label } = decisionNow(pack, language, firstQuiz(pack, demo.officer.officerId), 'wrong');
    await steps.first().getByText(label, { exact: true }).waitFor();
    await page.getByText(t('commander:history.path.read')).waitFor();
    await expectAccessible(page);
    await expectClean();
    await close();
  });
});

/** Past the screens, straight at the door. @returns the status of the answer */
const askForPath = async (page: Page, officerId: string, reason = 'Curious about it') =>
  (await sendFrom(page, `/api/reports/officers/${officerId}/path`, { id: anId(), reason })).status;
