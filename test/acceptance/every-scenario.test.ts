import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '#domain/course/closed-lists.ts';
import { theRealCourse } from '#test/support/a-quiz-course.ts';
import { expectAccessible } from '#test/support/axe.ts';
import { openBrowser } from '#test/support/browser.ts';
import { keyboardOn } from '#test/support/keyboard.ts';
import { widerThanPage } from '#test/support/narrow.ts';
import { practiceWalk, seedIn } from '#test/support/practice-walk.ts';
import { expectReadInOrder, type Met } from '#test/support/reading-order.ts';
import { type StartedServer, startServer } from '#test/support/start-server.ts';
import { openPage, type WatchedPage } from '#test/support/watched-page.ts';
import { wordsIn } from '#test/support/words.ts';

const pack = theRealCourse();
const scenarioIds = Object.keys(pack.scenarios);

/**
 * English is walked on a phone of 320 px, deciding rightly; Spanish at 400 % of 1280 × 1024 and in forced colors, erring
 * first. The first question and what follows from it are looked at in both views in both languages.
 */
const ways = {
  en: { viewport: { width: 320, height: 640 }, forcedColors: 'none', first: 'right' },
  es: { viewport: { width: 320, height: 256 }, forcedColors: 'active', first: 'wrong' },
} as const;

const stage = {} as { browser: Browser; server: StartedServer } & Record<Language, WatchedPage>;
beforeAll(async () => {
  [stage.browser, stage.server] = await Promise.all([openBrowser(), startServer({ course: pack })]);
  for (const language of ['en', 'es'] as const) {
    stage[language] = await openPage(stage.browser, stage.server.url, { locale: language });
    await view(stage[language].page, language);
  }
});
afterAll(async () => {
  await stage.browser.close();
  await stage.server.close();
});

async function fits(page: Page, way: Language, { axe = true } = {}) {
  expect(await page.evaluate(widerThanPage)).toEqual([]);
  if (axe) await expectAccessible(page, { chosenColors: ways[way].forcedColors === 'active' });
}

async function view(page: Page, way: Language) {
  await page.setViewportSize(ways[way].viewport);
  await page.emulateMedia({ forcedColors: ways[way].forcedColors, reducedMotion: 'reduce' });
}

async function fitsInBothViews(page: Page, language: Language) {
  const other = language === 'en' ? 'es' : 'en';
  await fits(page, language);
  await view(page, other);
  await fits(page, other);
  await view(page, language);
}

/** Once round all stops by Tab: the focus leaves what it entered, and everything is passed once. */
async function expectNoTrap(page: Page) {
  const here = () => page.evaluate(() => document.activeElement === document.body || !document.activeElement);
  for (let stops = 0; stops < 120; stops++) {
    await page.keyboard.press('Tab');
    if (await here()) return;
  }
  throw new Error('Tab never leaves the page.');
}

