import type { CDPSession, Page } from 'playwright-core';

/**
 * What a viewer sees of captions at one moment: the words, line by line, whether all of them lie inside the video, and how
 * far down the picture they begin (0 its upper edge, 1 its lower; beyond it where the video reaches below its picture).
 */
export type Shown = { fromSeconds: number; toSeconds: number; lines: string[]; isInside: boolean; beginsAt: number };

type Node = {
  nodeId: number;
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
};
type Box = { left: number; top: number; right: number; bottom: number };

/** Room for rounding, in CSS pixels. */
const pixel = 1;

/**
 * Reads the captions as the browser laid them out, out of its own shadow tree, which no script of a page can see.
 *
 * @returns null when the film moved on to another caption while it was read
 */
export async function shownCaptions(page: Page, browser: CDPSession): Promise<Shown | null> {
  const at = () => page.evaluate(() => document.querySelector('video')?.currentTime ?? 0);
  const fromSeconds = await at();
  const { root } = await browser.send('DOM.getDocument', { depth: -1, pierce: true });
  const video = within(root as Node, ({ nodeName }) => nodeName === 'VIDEO')[0];
  if (!video) throw new Error('There is no film on this page.');
  const cues = within(video, ({ attributes = [] }) => attributes.includes('cue'));
  try {
    const picture = boxes(await browser.send('DOM.getContentQuads', { nodeId: video.nodeId }))[0];
    const lines: string[] = [];
    let isInside = picture !== undefined;
    let beginsAt = Number.POSITIVE_INFINITY;
    for (const cue of cues) {
      const drawn = boxes(await browser.send('DOM.getContentQuads', { nodeId: cue.nodeId }));
      const rows = new Set(drawn.map(({ top }) => Math.round(top)));
      const written = textOf(cue).split('\n');
      // A line that the browser had to break counts as the two that a viewer sees.
      lines.push(...written, ...Array<string>(Math.max(0, rows.size - written.length)).fill('(broken line)'));
      isInside &&= drawn.every((box) => picture !== undefined && lies(box, picture));
      if (picture) {
        const height = Math.min(picture.bottom - picture.top, ((picture.right - picture.left) * 9) / 16);
        beginsAt = Math.min(beginsAt, ...drawn.map(({ top }) => (top - picture.top) / height));
      }
    }
    return { fromSeconds, toSeconds: await at(), lines, isInside, beginsAt };
  } catch (error) {
    if (String(error).includes('Could not')) return null;
    throw error;
  }
}

const lies = (box: Box, picture: Box) =>
  box.left >= picture.left - pixel &&
  box.top >= picture.top - pixel &&
  box.right <= picture.right + pixel &&
  box.bottom <= picture.bottom + pixel;

function within(node: Node, isWanted: (node: Node) => boolean): Node[] {
  if (isWanted(node)) return [node];
  return [...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap((each) => within(each, isWanted));
}

const textOf = (node: Node): string =>
  node.nodeName === 'BR' ? '\n' : node.nodeValue + (node.children ?? []).map(textOf).join('');

const boxes = ({ quads }: { quads: number[][] }): Box[] =>
  quads.map(([left = 0, top = 0, , , right = 0, bottom = 0]) => ({ left, top, right, bottom }));
