import { useTranslation } from 'react-i18next';
import { clock } from '../ui/clock.ts';
import { Stretches } from './stretches.tsx';
import type { FilmView } from './use-film.ts';

/** The place in the film, as a slider that goes back freely and forward as far as was watched. */
export function FilmProgress({ view: { film, state, coverage, controls } }: { view: FilmView }) {
  const { t } = useTranslation('officer');
  const at = Math.min(state.positionSeconds, film.durationSeconds);
  return (
    <div className="film-progress">
      <div className="film-slider">
        <Stretches film={film} coverage={coverage} at={at} />
        <input
          type="range"
          min={0}
          max={Math.ceil(film.durationSeconds)}
          step={0.1}
          value={at}
          aria-label={t('film.place')}
          aria-valuetext={t('film.placeOf', { at: clock(at), length: clock(film.durationSeconds) })}
          onChange={(event) => controls.seekTo(event.target.valueAsNumber)}
        />
      </div>
      <span className="film-time">
        {clock(at)} / {clock(film.durationSeconds)}
      </span>
    </div>
  );
}
