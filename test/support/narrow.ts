import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '#domain/course/closed-lists.ts';
import { expectAccessible } from './axe.ts';

const phone = { width: 320, height: 640 };
/** A window of 1280 × 1024 at 400 %: 320 CSS pixels wide (WCAG 1.4.10). */
const zoomed = { width: 320, height: 256 };

const plain = { forcedColors: 'none', reducedMotion: 'no-preference' } as const;
const chosen = { forcedColors: 'active', reducedMotion: 'reduce' } as const;

/**
 * The page reads on a small phone and at 400 %, also where the person has chosen the colors and wants no motion. Axe looks
 * at the one in English and at the other in Spanish, since colors and words do not depend on each other.
 */
export async function expectFitsNarrow(page: Page, language: Language): Promise<void> {
  await page.setViewportSize(phone);
  if (language === 'en') await expectAccessible(page);
  expect(await page.evaluate(widerThanPage)).toEqual([]);
  await page.setViewportSize(zoomed);
  expect(await page.evaluate(widerThanPage)).toEqual([]);
  await page.emulateMedia(chosen);
  expect(await page.evaluate(widerThanPage)).toEqual([]);
  if (language === 'es') await expectAccessible(page, { chosenColors: true });
  await page.emulateMedia(plain);
  await page.setViewportSize(phone);
}

/** What makes the page scroll sideways; nothing when it does not. */
export function widerThanPage(): string[] {
  const root = document.scrollingElement as Element;
  if (root.scrollWidth <= root.clientWidth) return [];
  const wide = [...document.querySelectorAll('body *')].filter(
    (each) => each.getBoundingClientRect().right > root.clientWidth + 0.5,
  );
  return [
    `${root.scrollWidth} of ${root.clientWidth}`,
    ...wide.slice(0, 5).map((each) => each.outerHTML.slice(0, 120)),
  ];
}
