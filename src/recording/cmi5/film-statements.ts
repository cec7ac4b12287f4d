import { v5 } from 'uuid';
import type { Watched } from '#domain/completion/evidence.ts';
import type { Training } from '#domain/completion/training.ts';
import { type Coverage, cover } from '#domain/coverage/coverage.ts';
import { type Activity, activityId, allowed, durationOf, idFor, type Speaking, type Statement } from './statement.ts';
import {
  category,
  completed,
  extension,
  initialized,
  paused,
  played,
  progressed,
  seeked,
  terminated,
  video,
} from './vocabulary.ts';

/**
 * Watching in the words of the xAPI video profile, no more than a report bears out: where playing began, where the position
 * jumped, which stretches were played. Pauses are not in it, so none is told until the learner leaves.
 */

/** What has been played so far; `completed`: the unit is, and then tells no progress any more (cmi5 9.5.5.1). */
export type Seen = Pick<Training, 'covered' | 'watchedShare'> & { completed: boolean };

/** Positions in tenths differ between two reports of a film that just goes on. */
const samePlaceSeconds = 0.3;

/**
 * @param filmAt where the film stood when it was last told, null when it was not played in this session
 * @param at the time of the report, moved into the session
 */
export function filmStatements(
  speaking: Speaking,
  item: Watched,
  seen: Seen,
  filmAt: number | null,
  at: string,
): Statement[] {
  const said: Statement[] = filmAt === null ? [told(speaking, filmSession(speaking), initialized, at, {})] : [];
  let place = filmAt;
  item.stretches.forEach(({ fromSeconds, toSeconds }, index) => {
    const id = (word: string) => v5(`${word} ${index}`, item.id);
    const jumped = place !== null && Math.abs(fromSeconds - place) > samePlaceSeconds;
    if (place !== null && jumped) {
      const jump = { [video.timeFrom]: exactly(place), [video.timeTo]: exactly(fromSeconds) };
      said.push(told(speaking, id('seeked'), seeked, at, jump));
    }
    if (place === null || jumped) {
      said.push(told(speaking, id('played'), played, at, { [video.time]: exactly(fromSeconds) }, item));
    }
    place = toSeconds;
  });
  const ofTheUnit = speaking.data.part === 'film' && !seen.completed;
  said.push(
    allowed(speaking, filmActivity(speaking), {
      id: item.id,
      verb: progressed,
      at,
      language: item.narration,
      result: {
        extensions: {
          ...(ofTheUnit && { [extension.progress]: Math.floor(seen.watchedShare * 100) }),
          [video.playedSegments]: segments(cover(...item.stretches)),
        },
      },
    }),
  );
  return said;
}

export const placeAfter = (item: Watched): number | null => item.stretches.at(-1)?.toSeconds ?? null;

/** How long the report says that the learner watched, in seconds of the clock. */
export const secondsWatched = ({ stretches }: Watched): number =>
  stretches.reduce((sum, { fromSeconds, toSeconds, rate }) => sum + Math.max(0, toSeconds - fromSeconds) / rate, 0);

/** Once in a registration, as `completed` of the unit; without its category (cmi5 7.1.3). */
export const filmCompleted = (speaking: Speaking, seen: Seen, at: string, filmAt: number, seconds: number): Statement =>
  told(
    speaking,
    idFor(speaking, 'film completed'),
    completed,
    at,
    { [video.time]: exactly(filmAt), ...soFar(seen) },
    undefined,
    { completion: true, duration: durationOf(seconds) },
  );

/** The learner goes: the film stands still, and its session ends before that of the unit (profile: paused before terminated). */
export function filmLeft(speaking: Speaking, seen: Seen, at: string, filmAt: number): Statement[] {
  const where = { [video.time]: exactly(filmAt), ...soFar(seen) };
  const id = (word: string) => idFor(speaking, speaking.data.sessionId, `film ${word}`);
  return [told(speaking, id('paused'), paused, at, where), told(speaking, id('terminated'), terminated, at, where)];
}

function told(
  speaking: Speaking,
  id: string,
  verb: Statement['verb'],
  at: string,
  said: Record<string, unknown>,
  item?: Watched,
  result: Record<string, unknown> = {},
): Statement {
  const { film, course } = speaking.course;
  const extensions = {
    [video.sessionId]: filmSession(speaking),
    [video.length]: Math.round(film.durationSeconds),
    [video.completionThreshold]: course.passRule.watchedShare,
    ...(item?.captions[0] && { [video.captionLanguage]: item.captions[0] }),
  };
  return allowed(speaking, filmActivity(speaking), {
    id,
    verb,
    at,
    categories: [category.video],
    extensions,
    ...(item && { language: item.narration }),
    ...(Object.keys({ ...result, ...said }).length > 0 && { result: { ...result, extensions: said } }),
  });
}

/** The profile names a session of the film by its `initialized`. */
const filmSession = (speaking: Speaking) => idFor(speaking, speaking.data.sessionId, 'film initialized');

const filmActivity = ({ course }: Speaking): Activity => ({
  objectType: 'Activity',
  id: activityId(course, 'video'),
  definition: { type: video.type, name: { 'en-US': course.text.en.title, 'es-US': course.text.es.title } },
});

const soFar = ({ covered, watchedShare }: Seen) => ({
  [video.progress]: exactly(watchedShare),
  [video.playedSegments]: segments(covered),
});

/** `0.000[.]12.000[,]14.000[.]21.000` */
const segments = (coverage: Coverage): string =>
  coverage.map(({ fromSeconds, toSeconds }) => `${fromSeconds.toFixed(3)}[.]${toSeconds.toFixed(3)}`).join('[,]');

const exactly = (number: number): number => Number(number.toFixed(3));
