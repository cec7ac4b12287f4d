import type { Language } from '#domain/course/closed-lists.ts';
import type { Coverage } from '#domain/coverage/coverage.ts';
import type { PlayedAt } from '#domain/coverage/played-stretches.ts';
import type { FilmPicture } from './film-choices.ts';

/** What the controls draw. */
export type FilmState = {
  phase: 'loading' | 'ready' | 'broken';
  playing: boolean;
  /** The network is slower than the film. */
  stalled: boolean;
  positionSeconds: number;
  rate: number;
  muted: boolean;
  captions: Language[];
  narration: Language;
  picture: FilmPicture;
  fullScreen: boolean;
  /** Played since this player stands, reported or not. */
  playedHere: Coverage;
  /** Counts the seeks that the guard refused, so that each is said once. */
  refusals: number;
};

/** What leaves the player: every 10 s and at every pause, end and leaving of the page. */
export type PlayedReport = { stretches: PlayedAt[]; narration: Language; captions: Language[] };

export type FilmControls = {
  togglePlay(): void;
  /** Goes through the guard. */
  seekTo(seconds: number): void;
  setRate(rate: number): void;
  toggleMuted(): void;
  setCaptions(captions: Language[]): void;
  setNarration(narration: Language): void;
  setPicture(picture: FilmPicture): void;
  toggleFullScreen(): void;
};

export type FilmEngine = FilmControls & {
  state(): FilmState;
  onState(listen: () => void): () => void;
  dispose(): void;
};
