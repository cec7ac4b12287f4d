import type { InBothLanguages, Language } from '#domain/course/course.ts';
import type { Narration } from '#domain/course/storyboard.ts';
import { openStage } from './browser.ts';
import type { StagedScene } from './scenes/stage.tsx';
import { framesPerSecond, type Timeline } from './timeline.ts';

/** The scenes as the page is told of them, with the words and cue times of one language. */
export function staged(timeline: Timeline, narration: InBothLanguages<Narration>, language: Language): StagedScene[] {
  const { scenes, speakers } = narration[language];
  return timeline.scenes.map((scene, index) => {
    const begins = scene.fromFrame / framesPerSecond;
    return {
      drawing: scene.drawing,
      title: scenes[scene.id]?.title ?? scene.id,
      index,
      count: timeline.scenes.length,
      words: scenes[scene.id]?.words ?? {},
      cues: timeline.cues
        .filter((cue) => cue.sceneId === scene.id)
        .map((cue) => ({
          id: cue.id,
          speaker: speakers[cue.speaker],
          fromSeconds: cue.at[language].fromSeconds - begins,
          toSeconds: cue.at[language].toSeconds - begins,
        })),
    };
  });
}

export interface DrawOptions {
  readonly timeline: Timeline;
  readonly scenes: readonly StagedScene[];
  readonly height: number;
  readonly fromFrame: number;
  readonly toFrame: number;
}

export interface Picture {
  readonly frame: number;
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

/** Draws frame after frame; a frame whose markup did not change is handed on as the picture before. */
export async function* draw({ timeline, scenes, height, fromFrame, toFrame }: DrawOptions): AsyncGenerator<Picture> {
  const { page, browser } = await openStage(height);
  try {
    const drawings = await page.evaluate(() => window.stagePage.drawings());
    const unknown = scenes.find(({ drawing }) => !drawings.includes(drawing));
    if (unknown) throw new UnknownDrawing(unknown.drawing, drawings);
    const screen = await page.context().newCDPSession(page);
    let png = Buffer.alloc(0);
    for (let frame = fromFrame; frame < toFrame; frame += 1) {
      const index = timeline.scenes.findIndex((scene) => frame < scene.toFrame);
      const scene = scenes[index];
      const begins = timeline.scenes[index]?.fromFrame ?? 0;
      if (!scene) throw new RangeError(`frame ${frame} is after the film's end`);
      const seconds = (frame - begins) / framesPerSecond;
      const changed = await page.evaluate(([what, t]) => window.stagePage.draw(what, t), [scene, seconds] as const);
      let misfits: string[] = [];
      if (changed || png.length === 0) {
        const shot = await screen.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
        png = Buffer.from(shot.data, 'base64');
        misfits = await page.evaluate(() => window.stagePage.misfits());
      }
      yield { frame, png, drawn: changed, misfits };
    }
  } finally {
    await browser.close();
  }
}
