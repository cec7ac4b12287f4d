import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A person without a mouse. Every stop on the way must be seen: a ring around it, within the window (WCAG 2.4.7, 2.4.11). */
export function keyboardOn(page: Page) {
  const press = (key: string) => page.keyboard.press(key);

  const isAt = (target: Locator) => target.evaluate((element) => element === document.activeElement);

  async function tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let stops = 0; stops < mostStops; stops++) {
      if (await isAt(target)) return;
      await press('Tab');
      expect(await page.evaluate(faultOfFocus)).toBeNull();
    }
    throw new Error(`No key leads to ${target}.`);
  }

  return {
    press,
    tabTo,
    type: (text: string) => page.keyboard.type(text),

    async use(target: Locator, key = 'Enter'): Promise<void> {
      await tabTo(target);
      await press(key);
    },

    /** Into the group, then along it; an arrow chooses what it reaches. */
    async choose(radio: Locator): Promise<void> {
      const group = page.getByRole('radio');
      await tabTo(group.first());
      await press('Space');
      for (let stops = 0; stops < (await group.count()) && !(await isAt(radio)); stops++) await press('ArrowDown');
      expect(await isAt(radio)).toBe(true);
      expect(await radio.isChecked()).toBe(true);
    },

    /** What has just been shown holds the focus (WCAG 2.4.3). */
    async expectAt(target: Locator): Promise<void> {
      await target.waitFor();
      await expect.poll(() => isAt(target), { message: `the focus is not at ${target}` }).toBe(true);
    },
  };
}

/** More than any page has between two places. */
const mostStops = 80;

function faultOfFocus(): string | null {
  const element = document.activeElement;
  // Behind the last stop the browser's own controls follow; the next Tab begins again at the top.
  if (!element || element === document.body) return null;
  const rings = [element, element.closest('label')].some((each) => {
    const style = each && getComputedStyle(each);
    return style && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
  });
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const isInView = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  if (rings && isInView) return null;
  return `${rings ? 'out of sight' : 'no ring'}: ${element.outerHTML.slice(0, 160)}`;
}
