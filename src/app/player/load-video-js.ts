import type videojs from 'video.js';
import type { openFilm } from './film-engine.ts';

type Loaded = { library: typeof videojs; openFilm: typeof openFilm };

/** The core build without HLS and what drives it, in chunks of their own that start to load with the film. */
export async function loadVideoJs(): Promise<Loaded> {
  window.VIDEOJS_NO_DYNAMIC_STYLE = true;
  const [{ default: library }, { openFilm }] = await Promise.all([
    import('video.js/dist/alt/video.core.js'),
    import('./film-engine.ts'),
  ]);
  // What goes wrong is said on the screen; the console of a station is nobody's to read.
  library.log.level('off');
  return { library, openFilm };
}
