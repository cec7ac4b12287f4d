import { type RefCallback, useCallback, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import type { Language } from '#domain/course/closed-lists.ts';
import type { Film } from '#domain/course/storyboard.ts';
import { type Coverage, cover, furthestSeconds } from '#domain/coverage/coverage.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useSurroundings } from '../ui/surroundings.ts';
import {
  type FilmPicture,
  rememberCaptions,
  rememberedCaptions,
  rememberedNarration,
  rememberedPicture,
  rememberNarration,
  rememberPicture,
} from './film-choices.ts';
import type { FilmControls, FilmEngine, FilmState, PlayedReport } from './film-state.ts';
import { loadVideoJs } from './load-video-js.ts';

export type FilmSetup = {
  film: Film;
  /** Pins the files that are played to the edition that is recorded. */
  editionHash: string;
  /** What already counts, from the record. */
  covered: Coverage;
  startAt?: number;
  /** After the first full view, or where nothing is recorded. */
  freeSeek?: boolean;
  /** Roll call shows both languages to a room; else what this device remembers, or the interface language. */
  captions?: Language[];
  onPlayed: (report: PlayedReport) => void;
};

/** Everything that the parts of the player draw. */
export type FilmView = {
  film: Film;
  state: FilmState;
  controls: FilmControls;
  /** What counts already, and what was played since. */
  coverage: Coverage;
  /** Address of a file of the film. */
  address: (file: string) => string;
  /** How far the guard lets anybody go. */
  furthest: number;
  stage: RefCallback<HTMLElement>;
  tryAgain: () => void;
};

const noControls: FilmControls = {
  togglePlay() {},
  seekTo() {},
  setRate() {},
  toggleMuted() {},
  setCaptions() {},
  setNarration() {},
  setPicture() {},
  toggleFullScreen() {},
};

/** Puts the film on a stage and reports what is played. */
export function useFilm({ film, editionHash, covered, startAt = 0, freeSeek = false, captions, onPlayed }: FilmSetup) {
  const { language } = useLanguage();
  const { filmFile, voices, startsMuted } = useSurroundings();
  const address = (file: string) => filmFile(film.courseId, editionHash, file);
  const [atStart] = useState<FilmState>(() => ({
    phase: 'loading',
    playing: false,
    stalled: false,
    positionSeconds: startAt,
    rate: 1,
    muted: startsMuted,
    captions: captions ?? rememberedCaptions(language),
    narration: rememberedNarration(language, voices),
    picture: rememberedPicture(),
    fullScreen: false,
    playedHere: [],
    refusals: 0,
  }));
  const [engine, setEngine] = useState<FilmEngine | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [round, setRound] = useState(0);
  const lastState = useRef(atStart);
  const never = useCallback(() => () => {}, []);
  const state = useSyncExternalStore(engine?.onState ?? never, () => engine?.state() ?? lastState.current);
  lastState.current = state;

  const played = useEffectEvent((report: PlayedReport) => onPlayed(report));
  const furthestNow = useEffectEvent(() => (freeSeek ? Number.POSITIVE_INFINITY : furthestSeconds(covered)));

  // biome-ignore lint/correctness/useExhaustiveDependencies: another film or another try is another stage.
  const stage = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return;
      let open: FilmEngine | null = null;
      let isLeft = false;
      const { positionSeconds, muted, captions: shown, narration, picture } = lastState.current;
      void loadVideoJs().then(
        ({ library, openFilm }) => {
          if (isLeft) return;
          const setup = {
            film,
            address,
            startAt: positionSeconds,
            muted,
            captions: shown,
            narration,
            picture,
          };
          open = openFilm(library, element, { ...setup, furthestSeconds: furthestNow, onPlayed: played });
          setEngine(open);
        },
        () => setHasFailed(true),
      );
      return () => {
        isLeft = true;
        open?.dispose();
        setEngine(null);
      };
    },
    [film, editionHash, round],
  );

  const coverage = cover(...covered, ...state.playedHere);
  const controls: FilmControls =
    (engine && {
      ...engine,
      setCaptions(next: Language[]) {
        rememberCaptions(next);
        engine.setCaptions(next);
      },
      setNarration(next: Language) {
        rememberNarration(next);
        engine.setNarration(next);
      },
      setPicture(next: FilmPicture) {
        rememberPicture(next);
        engine.setPicture(next);
      },
    }) ||
    noControls;
  const view: FilmView = {
    film,
    state: hasFailed ? { ...state, phase: 'broken' } : state,
    controls,
    coverage,
    address,
    furthest: freeSeek ? film.durationSeconds : furthestSeconds(coverage),
    stage,
    tryAgain() {
      setHasFailed(false);
      setRound(round + 1);
    },
  };
  return view;
}
