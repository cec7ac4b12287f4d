import type { Page } from 'playwright-core';
import type { PosterWords } from './scenes/poster.tsx';
import type { StagedScene } from './scenes/stage.tsx';
import { framesPerSecond } from './timeline.ts';

export interface Picture {
  readonly png: Buffer;
  /** False where the picture is the one before: nothing was drawn. */
  readonly drawn: boolean;
  /** Words that do not fit their place. */
  readonly misfits: readonly string[];
}

/** The storyboard names a drawing that nobody has drawn. */
export class UnknownDrawing extends Error {
  constructor(drawing: string, known: readonly string[]) {
    super(`The storyboard names the drawing "${drawing}"; there are ${known.join(', ')}.`);
  }
}

/** A still of `scene`, `seconds` after it began. */
export async function still(page: Page, scene: StagedScene, seconds: number): Promise<Picture> {
  for await (const picture of draw(page, scene, [seconds])) return picture;
  throw new RangeError('a still is one picture');
}

/** The seconds of every frame of a scene. */
export const secondsOf = (frames: number): number[] =>
  Array.from({ length: frames }, (_, index) => index / framesPerSecond);

/** Draws moment after moment; one whose markup did not change is handed on as the picture before. */
export async function* draw(page: Page, scene: StagedScene, moments: readonly number[]): AsyncGenerator<Picture> {
  const drawings = await page.evaluate(() => window.stagePage.drawings());
  if (!drawings.includes(scene.drawing)) throw new UnknownDrawing(scene.drawing, drawings);
  const screen = await page.context().newCDPSession(page);
  await page.evaluate((what) => window.stagePage.open(what), scene);
  let png = Buffer.alloc(0);
  for (const seconds of moments) {
    const { changed, misfits } = await page.evaluate((t) => window.stagePage.draw(t), seconds);
    const drawn = changed || png.length === 0;
    if (drawn) {
      // Lossless and, with optimizeForSpeed, as quick as JPEG here (38 against 34 ms for 1920 × 1080).
      const shot = await screen.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
      png = Buffer.from(shot.data, 'base64');
    }
    yield { png, drawn, misfits };
  }
  await screen.detach();
}

/** The poster of one language, as PNG. */
export async function drawPoster(page: Page, words: PosterWords): Promise<Buffer> {
  await page.evaluate((what) => window.stagePage.poster(what), words);
  return page.screenshot({ type: 'png' });
}

/** The poster's markup: equal markup is an equal poster. */
export const posterMarkupOf = (page: Page, words: PosterWords): Promise<string> =>
  page.evaluate((what) => window.stagePage.posterMarkup(what), words);

/** The markup of a scene at these moments: equal markup is an equal picture. */
export async function markupOf(page: Page, scene: StagedScene, moments: readonly number[]): Promise<string[]> {
  return page.evaluate(([what, at]) => window.stagePage.markup(what, at), [scene, [...moments]] as const);
}
