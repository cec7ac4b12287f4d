import { isDeepStrictEqual } from 'node:util';
import { statement as statementSchema } from '@learninglocker/xapi-validation/dist/factory.js';
import { hasCategory, ids, isDefined, type LmsSession, type Stored, sessionOf, verbs } from './records.ts';

/** `held`: everything in the LMS, of any session. */
export type Looked = { session: LmsSession; held: readonly Stored[] };

/** `requirement`: its id in @cmi5/requirements, or the clause of another standard. */
export type StatementCheck = {
  requirement: string;
  status: 400 | 403;
  isBroken(statement: Stored, looked: Looked): boolean;
};

type IsBroken = StatementCheck['isBroken'];
const malformed = (requirement: string, isBroken: IsBroken): StatementCheck => ({ requirement, status: 400, isBroken });
const forbidden = (requirement: string, isBroken: IsBroken): StatementCheck => ({ requirement, status: 403, isBroken });

/** A rule of one cmi5-defined verb; others and allowed statements do not break it. */
const of =
  (verb: keyof typeof verbs, isBroken: IsBroken): IsBroken =>
  (statement, looked) =>
    isDefined(statement) && statement.verb.id === verbs[verb] && isBroken(statement, looked);

const defined =
  (isBroken: IsBroken): IsBroken =>
  (statement, looked) =>
    isDefined(statement) && isBroken(statement, looked);

const is = ({ verb }: Stored, ...names: (keyof typeof verbs)[]) => names.some((name) => verbs[name] === verb.id);
const mine = ({ session, held }: Looked) =>
  held.filter((each) => sessionOf(each) === session.sessionId && !isLaunched(each));
const isLaunched = ({ verb }: Stored) => verb.id === 'http://adlnet.gov/expapi/verbs/launched';
const ofUnit = ({ session, held }: Looked, verb: keyof typeof verbs) =>
  held.filter(
    (each) =>
      isDefined(each) &&
      each.verb.id === verbs[verb] &&
      each.context?.registration === session.registration &&
      each.object.id === session.activityId,
  );
const beganAt = (looked: Looked) => mine(looked).find((each) => isDefined(each) && is(each, 'initialized'))?.timestamp;
const lacksDuration: IsBroken = ({ result }) => result?.duration === undefined;

/** Every value of the template is in the context, unchanged (lists may be longer). */
function keepsTemplate(template: unknown, given: unknown): boolean {
  if (Array.isArray(template)) {
    const list = [given].flat();
    return template.every((each) => list.some((one) => isDeepStrictEqual(each, one)));
  }
  if (typeof template !== 'object' || template === null) return isDeepStrictEqual(template, given);
  const fields = given as Record<string, unknown> | undefined;
  return Object.entries(template).every(([key, value]) => keepsTemplate(value, fields?.[key]));
}

