import { defined, durationOf, idFor, type Speaking, type Statement } from './statement.ts';
import { completed, extension, initialized, passed, terminated } from './vocabulary.ts';

/** The first of a session (cmi5 9.3.2). */
export const initializedStatement = (speaking: Speaking, at: string): Statement =>
  defined(speaking, { id: idFor(speaking, speaking.data.sessionId, 'initialized'), verb: initialized, at });

/** The last of a session (9.3.8). */
export const terminatedStatement = (speaking: Speaking, at: string, seconds: number): Statement =>
  defined(speaking, {
    id: idFor(speaking, speaking.data.sessionId, 'terminated'),
    verb: terminated,
    at,
    result: { duration: durationOf(seconds) },
  });

/** The id under which this is told, in whichever session of the registration. */
export const onceId = (launch: Speaking['launch'], word: 'completed' | 'passed'): string => idFor({ launch }, word);

/** Once in a registration, so its id is that of the registration (9.3.3); no score, no success (9.5). */
export const completedStatement = (speaking: Speaking, at: string, seconds: number): Statement =>
  defined(
    speaking,
    {
      id: onceId(speaking.launch, 'completed'),
      verb: completed,
      at,
      result: { completion: true, duration: durationOf(seconds) },
    },
    { moveOn: true },
  );

/**
 * Once in a registration (9.3.4). Every tested clause was decided rightly and no prohibition broken, or nobody has passed: the
 * score is whole, and so not below any mastery score.
 */
export function passedStatement(speaking: Speaking, at: string, seconds: number): Statement {
  const { masteryScore } = speaking.data;
  return defined(
    speaking,
    {
      id: onceId(speaking.launch, 'passed'),
      verb: passed,
      at,
      result: { success: true, score: { scaled: 1 }, duration: durationOf(seconds) },
      ...(masteryScore !== null && { extensions: { [extension.masteryScore]: masteryScore } }),
    },
    { moveOn: true },
  );
}
