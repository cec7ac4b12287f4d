import type Player from 'video.js/dist/types/player';

/** The frame with film and controls goes full screen; an iPhone can only do so with the film itself, captions included. */
export function takeFullScreen(stage: HTMLElement, player: Player): void {
  const frame = stage.closest('.film-frame') ?? stage;
  if (document.fullscreenEnabled) void frame.requestFullscreen().catch(() => {});
  else void player.requestFullscreen();
}

export function leaveFullScreen(player: Player): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void player.exitFullscreen();
}

/** Calls at every change, whoever made it (our button, Escape, the phone's own). Returns the way to stop. */
export function onFullScreen(stage: HTMLElement, player: Player, tell: (fullScreen: boolean) => void): () => void {
  const changed = () => tell(document.fullscreenElement?.contains(stage) ?? false);
  document.addEventListener('fullscreenchange', changed);
  player.on('fullscreenchange', () => tell(player.isFullscreen() ?? false));
  return () => document.removeEventListener('fullscreenchange', changed);
}
