import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Language } from '#domain/course/closed-lists.ts';
import type { KeptState } from '#recording/cmi5/kept-state.ts';
import { readLaunchParameters } from '#recording/cmi5/launch-parameters.ts';
import { enrolledLearner } from '#recording/cmi5/opening.ts';
import { noProgress } from '#recording/lms/progress.ts';
import { lineOf } from '#recording/lms/progress-line.ts';
import { theShortCourse } from '#test/support/a-quiz-course.ts';
import { openBrowser } from '#test/support/browser.ts';
import { aCmi5Lms, type Cmi5Lms } from '#test/support/cmi5-lms/a-cmi5-lms.ts';
import { keyOf } from '#test/support/cmi5-lms/held.ts';
import { isDefined, type LmsSession } from '#test/support/cmi5-lms/records.ts';
import { anLmsSite } from '#test/support/lms/an-lms-site.ts';
import { firstQuiz, storyIn } from '#test/support/story.ts';

/** The built package in a real browser, in a window of its own, launched by an LMS on another site (launchMethod OwnWindow). */

const pack = theShortCourse();
const media = path.resolve(import.meta.dirname, '../support/short-course/media/short-course');
let browser: Browser;
let site: Awaited<ReturnType<typeof anLmsSite>>;
let lms: Cmi5Lms;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), anLmsSite(pack, media)]);
});
beforeEach(async () => {
  lms = await aCmi5Lms();
});
afterEach(() => lms.close());
afterAll(async () => {
  await browser.close();
  await site.close();
});

const launchInto = (given: Parameters<Cmi5Lms['launch']>[0]) =>
  lms.launch({ page: `${site.url}/cmi5/index.html`, returnURL: `${lms.url}/course/7`, ...given });

const inWindow = (page: Page, language: Language) => {
  const story = storyIn(page, language);
  const shows = (key: string) => page.getByRole('heading', { name: story.t(key), exact: true }).waitFor();
  return { ...story, shows };
};

function learnerBy(address: URL): string {
  const launch = readLaunchParameters(address);
  return launch ? enrolledLearner(launch) : '';
}

const definedIn = (session: LmsSession) =>
  lms
    .saidIn(session)
    .filter(isDefined)
    .map(({ verb }) => verb.id.split('/').at(-1));

test('policy and quiz in the learner’s Spanish, over a reload: passed once, terminated, and back to the LMS', async () => {
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  const preferences = { languagePreference: 'es-US,en-US', audioPreference: 'on' };
  const { address, session } = launchInto({ part: 'policy-and-quiz', masteryScore: 1, preferences });
  await page.goto(String(address));
  const officer = inWindow(page, 'es');
  await officer.shows('officer:policy.title');
  await officer.acknowledge();
  await officer.shows('officer:cardSort.title');
  await page.reload();
  await officer.shows('officer:cardSort.title');
  await officer.press(officer.t('officer:cardSort.skip'));
  await officer.decideRest(pack, firstQuiz(pack, learnerBy(address)));
  await officer.press(officer.t('officer:quiz.passed.next'));
  await page.getByText(officer.t('officer:done.grade.C.name')).waitFor();
  await officer.press(officer.t('lms:exit'));
  await page.waitForURL(`${lms.url}/course/7`);
  expect(definedIn(session)).toEqual(['initialized', 'completed', 'passed', 'terminated']);
  expect(lms.isSatisfied(session, 'CompletedAndPassed')).toBe(true);
  expect(lms.saidIn(session).filter(({ context: said }) => said?.language === 'es').length).toBeGreaterThan(4);
  expect(lms.refusals).toEqual([]);
  await context.close();
});

test('the film, without sound as the learner prefers, taken up two seconds before its end: completed, and nothing passed', async () => {
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  const { address, session } = launchInto({
    part: 'film',
    preferences: { languagePreference: 'en-US', audioPreference: 'off' },
  });
  const covered = [{ fromSeconds: 0, toSeconds: pack.film.durationSeconds - 2 }];
  const state = lineOf({ pack, learnerId: learnerBy(address), part: 'film' }, { ...noProgress, opened: true, covered });
  const kept: KeptState = { version: 1, sessionId: 'before', state, told: [], before: 28, here: 0, film: 28 };
  lms.documents.set(keyOf(session, 'muster'), JSON.stringify(kept));
  await page.goto(String(address));
  const officer = inWindow(page, 'en');
  await officer.press(officer.t('officer:film.play'));
  const sound = page.getByRole('button', { name: officer.t('officer:film.mute') });
  expect(await sound.getAttribute('aria-pressed')).toBe('true');
  expect(await page.evaluate(() => document.querySelector('video')?.muted)).toBe(true);
  await expect.poll(() => lms.isSatisfied(session, 'Completed'), { timeout: 30_000 }).toBe(true);
  await officer.press(officer.t('lms:exit'));
  await page.waitForURL(`${lms.url}/course/7`);
  expect(definedIn(session)).toEqual(['initialized', 'completed', 'terminated']);
  expect(lms.saidIn(session).map(({ verb }) => verb.id)).toContain('https://w3id.org/xapi/video/verbs/played');
  expect(lms.refusals).toEqual([]);
  await context.close();
});

test('browse: everything can be seen, and the LMS hears of nothing but coming and going', async () => {
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  const { address, session } = launchInto({ part: 'policy-and-quiz', launchMode: 'Browse' });
  await page.goto(String(address));
  const officer = inWindow(page, 'en');
  await page.getByText(officer.t('lms:look.mark')).waitFor();
  await officer.acknowledge();
  await officer.shows('officer:cardSort.title');
  await officer.press(officer.t('lms:exit'));
  await page.waitForURL(`${lms.url}/course/7`);
  expect(lms.saidIn(session).map(({ verb }) => verb.id.split('/').at(-1))).toEqual(['initialized', 'terminated']);
  expect(lms.stateOf(session)).toBeNull();
  expect(lms.refusals).toEqual([]);
  await context.close();
});
