import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { secondsIn, within } from '#domain/coverage/coverage.ts';
import { clock } from '../ui/clock.ts';
import type { FilmView } from './use-film.ts';

/** What is watched and what is owed, in words; and why a seek was refused. */
export function WatchedLine({ view: { film, coverage, state } }: { view: FilmView }) {
  const { t } = useTranslation('officer');
  const length = Math.floor(film.durationSeconds);
  const watched = Math.min(length, Math.floor(secondsIn(within(coverage, film.durationSeconds)) + 0.5));
  const isRefused = useForAWhile(state.refusals);
  const times = { watched: clock(watched), length: clock(length), left: clock(length - watched) };
  return (
    <div className="watched-line">
      <p>{watched >= length ? t('film.watchedAll', times) : t('film.watched', times)}</p>
      <p className="watched-note" role="status">
        {isRefused && <span key={state.refusals}>{t('film.refused')}</span>}
      </p>
    </div>
  );
}

const aWhileMilliseconds = 8_000;

/** True for a while after each count; 0 is nothing yet. */
function useForAWhile(count: number): boolean {
  const [over, setOver] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setOver(count), aWhileMilliseconds);
    return () => clearTimeout(timer);
  }, [count]);
  return count > over;
}
