import { hasCategory, ids, type Stored, sessionOf } from './records.ts';
import type { StatementCheck } from './statement-checks.ts';

const extension = (name: string) => `https://w3id.org/xapi/video/extensions/${name}`;

/** What the xAPI video profile 1.0.3 demands of each verb: extensions of the result and of the context. */
const demanded: Record<string, { result: string[]; context: string[] }> = {
  'http://adlnet.gov/expapi/verbs/initialized': { result: [], context: ['length'] },
  'https://w3id.org/xapi/video/verbs/played': { result: ['time'], context: [] },
  'https://w3id.org/xapi/video/verbs/seeked': { result: ['time-from', 'time-to'], context: [] },
  'https://w3id.org/xapi/video/verbs/paused': { result: ['time', 'progress', 'played-segments'], context: ['length'] },
  'http://adlnet.gov/expapi/verbs/completed': {
    result: ['time', 'progress', 'played-segments'],
    context: ['length', 'completion-threshold'],
  },
  'http://adlnet.gov/expapi/verbs/terminated': {
    result: ['time', 'progress', 'played-segments'],
    context: ['length'],
  },
};

const isVideo = (statement: Stored) => hasCategory(statement, ids.video);
const ofFilm = (held: readonly Stored[], sessionId: string) =>
  held.filter((each) => isVideo(each) && sessionOf(each) === sessionId);
const named = (each: Stored, verb: string) => each.verb.id.endsWith(`/${verb}`);

export const videoChecks: StatementCheck[] = [
  {
    requirement: 'video profile: extensions',
    status: 400,
    isBroken(statement) {
      if (!isVideo(statement)) return false;
      const { result, context } = demanded[statement.verb.id] ?? { result: ['no such verb'], context: [] };
      const lacks = (given: Record<string, unknown> | undefined, names: string[]) =>
        names.some((name) => given?.[extension(name)] === undefined);
      return (
        lacks(statement.result?.extensions, result) || lacks(statement.context?.extensions, [...context, 'session-id'])
      );
    },
  },
  {
    requirement: 'video profile: type',
    status: 400,
    isBroken: (statement) =>
      isVideo(statement) && statement.object.definition?.type !== 'https://w3id.org/xapi/video/activity-type/video',
  },
  {
    requirement: 'video profile: segments',
    status: 400,
    isBroken(statement) {
      const segments = statement.result?.extensions?.[extension('played-segments')];
      return segments !== undefined && !/^(\d+\.\d{3}\[\.\]\d+\.\d{3}(\[,\]|$))*$/.test(String(segments));
    },
  },
  {
    requirement: 'video profile: initialized first, and once',
    status: 403,
    isBroken(statement, { session, held }) {
      const begun = ofFilm(held, session.sessionId).some((each) => named(each, 'initialized'));
      return isVideo(statement) && named(statement, 'initialized') === begun;
    },
  },
  {
    requirement: 'video profile: session named by its initialized',
    status: 403,
    isBroken(statement, { session, held }) {
      if (!isVideo(statement)) return false;
      const first = ofFilm(held, session.sessionId).find((each) => named(each, 'initialized')) ?? statement;
      return statement.context?.extensions?.[extension('session-id')] !== first.id;
    },
  },
  {
    requirement: 'video profile: nothing after terminated',
    status: 403,
    isBroken: (statement, { session, held }) =>
      isVideo(statement) && ofFilm(held, session.sessionId).some((each) => named(each, 'terminated')),
  },
  {
    requirement: 'video profile: completed only when enough was played',
    status: 403,
    isBroken({ result, context, ...statement }) {
      if (!isVideo({ context, ...statement } as Stored) || !named(statement as Stored, 'completed')) return false;
      const progress = Number(result?.extensions?.[extension('progress')]);
      return !(progress >= Number(context?.extensions?.[extension('completion-threshold')] ?? 1));
    },
  },
];
