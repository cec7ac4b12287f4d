import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasSeen } from '#domain/completion/decide-completion.ts';
import type { Opening, Recorder } from '#recording/recorder.ts';
import { FilmPlayer } from '../player/film-player.tsx';
import type { PlayedReport } from '../player/film-state.ts';
import { useFilm } from '../player/use-film.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { evidenceOf } from './evidence-of.ts';
import type { placeInModule } from './module-place.ts';

type WatchStepProps = {
  opening: Opening;
  recorder: Recorder;
  place: ReturnType<typeof placeInModule>;
  onFinished: () => void;
};

/** The contract takes at most this many stretches an item. */
const mostStretches = 200;

/** The film. The way on appears once enough is seen; playing is never interrupted for it. */
export function WatchStep({ opening, recorder, place, onFinished }: WatchStepProps) {
  const { t } = useTranslation('officer');
  const { pack, training, part } = opening;
  const [startAt] = useState(() => startOf(opening, place.read().positionSeconds));

  const report = ({ stretches, narration, captions }: PlayedReport) => {
    for (let from = 0; from < stretches.length; from += mostStretches) {
      const part = stretches.slice(from, from + mostStretches);
      const item = evidenceOf(pack.editionHash, { kind: 'watched', stretches: part, narration, captions });
      void recorder.submit(item);
    }
  };
  const view = useFilm({
    film: pack.film,
    editionHash: pack.editionHash,
    covered: training.covered,
    startAt,
    freeSeek: hasSeen(pack.course, pack.film, training.covered),
    onPlayed: report,
  });
  const seen = hasSeen(pack.course, pack.film, view.coverage);
  const wayOn = part === 'film' ? 'toEnd' : training.acknowledgedAt === null ? 'toPolicy' : 'toQuiz';
  const wholeSecond = Math.floor(view.state.positionSeconds);
  useEffect(() => {
    if (wholeSecond > 0) place.keep({ positionSeconds: wholeSecond });
  }, [wholeSecond, place]);

  return (
    <div className="watch-step">
      <PageHeading title={t('film.title')} />
      <FilmPlayer view={view} />
      <div className="way-on" role="status">
        {seen && <p>{t('film.enough')}</p>}
      </div>
      {seen && (
        <button type="button" className="button" onClick={onFinished}>
          {t(`film.${wayOn}`)}
        </button>
      )}
    </div>
  );
}

/** Where this device was; else the end of what was seen without a gap from the start. At the very end it starts over. */
function startOf({ pack, training }: Opening, keptSeconds: number | null): number {
  const first = training.covered[0];
  const at = keptSeconds ?? (first && first.fromSeconds < 1 ? first.toSeconds : 0);
  return at >= pack.film.durationSeconds - 1 ? 0 : at;
}
