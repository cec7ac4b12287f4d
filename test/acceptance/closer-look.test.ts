import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { aStage } from '#test/support/a-stage.ts';
import { expectAccessible } from '#test/support/axe.ts';
import { movedClock } from '#test/support/moved-clock.ts';
import { expectFitsNarrow } from '#test/support/narrow.ts';
import { openPage, type WatchedPage } from '#test/support/watched-page.ts';
import { wordsIn } from '#test/support/words.ts';

const stage = aStage(movedClock());
const t = wordsIn('en');

async function openSheet(language: 'en' | 'es', viewport = { width: 1280, height: 300 }, hasTouch = false) {
  const watched = await openPage(stage.browser, stage.server.url, { locale: language, viewport, hasTouch });
  const { page } = watched;
  await page.goto('/practice/S1?seed=abc');
  const opener = page.getByRole('button', { name: wordsIn(language)('officer:papers.lookCloser') });
  return { ...watched, opener, dialog: page.getByRole('dialog') };
}
type Opened = WatchedPage & Awaited<ReturnType<typeof openSheet>>;

const line = (page: Page) => page.getByRole('dialog').getByText('OUTSTANDING ADMINISTRATIVE WARRANT OF REMOVAL');
const heightOf = async (page: Page) => (await line(page).boundingBox())?.height ?? 0;
const view = (page: Page) => page.getByRole('dialog').getByRole('region');
const scrolled = (page: Page) => view(page).evaluate(({ scrollLeft, scrollTop }) => ({ x: scrollLeft, y: scrollTop }));
const said = (page: Page, words: string) => page.getByRole('dialog').getByRole('status').getByText(words).waitFor();

describe('a sheet looked at closely', () => {
  test('is opened, enlarged, moved and left with the keyboard alone, and the focus comes back', async () => {
    const { page, opener, dialog, expectClean, close }: Opened = await openSheet('en');
    await opener.focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    expect(await dialog.getAttribute('aria-labelledby')).toBeTruthy();
    expect(await view(page).evaluate((element) => element === document.activeElement)).toBe(true);

    const before = await heightOf(page);
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await said(page, 'Size: 200%');
    expect((await heightOf(page)) / before).toBeCloseTo(2, 1);

    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const moved = await scrolled(page);
    expect(moved.x).toBeGreaterThan(0);
    expect(moved.y).toBeGreaterThan(0);
    await page.keyboard.press('End');
    const end = await scrolled(page);
    expect(end.x).toBeGreaterThan(moved.x);
    expect(end.y).toBeGreaterThan(moved.y);
    await page.keyboard.press('Home');
    expect(await scrolled(page)).toEqual({ x: 0, y: 0 });

    await page.keyboard.press('-');
    await said(page, 'Size: 150%');
    await page.keyboard.press('0');
    await said(page, 'Size: 100%');
    for (let press = 0; press < 9; press++) await page.keyboard.press('+');
    await said(page, 'Size: 400%');

    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    await expectClean();
    await close();
  });

  test('grows by its buttons, by Ctrl and the wheel, and is closed by its button', async () => {
    const { page, opener, dialog, expectClean, close }: Opened = await openSheet('en');
    await opener.click();
    const larger = dialog.getByRole('button', { name: t('officer:papers.zoom.in') });
    const smaller = dialog.getByRole('button', { name: t('officer:papers.zoom.out') });
    expect(await smaller.getAttribute('aria-disabled')).toBe('true');
    await larger.click();
    await said(page, 'Size: 150%');
    await smaller.click();
    await page.keyboard.press('Enter');
    await said(page, 'Size: 100%');

    const { x, y } = (await line(page).boundingBox()) ?? { x: 0, y: 0 };
    await page.mouse.move(x + 4, y + 4);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await said(page, 'Size: 200%');
    const at = (await line(page).boundingBox()) ?? { x: 0, y: 0 };
    expect(Math.abs(at.x - x)).toBeLessThan(8);
    expect(Math.abs(at.y - y)).toBeLessThan(8);
    expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1);

    await dialog.getByRole('button', { name: t('officer:papers.zoom.close') }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    await expectClean();
    await close();
  });

  test('grows between two fingers and scrolls under one', async () => {
    const { page, opener, dialog, expectClean, close }: Opened = await openSheet(
      'en',
      { width: 390, height: 480 },
      true,
    );
    await opener.tap();
    await dialog.waitFor();
    const touch = await page.context().newCDPSession(page);
    const fingers = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });

    await fingers('touchStart', [170, 200], [220, 200]);
    for (const apart of [30, 40, 50, 62.5]) await fingers('touchMove', [195 - apart, 200], [195 + apart, 200]);
    await fingers('touchEnd');
    await said(page, 'Size: 250%');
    expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1);

    const from = await scrolled(page);
    await fingers('touchStart', [200, 400]);
    for (const y of [360, 300, 240, 200]) await fingers('touchMove', [200, y]);
    await fingers('touchEnd');
    await expect.poll(async () => (await scrolled(page)).y).toBeGreaterThan(from.y + 50);
    await said(page, 'Size: 250%');
    await expectClean();
    await close();
  });

  test.each(['en', 'es'] as const)(
    'fits 320 px and a window at four times its size, in chosen colors too (%s)',
    async (language) => {
      const { page, opener, dialog, expectClean, close }: Opened = await openSheet(language, {
        width: 320,
        height: 640,
      });
      await opener.click();
      await dialog.waitFor();
      await expectFitsNarrow(page, language);
      await page.keyboard.press('+');
      await expectAccessible(page);
      const { x = -1, width = 999 } = (await dialog.boundingBox()) ?? {};
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(320);
      await expectClean();
      await close();
    },
  );

  test('that cannot be fetched is said in words, and the sheet stays readable', async () => {
    const { page, close } = await openPage(stage.browser, stage.server.url, { locale: 'en' });
    await page.route(/closer-look-.*\.js/, (route) => route.abort());
    await page.goto('/practice/S1?seed=abc');
    await page.getByRole('button', { name: t('officer:papers.lookCloser') }).click();
    await page.getByRole('alert').getByText(t('officer:papers.notOpened')).waitFor();
    expect(await page.getByText('OUTSTANDING ADMINISTRATIVE WARRANT OF REMOVAL').isVisible()).toBe(true);
    await close();
  });
});
