import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#app/i18n/use-language.ts';
import { pictureFile, rememberedNarration, rememberedPicture } from '#app/player/film-choices.ts';
import { useSurroundings } from '#app/ui/surroundings.ts';
import type { Film } from '#domain/course/storyboard.ts';
import './cue-film.css';

type CueFilmProps = { film: Film; editionHash: string; cue: Film['cues'][number] };

/**
 * One cue in place: the browser's own player on a media fragment, which stops where the cue ends. Nothing is reported from
 * here, since the film is already seen. Without the file (or the network) the cue's words below it remain.
 *
 * @see https://www.w3.org/TR/media-frags/#naming-time
 */
export function CueFilm({ film, editionHash, cue }: CueFilmProps) {
  const { t } = useTranslation('common');
  const { language } = useLanguage();
  const [isMissing, setMissing] = useState(false);
  const { filmFile, voices, startsMuted } = useSurroundings();
  const narration = rememberedNarration(language, voices);
  const files = film.files[narration];
  const address = (file: string) => filmFile(film.courseId, editionHash, file);
  const { fromSeconds, toSeconds } = cue.at[narration];
  if (isMissing) return null;
  return (
    <video
      key={`${cue.id}:${narration}:${language}`}
      className="cue-film"
      src={`${address(pictureFile(files, rememberedPicture()))}#t=${fromSeconds},${toSeconds}`}
      poster={address(files.poster)}
      autoPlay
      muted={startsMuted}
      controls
      playsInline
      onError={() => setMissing(true)}
    >
      <track
        kind="captions"
        default
        srcLang={language}
        label={t(`language.${language}`)}
        src={address(files.captions[language])}
      />
    </video>
  );
}