describe.each(['en', 'es'] as const)('by keys alone, read aloud in order, narrow and clean (%s)', (language) => {
  const t = wordsIn(language);
  const { clauses } = pack.text[language];

  test.each(scenarioIds)('%s, from the list to the end', async (id) => {
    const { page, expectClean } = stage[language];
    const keys = keyboardOn(page);
    const heading = (name: string) => page.getByRole('heading', { name, exact: true });
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const scenario = pack.scenarios[id];
    if (!scenario) throw new Error(id);
    const { title: listed } = practiceWalk(pack, scenario, id, language);

    await page.goto('/practice');
    await heading(t('practice:list.title')).waitFor();
    await keys.use(page.getByRole('link', { name: listed, exact: true }));
    await page.waitForURL(/seed=/);
    const walk = practiceWalk(pack, scenario, seedIn(page), language);
    const facts: Met[] = [{ as: 'heading', says: walk.title }, { says: walk.setting }, { says: walk.situation }];
    const papers = (isExplaining: boolean): Met[] =>
      walk.papersInView(isExplaining).map((says) => ({ as: 'article', says }));
    const clocks: Met = { as: 'region', says: t('officer:clock.title') };

    await keys.expectAt(heading(walk.title));
    await expectReadInOrder(page, [
      ...facts,
      ...papers(false),
      clocks,
      { as: 'button', says: t('officer:scenario.toQuestion') },
    ]);
    await fits(page, language);
    await keys.use(button(t('officer:scenario.toQuestion')));

    for (let number = 1; !walk.isOver(); number++) {
      const question = walk.question(number === 1 ? ways[language].first : 'right');
      await keys.expectAt(page.getByRole('region', { name: question.asks, exact: true }));
      await expectReadInOrder(page, [
        ...facts,
        ...papers(false),
        clocks,
        { as: 'heading', says: question.asks },
        ...question.labels.map((says): Met => ({ as: 'radio', says })),
        { as: 'button', says: t('officer:scenario.confirm') },
      ]);
      await (number === 1 ? fitsInBothViews(page, language) : fits(page, language, { axe: false }));
      await keys.choose(page.getByRole('radio', { name: question.label, exact: true }));
      await keys.use(button(t('officer:scenario.confirm')));

      await keys.expectAt(heading(t('officer:scenario.whatFollows')));
      const told = question.take();
      await expectReadInOrder(page, [
        ...facts,
        clocks,
        { as: 'heading', says: t('officer:scenario.whatFollows') },
        { says: told.consequence },
        ...(told.ending === null ? [] : [{ says: told.ending }]),
        {
          says:
            told.verdict === 'ungraded'
              ? t('officer:scenario.agencyTag')
              : t(`officer:scenario.verdict.${told.verdict}`),
        },
        { as: 'heading', says: t('officer:scenario.why') },
        { says: told.why },
        ...told.clauses.map((clause): Met => ({ says: `${clauses[clause]?.name}` })),
      ]);
      await (number === 1 ? fitsInBothViews(page, language) : fits(page, language, { axe: false }));
      if (number === 1) await expectNoTrap(page);
      const goesOn = told.verdict === 'coach' ? 'officer:scenario.tryAgain' : 'officer:scenario.nextQuestion';
      await keys.use(button(t(walk.isOver() ? 'practice:run.toEnd' : goesOn)));
    }

    await keys.expectAt(heading(t('practice:end.title', { count: walk.faults() })));
    await fits(page, language);
    await keys.use(page.getByRole('link', { name: t('practice:end.toList'), exact: true }));
    await keys.expectAt(heading(t('practice:list.title')));
    await expectClean();
  });

  test('the card sort, from the list to the end', async () => {
    const { page, expectClean } = stage[language];
    const keys = keyboardOn(page);
    const heading = (name: string) => page.getByRole('heading', { name, exact: true });
    const { cardSort } = pack.text[language];
    await page.goto('/practice');
    await fits(page, language);
    await keys.use(page.getByRole('link', { name: cardSort.title, exact: true }));
    await keys.expectAt(heading(cardSort.title));
    for (const [at] of pack.cardSort.cards.entries()) {
      const isLast = at === pack.cardSort.cards.length - 1;
      await fits(page, language, { axe: at === 0 });
      await keys.use(page.getByRole('button', { name: t('common:basis.civil'), exact: true }));
      await keys.expectAt(page.locator('#sorted-title'));
      await fits(page, language, { axe: at === 0 });
      const next = isLast ? 'practice:run.toEnd' : 'officer:cardSort.nextCard';
      await keys.use(page.getByRole('button', { name: t(next), exact: true }));
      const number = { number: at + 2, total: pack.cardSort.cards.length };
      if (!isLast) await keys.expectAt(heading(t('officer:cardSort.progress', number)));
    }
    const elsewhere = pack.cardSort.cards.filter((card) => card.answer !== 'civil').length;
    await keys.expectAt(heading(t('practice:cards.title', { count: elsewhere })));
    await fits(page, language);
    await expectClean();
  });

  test('the papers, each explained line by line', async () => {
    const { page, expectClean } = stage[language];
    await page.goto('/practice/papers');
    await page.getByRole('heading', { name: t('practice:papers.title'), exact: true }).waitFor();
    expect(await page.getByRole('article').count()).toBe(Object.keys(pack.facsimiles).length);
    await page.evaluate(() => {
      for (const note of document.querySelectorAll('details')) note.open = true;
    });
    await fits(page, language);
    await expectClean();
  });
});
