import { renderToStaticMarkup } from 'react-dom/server';
import type { InBothLanguages } from '#domain/course/course.ts';
import type { Narration } from '#domain/course/storyboard.ts';
import { pictureHash, tellingMoments } from '#rendering/media-lock.ts';
import { Stage } from '#rendering/scenes/stage.tsx';
import { staged } from '#rendering/staging.ts';
import type { Timeline } from '#rendering/timeline.ts';

/** The hashes of `media.lock.json`'s pictures as the sources give them today, drawn without a browser. */
export function picturesDrawn(timeline: Timeline, narration: InBothLanguages<Narration>): Record<string, string> {
  const hashes: Record<string, string> = {};
  for (const language of ['en', 'es'] as const)
    for (const scene of staged(timeline, narration, language))
      hashes[`${language} ${scene.id}`] = pictureHash(
        tellingMoments(scene).map((t) => renderToStaticMarkup(<Stage scene={scene} t={t} />)),
      );
  return hashes;
}
