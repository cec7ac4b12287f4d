import type videojs from 'video.js';

/** The core build without HLS, in a chunk of its own that starts to load with the film. */
export async function loadVideoJs(): Promise<typeof videojs> {
  window.VIDEOJS_NO_DYNAMIC_STYLE = true;
  const loaded = await import('video.js/dist/alt/video.core.js');
  return loaded.default;
}
