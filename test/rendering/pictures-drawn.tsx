import { renderToStaticMarkup } from 'react-dom/server';
import type { InBothLanguages } from '#domain/course/course.ts';
import { pictureHash, tellingMoments } from '#rendering/media-lock.ts';
import { Poster } from '#rendering/scenes/poster.tsx';
import { Stage } from '#rendering/scenes/stage.tsx';
import { posterWords, type Staging, staged } from '#rendering/staging.ts';

/** The hashes of `media.lock.json`'s pictures as the sources give them today, drawn without a browser. */
export function picturesDrawn(staging: Staging, titles: InBothLanguages<string>): Record<string, string> {
  const hashes: Record<string, string> = {};
  // A film that is wholly an agency's own has a photo for its poster.
  if (staging.timeline.frames === 0) return hashes;
  for (const language of ['en', 'es'] as const) {
    for (const scene of staged(staging, language))
      hashes[`${language} ${scene.id}`] = pictureHash(
        tellingMoments(scene).map((t) => renderToStaticMarkup(<Stage scene={scene} t={t} />)),
      );
    const poster = <Poster {...posterWords(staging, language, titles[language])} />;
    hashes[`${language} poster`] = pictureHash([renderToStaticMarkup(poster)]);
  }
  return hashes;
}
