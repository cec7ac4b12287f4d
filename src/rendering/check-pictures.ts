import { basename } from 'node:path';
import type { Language } from '#domain/course/course.ts';
import type { Film } from '#domain/course/storyboard.ts';
import type { Finding } from './check.ts';
import { ffmpeg } from './listen.ts';
import type { Span } from './timeline.ts';

/** Longer than this, a picture that stands still while somebody speaks looks like a film that hangs. */
export const mostFrozenSeconds = 7;
/** Of the largest possible brightness, from one frame to the next; a change below 10 % is no flash (WCAG 2.3.1). */
const mostJump = 0.1;

/** Stretches of a film, read from ffmpeg's report. A stretch that is still open at the end ends with the film. */
export function stretchesIn(report: string, kind: 'freeze' | 'black', endsAt: number): Span[] {
  if (kind === 'black')
    return [...report.matchAll(/black_start:([\d.]+) black_end:([\d.]+)/g)].map(([, from, to]) => ({
      fromSeconds: Number(from),
      toSeconds: Number(to),
    }));
  const ends = [...report.matchAll(/freeze_end: ([\d.]+)/g)].map(([, at]) => Number(at));
  return [...report.matchAll(/freeze_start: ([\d.]+)/g)].map(([, at], index) => ({
    fromSeconds: Number(at),
    toSeconds: ends[index] ?? endsAt,
  }));
}

/** The longest part of a still stretch during which somebody speaks. */
export function longestSpoken(still: readonly Span[], spoken: readonly Span[]): { seconds: number; at: number } {
  const parts = still.flatMap((each) =>
    spoken.map((cue) => {
      const at = Math.max(each.fromSeconds, cue.fromSeconds);
      return { at, seconds: Math.min(each.toSeconds, cue.toSeconds) - at };
    }),
  );
  return parts.reduce((longest, part) => (part.seconds > longest.seconds ? part : longest), { seconds: 0, at: 0 });
}

/** Black or frozen stretches, and anything that flashes. */
export function checkPictures(file: string, film: Film, language: Language): Finding[] {
  const where = basename(file);
  const filters = [
    'blackdetect=d=0.1:pix_th=0.05',
    'freezedetect=n=-60dB:d=2',
    'signalstats',
    'metadata=print:key=lavfi.signalstats.YAVG',
  ];
  const report = ffmpeg(['-i', file, '-an', '-vf', filters.join(','), '-f', 'null', '-']);
  const black = stretchesIn(report, 'black', film.durationSeconds);
  const frozen = longestSpoken(
    stretchesIn(report, 'freeze', film.durationSeconds),
    film.cues.map(({ at }) => at[language]),
  );
  const brightness = [...report.matchAll(/signalstats\.YAVG=([\d.]+)/g)].map(([, level]) => Number(level) / 255);
  const jump = Math.max(...brightness.slice(1).map((level, index) => Math.abs(level - (brightness[index] ?? level))));
  return [
    { where, what: 'black stretches', measured: String(black.length), allowed: '0', isFine: black.length === 0 },
    {
      where,
      what: 'seconds frozen under a voice',
      measured: `${frozen.seconds.toFixed(1)} (at ${frozen.at.toFixed(1)})`,
      allowed: `≤ ${mostFrozenSeconds}`,
      isFine: frozen.seconds <= mostFrozenSeconds,
    },
    {
      where,
      what: 'largest jump of brightness',
      measured: `${(jump * 100).toFixed(1)} %`,
      allowed: `≤ ${mostJump * 100} %`,
      isFine: jump <= mostJump,
    },
  ];
}
