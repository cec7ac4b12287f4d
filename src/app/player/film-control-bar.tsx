import { useTranslation } from 'react-i18next';
import { type Language, languages } from '#domain/course/closed-lists.ts';
import { useSurroundings } from '../ui/surroundings.ts';
import { ControlIcon } from './control-icon.tsx';
import { FilmSettings } from './film-settings.tsx';
import type { FilmView } from './use-film.ts';

/** All controls have words or a name; captions and voice stand in the open. Speed and picture, seldom changed, share a menu. */
export function FilmControlBar({ view }: { view: FilmView }) {
  const { t } = useTranslation('officer');
  const { state, controls } = view;
  const isReady = state.phase === 'ready';
  return (
    <div className="film-controls">
      <button type="button" className="film-play" disabled={!isReady} onClick={controls.togglePlay}>
        <ControlIcon name={state.playing ? 'pause' : 'play'} />
        {state.playing ? t('film.pause') : t('film.play')}
      </button>
      <CaptionButtons view={view} />
      <VoiceButton view={view} />
      <div className="film-signs">
        <FilmSettings view={view} />
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
  const { voices } = useSurroundings();
  const other = voices.find((each) => each !== state.narration);
  if (!other) return null;
  return (
    <button type="button" className="film-voice" onClick={() => controls.setNarration(other)}>
      <ControlIcon name="voice" />
      {t('film.voice')} <span lang={state.narration}>{t(`film.language.${state.narration}`)}</span>
      <span className="visually-hidden">{t('film.changeVoice', { language: t(`film.language.${other}`) })}</span>
    </button>
  );
}
