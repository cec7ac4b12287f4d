import path from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '#domain/course/closed-lists.ts';
import { opaqueId } from '#recording/lms/opaque-id.ts';
import { noProgress } from '#recording/lms/progress.ts';
import { lineOf } from '#recording/lms/progress-line.ts';
import { theShortCourse } from '#test/support/a-quiz-course.ts';
import { expectAccessible } from '#test/support/axe.ts';
import { openBrowser } from '#test/support/browser.ts';
import type { Elements, Failure, Standard } from '#test/support/lms/an-lms.ts';
import { anLmsSite } from '#test/support/lms/an-lms-site.ts';
import { firstQuiz, storyIn } from '#test/support/story.ts';
import { wordsIn } from '#test/support/words.ts';

type LmsInPage = {
  kept(): Elements;
  faults: { kind: string; call: string }[];
  written: [string, string][];
  isOver(): boolean;
  failWith(failing: Partial<Record<string, Failure>>): void;
};

const pack = theShortCourse();
const learner = opaqueId('1042');
const media = path.resolve(import.meta.dirname, '../support/short-course/media/short-course');
/** As an earlier launch left it two seconds before the end of the film. */
const almostWatched = lineOf(
  { pack, learnerId: learner, part: 'whole' },
  { ...noProgress, opened: true, covered: [{ fromSeconds: 0, toSeconds: pack.film.durationSeconds - 2 }] },
);
const names = {
  scorm12: {
    status: 'cmi.core.lesson_status',
    success: 'cmi.core.lesson_status',
    raw: 'cmi.core.score.raw',
    commit: 'LMSCommit',
    language: 'cmi.student_preference.language',
    spanish: 'Spanish',
  },
  scorm2004: {
    status: 'cmi.completion_status',
    success: 'cmi.success_status',
    raw: 'cmi.score.raw',
    commit: 'Commit',
    language: 'cmi.learner_preference.language',
    spanish: 'es-US',
  },
} as const;

let browser: Browser;
let site: Awaited<ReturnType<typeof anLmsSite>>;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), anLmsSite(pack, media)]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function launch(context: BrowserContext, standard: Standard, preset: Elements = {}) {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const address = new URLSearchParams({ standard, preset: JSON.stringify(preset) });
  await page.goto(`${site.url}/lms.html?${address}`);
  const frame = page.frame('training');
  if (!frame) throw new Error('The LMS opened no frame.');
  const inLms = <T>(ask: (lms: LmsInPage) => T) => page.evaluate(`(${ask.toString()})(window.lms)`) as Promise<T>;
  return { page, frame, inLms };
}

/** What people do in the frame, in the words that they see. */
const inFrame = (frame: Frame, language: Language) => {
  const story = storyIn(frame as unknown as Page, language);
  const shows = (key: string) => frame.getByRole('heading', { name: story.t(key), exact: true }).waitFor();
  return { ...story, shows };
};

/** The tab dies as a phone kills it: no event, no last word. */
async function kill(page: Page): Promise<void> {
  const died = page.waitForEvent('crash');
  const devTools = await page.context().newCDPSession(page);
  void devTools.send('Page.crash').catch(() => {});
  await died;
  await page.close();
}

