import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '#test/support/browser.ts';
import { practiceWalk, seedIn } from '#test/support/practice-walk.ts';
import { type StartedServer, startServer } from '#test/support/start-server.ts';
import { storyIn } from '#test/support/story.ts';
import { openPage } from '#test/support/watched-page.ts';

const stage = {} as { browser: Browser; server: StartedServer };
beforeAll(async () => {
  [stage.browser, stage.server] = await Promise.all([openBrowser(), startServer({ course: 'real' })]);
});
afterAll(async () => {
  await stage.browser.close();
  await stage.server.close();
});

/** Everything that leaves the page from now on, as `METHOD path`. */
function noteRequests(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
  return sent;
}
const isFromPractice = (request: string) =>
  /^GET \/(practice(\/\w+)?|assets\/[^/]+|api\/agency|course\/[0-9a-f]{64}\.json|media\/.+|[\w-]+\.(svg|png|ico|webmanifest))$/.test(
    request,
  );

test('an officer who needs a talk practises meanwhile: nothing of it is recorded or sent, and the cue plays in place', async () => {
  const { page, expectClean, close } = await openPage(stage.browser, stage.server.url, { locale: 'en-US' });
  const { t, press, signIn } = storyIn(page, 'en');
  await signIn('/', stage.server.demo.needsTalk);
  await page.getByRole('heading', { name: t('officer:quiz.needsTalk.title') }).waitFor();

  await page.getByRole('link', { name: t('officer:practice.link') }).click();
  await page.getByRole('heading', { name: t('practice:list.title') }).waitFor();
  const sent = noteRequests(page);
  await page.getByText(t('practice:mark')).waitFor();

  const { pack } = stage.server;
  const scenario = pack.scenarios.S1;
  if (!scenario) throw new Error('The course has S1.');
  await page.getByRole('link', { name: practiceWalk(pack, scenario, 'any', 'en').title, exact: true }).click();
  await page.waitForURL(/seed=/);
  const first = seedIn(page);
  const walk = practiceWalk(pack, scenario, first, 'en');
  await press(t('officer:scenario.toQuestion'));
  while (!walk.isOver()) {
    const question = walk.question('wrong');
    await page.getByRole('radio', { name: question.label, exact: true }).check();
    await press(t('officer:scenario.confirm'));
    const { verdict } = question.take();
    await page.getByText(t(`officer:scenario.verdict.${verdict}`), { exact: true }).waitFor();
    await press(t(walk.isOver() ? 'practice:run.toEnd' : 'officer:scenario.nextQuestion'));
  }
  await page.getByRole('heading', { name: t('practice:end.title', { count: walk.faults() }) }).waitFor();

  await page.locator('.faults .cue-line summary').first().click();
  await page.waitForFunction(() => (document.querySelector<HTMLVideoElement>('.cue-film')?.currentTime ?? 0) > 0.2);

  // Again is another run of the same sitting, and the details in the address are those on the page, also after a reload.
  await page.getByRole('link', { name: t('practice:end.again') }).click();
  await page.waitForURL((url) => url.searchParams.get('seed') !== first);
  const again = practiceWalk(pack, scenario, seedIn(page), 'en');
  expect(again.situation).not.toBe(walk.situation);
  await page.getByText(again.situation).waitFor();
  await page.reload();
  await page.getByText(again.situation).waitFor();

  expect(sent.filter((request) => !isFromPractice(request))).toEqual([]);
  expect(sent.some((request) => request.startsWith('GET /media/'))).toBe(true);
  await expectClean();
  await close();
});

test('two people who open the same scenario get details of their own, and one who is given an address gets the same', async () => {
  const [one, other] = await Promise.all([1, 2].map(() => openPage(stage.browser, stage.server.url, { locale: 'es' })));
  if (!one || !other) throw new Error('Two pages were opened.');
  for (const { page } of [one, other]) {
    await page.goto('/practice/S8');
    await page.waitForURL(/seed=[0-9a-f]{8}%3A1$/);
  }
  expect(seedIn(one.page)).not.toBe(seedIn(other.page));
  await other.page.goto(one.page.url());
  const { pack } = stage.server;
  const scenario = pack.scenarios.S8;
  if (!scenario) throw new Error('The course has S8.');
  await other.page.getByText(practiceWalk(pack, scenario, seedIn(one.page), 'es').situation).waitFor();
  await one.expectClean();
  await other.expectClean();
  await one.close();
  await other.close();
});
