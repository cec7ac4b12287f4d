import { useTranslation } from 'react-i18next';
import { ControlIcon } from './control-icon.tsx';
import { type FilmPicture, filmPictures } from './film-choices.ts';
import { playbackRates } from './seek-guard.ts';
import type { FilmView } from './use-film.ts';

/** Speed and picture in a menu of the browser's own, which Escape or a press beside it closes. */
export function FilmSettings({ view: { film, state, controls } }: { view: FilmView }) {
  const { t } = useTranslation('officer');
  return (
    <>
      <button type="button" popoverTarget="film-settings" aria-label={t('film.settings')}>
        <ControlIcon name="settings" />
      </button>
      <div className="film-settings" id="film-settings" popover="auto">
        <label>
          {t('film.speed')}
          <select value={state.rate} onChange={(event) => controls.setRate(Number(event.target.value))}>
            {playbackRates.map((rate) => (
              <option key={rate} value={rate}>
                {t('film.rate', { rate })}
              </option>
            ))}
          </select>
        </label>
        {film.files[state.narration].small && (
          <label>
            {t('film.picture')}
            <select value={state.picture} onChange={(event) => controls.setPicture(event.target.value as FilmPicture)}>
              {filmPictures.map((picture) => (
                <option key={picture} value={picture}>
                  {t(`film.pictureSize.${picture}`)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </>
  );
}
