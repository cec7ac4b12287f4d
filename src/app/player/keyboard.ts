import type { Language } from '#domain/course/closed-lists.ts';
import type { FilmControls, FilmState } from './film-state.ts';

const stepSeconds = 5;

/** Space, arrows (±5 s), c, f and m. Seeking goes through the controls, and so through the guard. */
export function filmKey(event: KeyboardEvent, state: FilmState, film: FilmControls, language: Language): void {
  const target = event.target as HTMLElement;
  if (event.altKey || event.ctrlKey || event.metaKey || target.matches('select')) return;
  // On a button the space bar presses that button.
  if (event.key === ' ' && target.matches('button')) return;
  const act = actOf(event.key, state, film, language);
  if (!act) return;
  event.preventDefault();
  act();
}

function actOf(key: string, state: FilmState, film: FilmControls, language: Language): (() => void) | null {
  switch (key) {
    case ' ':
      return film.togglePlay;
    case 'ArrowLeft':
      return () => film.seekTo(state.positionSeconds - stepSeconds);
    case 'ArrowRight':
      return () => film.seekTo(state.positionSeconds + stepSeconds);
    case 'c':
    case 'C':
      return () => film.setCaptions(state.captions.length > 0 ? [] : [language]);
    case 'f':
    case 'F':
      return film.toggleFullScreen;
    case 'm':
    case 'M':
      return film.toggleMuted;
    default:
      return null;
  }
}
