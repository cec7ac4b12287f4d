import type videojs from 'video.js';
import type { Language } from '#domain/course/closed-lists.ts';
import type { Film } from '#domain/course/storyboard.ts';
import { cover } from '#domain/coverage/coverage.ts';
import {
  coverageOf,
  handOver,
  nothingPlayed,
  type Played,
  playedTo,
  seekBegan,
  stoppedAt,
} from '#domain/coverage/played-stretches.ts';
import { dropCaptions, keepCaptions, showCaptions } from './caption-tracks.ts';
import { type FilmPicture, pictureFile } from './film-choices.ts';
import type { FilmEngine, FilmState, PlayedReport } from './film-state.ts';
import { leaveFullScreen, onFullScreen, takeFullScreen } from './full-screen.ts';
import { offerMediaKeys } from './media-keys.ts';
import { isBeyond, permittedPosition, permittedRate } from './seek-guard.ts';

export type FilmSetup = {
  film: Film;
  /** Address of a file of the film. */
  address: (file: string) => string;
  startAt: number;
  muted: boolean;
  captions: Language[];
  narration: Language;
  picture: FilmPicture;
  /** The furthest point that may be sought; asked at every move, since it grows while the film plays. */
  furthestSeconds: () => number;
  onPlayed: (report: PlayedReport) => void;
};

const reportEveryMilliseconds = 10_000;

