import type { FilmControls, FilmState } from './film-state.ts';

const actions = ['play', 'pause', 'seekbackward', 'seekforward', 'seekto'] as const;
const stepSeconds = 5;

/** Keyboards, headsets and lock screens reach the film through the same controls, and so through the same guard. */
export function offerMediaKeys(film: FilmControls & { state(): FilmState }): () => void {
  const session = typeof navigator === 'undefined' ? undefined : (navigator.mediaSession as MediaSession | undefined);
  if (!session) return () => {};
  const handle: Record<(typeof actions)[number], (details: MediaSessionActionDetails) => void> = {
    play: () => !film.state().playing && film.togglePlay(),
    pause: () => film.state().playing && film.togglePlay(),
    seekbackward: ({ seekOffset }) => film.seekTo(film.state().positionSeconds - (seekOffset ?? stepSeconds)),
    seekforward: ({ seekOffset }) => film.seekTo(film.state().positionSeconds + (seekOffset ?? stepSeconds)),
    seekto: ({ seekTime }) => seekTime !== undefined && film.seekTo(seekTime),
  };
  for (const action of actions) session.setActionHandler(action, handle[action]);
  return () => {
    for (const action of actions) session.setActionHandler(action, null);
  };
}
