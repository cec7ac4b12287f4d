import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';
import { FilmControlBar } from './film-control-bar.tsx';
import { FilmProgress } from './film-progress.tsx';
import { FilmText } from './film-text.tsx';
import { filmKey } from './keyboard.ts';
import './player.css';
import type { FilmView } from './use-film.ts';
import { WatchedLine } from './watched-line.tsx';

type FilmPlayerProps = {
  view: FilmView;
  /** Chapters and transcript; a projector shows the film alone. */
  withText?: boolean;
  /** What must be read while the film plays, full screen too; the place for it is there from the start (WCAG 4.1.3). */
  notice?: string | false | undefined;
};

/** The film with its controls, what is watched and owed, chapters and transcript. */
export function FilmPlayer({ view, withText = true, notice }: FilmPlayerProps) {
  return (
    <div className={withText ? 'film with-text' : 'film'}>
      <div className="film-main">
        <FilmFrame view={view} notice={notice} />
        <WatchedLine view={view} />
      </div>
      {withText && <FilmText view={view} />}
    </div>
  );
}

/** What goes full screen: film, progress and controls. */
function FilmFrame({ view, notice }: Pick<FilmPlayerProps, 'view' | 'notice'>) {
  const { t } = useTranslation('officer');
  const { language } = useLanguage();
  const frame = useRef<HTMLElement>(null);
  const { state, controls, stage } = view;

  // Keys are heard only while the focus is within the frame, so that no letter typed elsewhere moves the film (WCAG 2.1.4).
  useEffect(() => {
    const element = frame.current;
    const press = (event: KeyboardEvent) => filmKey(event, state, controls, language);
    element?.addEventListener('keydown', press);
    return () => element?.removeEventListener('keydown', press);
  });

  return (
    <section
      ref={frame}
      className={state.playing ? 'film-frame is-playing' : 'film-frame'}
      aria-label={t('film.label')}
    >
      <div className="film-stage" ref={stage} />
      {state.phase === 'ready' && !state.playing && state.playedHere.length === 0 && <PlaySign />}
      {state.phase === 'broken' && (
        <div className="film-broken" role="alert">
          <p>{t('film.broken')}</p>
          <button type="button" className="button" onClick={view.tryAgain}>
            {t('film.tryAgain')}
          </button>
        </div>
      )}
      <div className="film-bar">
        <FilmProgress view={view} />
        <FilmControlBar view={view} />
      </div>
      {notice !== undefined && (
        <p className="film-notice" role="status">
          {notice}
        </p>
      )}
      <p className="visually-hidden" role="status">
        {state.stalled && state.playing && t('film.stalled')}
      </p>
    </section>
  );
}

/** Says what a tap on the film does; the button for it is in the bar. */
function PlaySign() {
  return (
    <svg className="film-play-sign" viewBox="0 0 96 96" aria-hidden="true">
      <circle cx="48" cy="48" r="46" />
      <path d="M38 28v40l34-20z" />
    </svg>
  );
}