/** Joins video.js to the screens: its events become played stretches and a state to draw, and every move meets the guard. */
export function openFilm(library: typeof videojs, stage: HTMLElement, setup: FilmSetup): FilmEngine {
  const { film } = setup;
  const element = document.createElement('video-js');
  element.setAttribute('playsinline', '');
  stage.append(element);
  const player = library(element, {
    controls: false,
    preload: 'auto',
    playsinline: true,
    muted: setup.muted,
    poster: setup.address(film.files[setup.narration].poster),
    children: ['mediaLoader', 'posterImage'],
    disablePictureInPicture: true,
    userActions: { click: false, doubleClick: false, hotkeys: false },
    // Native tracks: iPhones show no others in their own full screen, and two showing tracks are laid out apart.
    html5: { nativeTextTracks: true },
  });

  let played: Played = nothingPlayed;
  let reported = cover();
  let state: FilmState = {
    phase: 'loading',
    playing: false,
    stalled: false,
    positionSeconds: setup.startAt,
    rate: 1,
    muted: setup.muted,
    captions: setup.captions,
    narration: setup.narration,
    picture: setup.picture,
    fullScreen: false,
    playedHere: [],
    refusals: 0,
  };
  const listeners = new Set<() => void>();
  const change = (changes: Partial<FilmState>) => {
    state = { ...state, ...changes, playedHere: cover(...reported, ...coverageOf(played)) };
    for (const listen of listeners) listen();
  };

  /** Where the file that is being loaded will begin: until then the player knows no other place than 0. */
  let beginsAt: number | null = null;
  const position = () => beginsAt ?? player.currentTime() ?? 0;
  const rate = () => player.playbackRate() ?? 1;
  /** Infinity when all is free; what was played here counts at once, whatever is still to be reported. */
  const furthest = () => Math.max(setup.furthestSeconds(), state.playedHere.at(-1)?.toSeconds ?? 0);

  const report = () => {
    const { stretches, rest } = handOver(played);
    reported = cover(...reported, ...coverageOf(played));
    played = rest;
    if (stretches.length > 0) {
      setup.onPlayed({ stretches, narration: state.narration, captions: state.captions });
    }
  };
  const stop = () => {
    played = player.seeking() ? seekBegan(played) : stoppedAt(played, position(), rate(), performance.now());
    change({ playing: false, positionSeconds: position() });
    report();
  };
  const advance = () => {
    if (player.paused() || player.seeking()) return;
    played = playedTo(played, position(), rate(), performance.now());
    change({ positionSeconds: position(), stalled: false });
  };
  const sought = () => {
    played = seekBegan(played);
    if (isBeyond(position(), furthest())) {
      player.currentTime(permittedPosition(position(), furthest(), film.durationSeconds));
      change({ refusals: state.refusals + 1 });
    }
    change({ positionSeconds: position() });
  };
  const seekTo = (seconds: number) => {
    const permitted = permittedPosition(seconds, furthest(), film.durationSeconds);
    if (isBeyond(seconds, furthest())) change({ refusals: state.refusals + 1 });
    played = seekBegan(played);
    if (beginsAt !== null) beginsAt = permitted;
    player.currentTime(permitted);
    change({ positionSeconds: permitted });
  };

  /** Notes where it begins: a busy device tells only some frames later that the film plays, and these were seen too. */
  function play(): void {
    if (!player.seeking()) played = playedTo(played, position(), rate(), performance.now());
    void player.play()?.catch(() => {});
  }

  function load(atSeconds: number): void {
    const { narration, picture } = state;
    beginsAt = atSeconds;
    player.poster(setup.address(film.files[narration].poster));
    player.src({ src: setup.address(pictureFile(film.files[narration], picture)), type: 'video/mp4' });
    player.one('loadedmetadata', () => {
      player.currentTime(position());
      beginsAt = null;
      player.playbackRate(state.rate);
      showCaptions(player, film.files[narration].captions, setup.address, state.captions);
      change({ phase: 'ready' });
    });
  }

  /** Another file of the same film goes on where the one before was. */
  function loadAgain(changes: Partial<FilmState>): void {
    const [at, wasPlaying] = [position(), !player.paused()];
    stop();
    change({ ...changes, phase: 'loading' });
    load(at);
    if (wasPlaying) player.one('loadedmetadata', play);
  }

  keepCaptions(player);
  player.on('timeupdate', advance);
  player.on('play', () => change({ playing: true }));
  player.on('playing', advance);
  player.on('waiting', () => change({ stalled: true }));
  player.on(['pause', 'ended'], stop);
  player.on('seeking', sought);
  player.on('ratechange', () => {
    if (permittedRate(rate()) !== rate()) player.playbackRate(permittedRate(rate()));
    else change({ rate: rate() });
  });
  player.on('volumechange', () => change({ muted: player.muted() ?? false }));
  player.on('error', () => change({ phase: 'broken', playing: false }));

  const pauseWhenHidden = () => {
    if (document.visibilityState === 'hidden') player.pause();
  };
  const leave = () => stop();
  const tap = () => engine.togglePlay();
  stage.addEventListener('click', tap);
  document.addEventListener('visibilitychange', pauseWhenHidden);
  window.addEventListener('pagehide', leave);
  const timer = setInterval(() => state.playing && report(), reportEveryMilliseconds);
  const stopFullScreen = onFullScreen(stage, player, (fullScreen) => change({ fullScreen }));

  const engine: FilmEngine = {
    state: () => state,
    onState(listen) {
      listeners.add(listen);
      return () => void listeners.delete(listen);
    },
    togglePlay: () => (player.paused() ? play() : player.pause()),
    seekTo,
    setRate: (next) => void player.playbackRate(permittedRate(next)),
    toggleMuted: () => void player.muted(!player.muted()),
    setCaptions(captions) {
      change({ captions });
      showCaptions(player, film.files[state.narration].captions, setup.address, captions);
    },
    setNarration(narration) {
      if (narration === state.narration) return;
      dropCaptions(player);
      loadAgain({ narration });
    },
    setPicture(picture) {
      if (picture !== state.picture) loadAgain({ picture });
    },
    toggleFullScreen: () => (state.fullScreen ? leaveFullScreen(player) : takeFullScreen(stage, player)),
    dispose() {
      stop();
      clearInterval(timer);
      stage.removeEventListener('click', tap);
      document.removeEventListener('visibilitychange', pauseWhenHidden);
      window.removeEventListener('pagehide', leave);
      stopFullScreen();
      stopMediaKeys();
      listeners.clear();
      player.dispose();
    },
  };
  const stopMediaKeys = offerMediaKeys(engine);
  load(setup.startAt);
  return engine;
}
