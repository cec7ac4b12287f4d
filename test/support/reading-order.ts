import type { Page } from 'playwright-core';
import { expect } from 'vitest';

type AxNode = {
  nodeId: string;
  parentId?: string;
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  childIds?: string[];
};

/** What a screen reader meets on the page, one thing after another, as the browser's own accessibility tree tells it. */
async function readAloud(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const said: string[] = [];
  const visit = (node: AxNode | undefined) => {
    if (!node) return;
    const role = node.role?.value ?? '';
    const name = node.name?.value.replace(/\s+/g, ' ').trim() ?? '';
    if (!node.ignored && name && role !== 'InlineTextBox') said.push(`${role}: ${name}`);
    for (const id of node.childIds ?? []) visit(byId.get(id));
  };
  visit(nodes.find((node) => node.parentId === undefined));
  return said;
}

/** What is to be met: words as they stand, of something with a role when one is named. */
export type Met = { says: string; as?: 'heading' | 'button' | 'radio' | 'article' | 'region' };

/** These are met in this order, whatever stands between them (WCAG 1.3.2). */
export async function expectReadInOrder(page: Page, wanted: readonly Met[]): Promise<void> {
  const said = await readAloud(page);
  let from = 0;
  for (const { says, as } of wanted) {
    const words = says.replace(/\s+/g, ' ').trim();
    const at = said.findIndex((each, index) => {
      if (index < from) return false;
      return as ? each === `${as}: ${words}` : each.includes(words);
    });
    expect(at, `“${as ?? ''} ${words}” after “${said[from - 1] ?? 'the beginning'}” in\n${said.join('\n')}`).not.toBe(
      -1,
    );
    from = at + 1;
  }
}
