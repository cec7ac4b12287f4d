import { useTranslation } from 'react-i18next';
import { type Language, languages } from '#domain/course/closed-lists.ts';
import { clock } from '../ui/clock.ts';
import { ControlIcon } from './control-icon.tsx';
import { playbackRates } from './seek-guard.ts';
import type { FilmView } from './use-film.ts';

/** All controls have words or a name; captions and voice stand in the open, not behind a gear. */
export function FilmControlBar({ view }: { view: FilmView }) {
  const { t } = useTranslation('officer');
  const { film, state, controls } = view;
  const isReady = state.phase === 'ready';
  return (
    <div className="film-controls">
      <button type="button" className="film-play" disabled={!isReady} onClick={controls.togglePlay}>
        <ControlIcon name={state.playing ? 'pause' : 'play'} />
        {state.playing ? t('film.pause') : t('film.play')}
      </button>
      <span className="film-time">
        {clock(state.positionSeconds)} / {clock(film.durationSeconds)}
      </span>
      <CaptionButtons view={view} />
      <VoiceButton view={view} />
      {film.files[state.narration].small && <PictureButton view={view} />}
      <label className="film-speed">
        <span className="visually-hidden">{t('film.speed')}</span>
        <select value={state.rate} onChange={(event) => controls.setRate(Number(event.target.value))}>
          {playbackRates.map((rate) => (
            <option key={rate} value={rate}>
              {t('film.rate', { rate })}
            </option>
          ))}
        </select>
      </label>
      <button type="button" aria-pressed={state.muted} aria-label={t('film.mute')} onClick={controls.toggleMuted}>
        <ControlIcon name={state.muted ? 'muted' : 'sound'} />
      </button>
      <button
        type="button"
        aria-label={state.fullScreen ? t('film.leaveFullScreen') : t('film.fullScreen')}
        onClick={controls.toggleFullScreen}
      >
        <ControlIcon name={state.fullScreen ? 'smaller' : 'larger'} />
      </button>
    </div>
  );
}

function CaptionButtons({ view: { state, controls } }: { view: FilmView }) {
  const { t } = useTranslation('officer');
  const toggled = (language: Language) =>
    languages.filter((each) => state.captions.includes(each) !== (each === language));
  return languages.map((language) => (
    <button
      key={language}
      type="button"
      aria-pressed={state.captions.includes(language)}
      onClick={() => controls.setCaptions(toggled(language))}
    >
      CC <span lang={language}>{t(`film.language.${language}`)}</span>
      <span className="visually-hidden">{t('film.captions')}</span>
    </button>
  ));
}

function VoiceButton({ view: { state, controls } }: { view: FilmView }) {
  const { t } = useTranslation('officer');
  const other = state.narration === 'en' ? 'es' : 'en';
  return (
    <button type="button" className="film-voice" onClick={() => controls.setNarration(other)}>
      <ControlIcon name="voice" />
      {t('film.voice')} <span lang={state.narration}>{t(`film.language.${state.narration}`)}</span>
      <span className="visually-hidden">{t('film.changeVoice', { language: t(`film.language.${other}`) })}</span>
    </button>
  );
}

/** Shown where there are two renditions. */
function PictureButton({ view: { state, controls } }: { view: FilmView }) {
  const { t } = useTranslation('officer');
  const other = state.picture === 'large' ? 'small' : 'large';
  return (
    <button type="button" onClick={() => controls.setPicture(other)}>
      {t('film.picture')} {t(`film.pictureSize.${state.picture}`)}
      <span className="visually-hidden">{t(`film.changePicture.${other}`)}</span>
    </button>
  );
}