export const statementChecks: StatementCheck[] = [
  malformed('9.1.0.0-1', ({ id }) => !/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(id ?? '')),
  malformed('4.1.0.0-1', (statement) => statementSchema(statement, []).length > 0),
  malformed('9.7.0.0-1', ({ timestamp }) => timestamp === undefined),
  malformed('9.7.0.0-2', ({ timestamp }) => timestamp !== undefined && !/(Z|\+00:00)$/.test(timestamp)),
  forbidden('6.3.0.0-1', (statement) => is(statement, 'voided')),
  forbidden('8.1.3.0-3', ({ actor }, { session }) => !isDeepStrictEqual(actor, session.actor)),
  forbidden('9.6.1.0-1', ({ context }, { session }) => context?.registration !== session.registration),
  forbidden('9.6.3.1-4', (statement, { session }) => sessionOf(statement) !== session.sessionId),
  forbidden('10.2.1.0-7', ({ context }, { session }) => !keepsTemplate(session.contextTemplate, context)),
  forbidden('9.3.0.0-5', (_, { session }) => session.state === 'terminated'),
  forbidden('9.3.6.0-2', (_, { session }) => session.state === 'abandoned'),
  forbidden(
    '10.2.1.0-4',
    of('initialized', (_, { session }) => !session.dataRead),
  ),
  forbidden(
    '11.0.0.0-3',
    of('initialized', (_, { session }) => !session.preferencesRead),
  ),
  forbidden(
    '9.3.2.0-3',
    of('initialized', (_, looked) => beganAt(looked) !== undefined),
  ),
  forbidden(
    '9.3.0.0-4',
    (statement, looked) => !(isDefined(statement) && is(statement, 'initialized')) && beganAt(looked) === undefined,
  ),
  forbidden('9.3.2.0-2', ({ timestamp = '' }, looked) => timestamp < (beganAt(looked) ?? '')),
  forbidden(
    '9.3.8.0-2',
    of('terminated', ({ timestamp = '' }, looked) => mine(looked).some((each) => (each.timestamp ?? '') > timestamp)),
  ),
  forbidden(
    '9.3.0.0-1',
    defined((statement) => !is(statement, 'initialized', 'completed', 'passed', 'failed', 'terminated')),
  ),
  forbidden(
    '9.4.0.0-2',
    defined(({ object }, { session }) => object.id !== session.activityId),
  ),
  forbidden(
    '10.2.2.0-5',
    defined(
      (statement, { session }) => session.launchMode !== 'Normal' && is(statement, 'completed', 'passed', 'failed'),
    ),
  ),
  forbidden(
    '9.3.3.0-2',
    of('completed', (_, looked) => ofUnit(looked, 'completed').length > 0),
  ),
  forbidden(
    '9.3.4.0-3',
    of('passed', (_, looked) => ofUnit(looked, 'passed').length > 0),
  ),
  forbidden(
    '9.3.0.0-8',
    of('failed', (_, looked) => ofUnit(looked, 'passed').length > 0),
  ),
  forbidden(
    '9.3.0.0-3',
    of('passed', (_, looked) => mine(looked).some((each) => isDefined(each) && is(each, 'failed'))),
  ),
  malformed(
    '9.3.4.0-2',
    of('passed', ({ result }, { session }) => (result?.score?.scaled ?? 1) < (session.masteryScore ?? 0)),
  ),
  malformed(
    '9.3.5.0-2',
    of('failed', ({ result }, { session }) => (result?.score?.scaled ?? -1) >= (session.masteryScore ?? 1.1)),
  ),
  malformed(
    '9.6.3.2-2',
    defined(
      ({ result, context }, { session }) =>
        result?.score !== undefined &&
        session.masteryScore !== undefined &&
        context?.extensions?.[ids.masteryScore] !== session.masteryScore,
    ),
  ),
  malformed(
    '9.5.1.0-2',
    defined((each) => each.result?.score !== undefined && !is(each, 'passed', 'failed')),
  ),
  malformed(
    '9.5.1.0-3',
    defined(({ result }) => {
      const { raw, min, max } = result?.score ?? {};
      return raw !== undefined && (min === undefined || max === undefined);
    }),
  ),
  malformed(
    '9.5.2.0-1',
    of('passed', ({ result }) => result?.success !== true),
  ),
  malformed(
    '9.5.2.0-2',
    of('failed', ({ result }) => result?.success !== false),
  ),
  malformed(
    '9.5.2.0-3',
    defined((each) => each.result?.success !== undefined && !is(each, 'passed', 'failed')),
  ),
  malformed(
    '9.5.3.0-1',
    of('completed', ({ result }) => result?.completion !== true),
  ),
  malformed(
    '9.5.3.0-2',
    defined((each) => each.result?.completion !== undefined && !is(each, 'completed')),
  ),
  malformed('9.5.4.1-1', of('terminated', lacksDuration)),
  malformed('9.5.4.1-2', of('completed', lacksDuration)),
  malformed('9.5.4.1-3', of('passed', lacksDuration)),
  malformed('9.5.4.1-4', of('failed', lacksDuration)),
  malformed(
    '9.6.2.2-1',
    defined((each) => {
      const tells = each.result?.success !== undefined || each.result?.completion !== undefined;
      return tells && !hasCategory(each, ids.moveOn);
    }),
  ),
  malformed('9.6.2.2-2', (each) => {
    const tells = each.result?.success !== undefined || each.result?.completion !== undefined;
    return hasCategory(each, ids.moveOn) && !(isDefined(each) && tells);
  }),
];
