import { renderToStaticMarkup } from 'react-dom/server';
import { pictureHash, tellingMoments } from '#rendering/media-lock.ts';
import { Stage } from '#rendering/scenes/stage.tsx';
import { type Staging, staged } from '#rendering/staging.ts';

/** The hashes of `media.lock.json`'s pictures as the sources give them today, drawn without a browser. */
export function picturesDrawn(staging: Staging): Record<string, string> {
  const hashes: Record<string, string> = {};
  for (const language of ['en', 'es'] as const)
    for (const scene of staged(staging, language))
      hashes[`${language} ${scene.id}`] = pictureHash(
        tellingMoments(scene).map((t) => renderToStaticMarkup(<Stage scene={scene} t={t} />)),
      );
  return hashes;
}
