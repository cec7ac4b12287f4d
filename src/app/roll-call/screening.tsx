import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Film } from '#domain/course/storyboard.ts';
import { type Coverage, cover, secondsIn, uncovered } from '#domain/coverage/coverage.ts';
import { mostLateSeconds } from '#domain/coverage/watching.ts';
import { FilmPlayer } from '../player/film-player.tsx';
import { useFilm } from '../player/use-film.ts';
import { clock } from '../ui/clock.ts';
import { RoomLine } from './room-line.tsx';
import { type StationItem, withTaps } from './station-items.ts';
import type { OpenStation } from './station-page.tsx';

/** The film for the room: what it plays goes to the server under the roll call, and is kept here until it is answered. */
export function Screening({ station, film }: { station: OpenStation; film: Film }) {
  const { t } = useTranslation('roll-call');
  const { view, waiting, screened } = station;
  const covered = cover(...view.covered, ...unsent(waiting));
  const gap = firstGap(film, covered);
  const [startAt] = useState(gap?.fromSeconds ?? 0);
  const place = useRef<HTMLDivElement>(null);
  const screen = useFilm({
    film,
    editionHash: view.editionHash,
    covered,
    startAt,
    freeSeek: view.filmSeen,
    captions: ['en', 'es'],
    onPlayed: ({ stretches, narration, captions }) => screened([...stretches], narration, captions),
  });
  const { state, controls } = screen;

  const leaveAtTheEnd = useEffectEvent(() => {
    const isOver = !state.playing && state.positionSeconds > film.durationSeconds - 0.5;
    if (isOver && state.fullScreen) controls.toggleFullScreen();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what follows is on the page, not on the film (WCAG 2.4.3).
  useEffect(leaveAtTheEnd, [state.playing]);

  function start() {
    // The keys of the film are heard within its frame only.
    place.current?.querySelector<HTMLElement>('.film-frame button')?.focus();
    if (!state.fullScreen) controls.toggleFullScreen();
    controls.togglePlay();
  }

  const isWaiting = waiting.some(({ kind }) => kind === 'screened');
  return (
    <div className="screening">
      {!state.playing && (
        <div className="film-card">
          {view.filmSeen && <p role="status">{t('film.seen')}</p>}
          {view.filmSeen && (
            <Link className="button" to={`/roll-call/${view.id}/close`}>
              {t('film.toClose')}
            </Link>
          )}
          {!view.filmSeen && (
            <>
              <RoomLine lines={withTaps(view, waiting)} />
              <button type="button" className="button start" aria-disabled={state.phase !== 'ready'} onClick={start}>
                {state.positionSeconds > 0 ? t('film.resume') : t('film.start')}
              </button>
              <p className="detail">{t('film.length', { minutes: Math.round(film.durationSeconds / 60) || 1 })}</p>
            </>
          )}
          {!view.filmSeen && !isWaiting && gap && gap.fromSeconds < state.positionSeconds - 1 && (
            <p className="note">
              {t('film.missing', { share: Math.ceil((1 - view.watchedShare) * 100) / 100 })}{' '}
              <button type="button" className="button quiet" onClick={() => controls.seekTo(gap.fromSeconds)}>
                {t('film.playMissing', { time: clock(gap.fromSeconds) })}
              </button>
            </p>
          )}
        </div>
      )}
      <div ref={place}>
        <FilmPlayer view={screen} withText={false} notice={isTooLate(view.covered, waiting) && t('film.uncounted')} />
      </div>
    </div>
  );
}

const unsent = (waiting: readonly StationItem[]): Coverage =>
  waiting.flatMap((item) => (item.kind === 'screened' ? item.stretches : []));

/** More waits than the server will prove at once when it answers again: what plays now has to be played again. */
const isTooLate = (covered: Coverage, waiting: readonly StationItem[]) =>
  secondsIn(uncovered(cover(...unsent(waiting)), covered)) > mostLateSeconds;

/** What is shorter than this is the rounding of a player, not a part that somebody missed. */
const shortestGapSeconds = 0.5;

const firstGap = (film: Film, covered: Coverage) =>
  uncovered([{ fromSeconds: 0, toSeconds: film.durationSeconds }], covered).find(
    (gap) => gap.toSeconds - gap.fromSeconds > shortestGapSeconds,
  );
