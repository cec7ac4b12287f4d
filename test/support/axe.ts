import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
type Found = { id: string; nodes: { html: string; failureSummary?: string }[] };

/**
 * WCAG 2.2 AA by axe, on the page as it stands once it has its heading (the face of loading has none). With `chosenColors`
 * (forced colors) contrast is the person's own choice, and axe would measure the colors that are not shown.
 */
export async function expectAccessible(page: Page, { chosenColors = false } = {}): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  // Through the debugger, not through a <script>: the page's own policy stays as strict as it is.
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async (chosen) => {
    const { axe } = window as unknown as {
      axe: { run: (root: Document, options: object) => Promise<{ violations: Found[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const rules = { 'color-contrast': { enabled: !chosen } };
    return (await axe.run(document, { runOnly: tags, rules })).violations;
  }, chosenColors);
  expect(
    violations.map(({ id, nodes }) => ({
      id,
      at: nodes.map((node) => `${node.html.slice(0, 160)} — ${node.failureSummary ?? ''}`),
    })),
  ).toEqual([]);
}
