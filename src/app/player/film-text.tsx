import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';
import { clock } from '../ui/clock.ts';
import './film-text.css';
import { isBeyond } from './seek-guard.ts';
import type { FilmView } from './use-film.ts';

/** Chapters and transcript: both follow the film and both lead back into it, through the guard. */
export function FilmText({ view }: { view: FilmView }) {
  return (
    <div className="film-text">
      <Chapters view={view} />
      <Transcript view={view} />
    </div>
  );
}

function Chapters({ view: { film, state, furthest, controls } }: { view: FilmView }) {
  const { t } = useTranslation('officer');
  const { language } = useLanguage();
  return (
    <details className="film-chapters">
      <summary>{t('film.chapters')}</summary>
      <ol>
        {film.scenes.map(({ id, fromSeconds, toSeconds, title }) => {
          const isNow = state.positionSeconds >= fromSeconds && state.positionSeconds < toSeconds;
          return (
            <li key={id}>
              <button
                type="button"
                aria-current={isNow ? 'true' : undefined}
                className={isBeyond(fromSeconds, furthest) ? 'is-ahead' : undefined}
                onClick={() => controls.seekTo(fromSeconds)}
              >
                <span className="film-at">{clock(fromSeconds)}</span> {title[language]}
              </button>
            </li>
          );
        })}
      </ol>
    </details>
  );
}

function Transcript({ view: { film, state, furthest, controls, address } }: { view: FilmView }) {
  const { t } = useTranslation('officer');
  const { language } = useLanguage();
  const list = useRef<HTMLOListElement>(null);
  const spoken = film.cues.filter((cue) => cue.at[state.narration].fromSeconds <= state.positionSeconds + 0.05).at(-1);

  // The list scrolls within itself; the page stays where the reader left it, and so does a list that is being used.
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the cue that is spoken.
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (!list.current || !current || list.current.matches(':hover, :focus-within')) return;
    list.current.scrollTop = current.offsetTop - list.current.clientHeight / 3;
  }, [spoken?.id]);

  return (
    <section className="film-transcript" aria-label={t('film.transcript')}>
      <h2>{t('film.transcript')}</h2>
      <ol ref={list}>
        {film.cues.map(({ id, at, says, clauses }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === spoken?.id ? 'true' : undefined}
              className={isBeyond(at[state.narration].fromSeconds, furthest) ? 'is-ahead' : undefined}
              onClick={() => controls.seekTo(at[state.narration].fromSeconds)}
            >
              <span className="film-at">{clock(at[state.narration].fromSeconds)}</span>
              <span className="film-says">{says[language]}</span>
              <span className="film-clauses">{clauses.join(' ')}</span>
            </button>
          </li>
        ))}
      </ol>
      <p>
        <a href={address(film.files[language].transcript)} download>
          {t('film.download')}
        </a>
      </p>
    </section>
  );
}