describe.each(['scorm12', 'scorm2004'] as const)('a package in a browser, launched by %s', (standard) => {
  const { status, success, raw, commit, language, spanish } = names[standard];

  test('opening and closing is not completing', async () => {
    const context = await browser.newContext({ locale: 'en-US' });
    const { page, frame, inLms } = await launch(context, standard);
    const { t, press } = inFrame(frame, 'en');
    await press(t('officer:start.begin'));
    await frame.getByRole('button', { name: t('officer:film.play') }).waitFor();
    await page.evaluate(() => document.querySelector('iframe')?.remove());
    expect(await inLms((lms) => lms.isOver())).toBe(true);
    expect(await inLms((lms) => lms.faults)).toEqual([]);
    expect(await inLms((lms) => lms.kept())).toMatchObject({ [status]: 'incomplete' });
    await context.close();
  });

  test('a whole pass in the learner’s Spanish, over a tab that dies in the middle; a later look lowers nothing', async () => {
    const context = await browser.newContext({ locale: 'en-US' });
    const first = await launch(context, standard, {
      [language]: spanish,
      [status]: 'incomplete',
      'cmi.suspend_data': almostWatched,
    });
    const watching = inFrame(first.frame, 'es');
    await watching.shows('officer:film.title');
    await watching.press(watching.t('officer:film.play'));
    await watching.press(watching.t('officer:film.toPolicy'));
    await watching.acknowledge();
    await watching.shows('officer:cardSort.title');
    expect(await first.inLms((lms) => lms.faults)).toEqual([]);
    await kill(first.page);

    const again = await launch(context, standard);
    const deciding = inFrame(again.frame, 'es');
    await deciding.shows('officer:cardSort.title');
    await deciding.press(deciding.t('officer:cardSort.skip'));
    await deciding.decideRest(pack, firstQuiz(pack, learner));
    expect(await again.inLms((lms) => lms.kept())).toMatchObject({ [success]: 'passed', [raw]: '100' });
    await deciding.press(deciding.t('officer:quiz.passed.next'));
    await again.frame.getByText(deciding.t('officer:done.grade.C.name')).waitFor();
    await deciding.press(deciding.t('lms:exit'));
    await deciding.shows('lms:left.done.title');
    expect(await again.inLms((lms) => lms.isOver())).toBe(true);
    expect(await again.inLms((lms) => lms.faults)).toEqual([]);
    await again.page.close();

    const later = await launch(context, standard);
    const looking = inFrame(later.frame, 'es');
    await later.frame.getByText(looking.t('officer:done.grade.C.name')).waitFor();
    await looking.press(looking.t('lms:exit'));
    await looking.shows('lms:left.done.title');
    const written = await later.inLms((lms) => lms.written.map(([element]) => element));
    expect(written.filter((element) => !/exit|session_time/.test(element))).toEqual([]);
    expect(await later.inLms((lms) => lms.kept())).toMatchObject({ [success]: 'passed' });
    await context.close();
  });

  test.each(['false', 'silent'] as const)(
    'an LMS that answers %s: the officer is told what is not saved, and it ends well',
    async (failure) => {
      const context = await browser.newContext({ locale: 'en-US' });
      const { page, frame, inLms } = await launch(context, standard);
      const { t, press, shows } = inFrame(frame, 'en');
      await frame.getByRole('button', { name: t('officer:start.begin') }).waitFor();
      await page.evaluate(
        ([name, how]) => (window as unknown as { lms: LmsInPage }).lms.failWith({ [name as string]: how as Failure }),
        [commit, failure],
      );
      await press(t('officer:start.begin'));
      await frame.getByText(t('errors-lms:recording.offline')).waitFor();
      await press(t('lms:exit'));
      await shows('lms:unsaved.title');
      await frame.getByText(t('lms:unsaved.kept')).waitFor();
      await expectAccessible(frame as unknown as Page);
      expect(await inLms((lms) => lms.isOver())).toBe(false);
      await press(t('lms:unsaved.leave'));
      await shows('lms:left.unsaved.title');
      await expectAccessible(frame as unknown as Page);
      expect(await inLms((lms) => lms.isOver())).toBe(true);
      expect(await inLms((lms) => lms.faults)).toEqual([]);
      await page.close();

      // What that LMS did not keep comes from this device, once it answers.
      const again = await launch(context, standard);
      await again.frame.getByRole('button', { name: t('officer:film.play') }).waitFor();
      await inFrame(again.frame, 'en').press(t('lms:exit'));
      await inFrame(again.frame, 'en').shows('lms:left.on-the-way.title');
      await context.close();
    },
  );
});

test.each([
  ['en', 'en-US'],
  ['es', 'es-US'],
] as const)('a package that no LMS has opened says that nothing will be recorded (%s)', async (language, locale) => {
  const context = await browser.newContext({ locale });
  const page = await context.newPage();
  await page.goto(`${site.url}/scorm12/index.html`);
  const t = wordsIn(language);
  await page.getByRole('heading', { name: t('lms:nobody.title') }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: t('lms:nobody.look') }).click();
  await page.getByText(t('lms:look.mark')).waitFor();
  await page.getByRole('button', { name: t('officer:start.begin') }).waitFor();
  await expectAccessible(page);
  await context.close();
});

test('a frame whose browser keeps nothing opens all the same, and says so', async () => {
  const context = await browser.newContext({ locale: 'es-US' });
  await context.addInitScript(() => {
    if (window === window.top) return;
    const denied = {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    };
    for (const storage of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, storage, denied);
  });
  const { frame, inLms } = await launch(context, 'scorm12');
  const { t, press } = inFrame(frame, 'es');
  await frame.getByText(t('officer-lms:saving.fleeting')).waitFor();
  await press(t('officer:start.begin'));
  await frame.getByRole('button', { name: t('officer:film.play') }).waitFor();
  await press(t('common:language.en'));
  const english = inFrame(frame, 'en');
  await english.press(english.t('lms:exit'));
  await english.shows('lms:left.on-the-way.title');
  expect(await inLms((lms) => lms.faults)).toEqual([]);
  await context.close();
});
