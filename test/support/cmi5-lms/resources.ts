import { isDeepStrictEqual } from 'node:util';
import { type Held, keyOf, preferencesKeyOf } from './held.ts';
import type { LmsSession, Stored } from './records.ts';

export type Asked = {
  method: string;
  path: string;
  about: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
  body: string;
};
export type Answered = { status: number; body?: unknown; etag?: string };

/** The xAPI resources that an assignable unit uses, refusing whatever cmi5 forbids, by the requirement's name. */
export function answerTo(held: Held, asked: Asked): Answered {
  const refuse = refusing(held);
  const { method, path, about, headers } = asked;
  if (path.startsWith('/fetch/')) return fetchToken(held, method, path.slice('/fetch/'.length));
  // Its pages for people, such as the one to come back to.
  if (!path.startsWith('/xapi/')) return { status: 404 };
  const session = held.sessions.find((each) => `Basic ${each.token}` === headers.authorization);
  if (!session || session.fetched === 0) return refuse(401, '8.1.2.0-5', 'no token');
  if (!/^1\.0/.test(String(headers['x-experience-api-version']))) return refuse(400, '7.0.0.0-2', 'version header');
  switch (path) {
    case '/xapi/statements':
      return method === 'PUT' ? putStatement(held, session, asked) : getStatements(held, about);
    case '/xapi/activities/state':
      return state(held, session, asked);
    case '/xapi/agents/profile':
      return profile(held, session, asked);
    default:
      return refuse(404, '8.1.1.0-3', path);
  }
}

const refusing =
  ({ refusals }: Held) =>
  (status: number, requirement: string, said: string): Answered => {
    refusals.push({ requirement, said });
    return { status, body: { requirement, said } };
  };

function fetchToken(held: Held, method: string, token: string): Answered {
  const session = held.sessions.find((each) => each.token === token);
  if (method !== 'POST') return refusing(held)(405, '8.2.2.0-4', method);
  if (!session) return { status: 200, body: { 'error-code': '2', 'error-text': 'no such session' } };
  session.fetched += 1;
  if (session.fetched === 1) return { status: 200, body: { 'auth-token': token } };
  refusing(held)(200, '8.2.3.0-1', `POST ${session.fetched}`);
  return { status: 200, body: { 'error-code': '1', 'error-text': 'already in use' } };
}

function putStatement(held: Held, session: LmsSession, { about, body }: Asked): Answered {
  const statement = JSON.parse(body) as Stored;
  if (about.get('statementId') !== statement.id) return refusing(held)(400, '9.1.0.0-1', 'statementId');
  const { status, requirement } = held.store(session, statement);
  if (status === 204 || status === 409) return { status };
  return refusing(held)(status, requirement, `${statement.verb?.id} ${statement.object?.id}`);
}

function getStatements({ statements }: Held, about: URLSearchParams): Answered {
  const id = about.get('statementId');
  const found = statements.find((each) => each.id === id);
  if (id) return found ? { status: 200, body: found } : { status: 404 };
  const asked = (name: string, value: unknown) => !about.has(name) || about.get(name) === value;
  const listed = statements.filter(
    ({ verb, object, context }) =>
      asked('verb', verb.id) && asked('activity', object.id) && asked('registration', context?.registration),
  );
  return { status: 200, body: { statements: listed, more: '' } };
}

const isActor = (about: URLSearchParams, { actor }: LmsSession) =>
  isDeepStrictEqual(JSON.parse(about.get('agent') ?? 'null'), actor);

function state(held: Held, session: LmsSession, { method, about, headers, body }: Asked): Answered {
  const refuse = refusing(held);
  const stateId = about.get('stateId') ?? '';
  if (!isActor(about, session)) return refuse(403, '8.1.3.0-3', 'agent');
  if (about.get('registration') !== session.registration) return refuse(403, '8.1.4.0-3', 'registration');
  if (about.get('activityId') !== session.activityId) return refuse(403, '8.1.5.0-5', 'activityId');
  const key = keyOf(session, stateId);
  if (method === 'GET') {
    if (stateId === 'LMS.LaunchData') session.dataRead = true;
    const found = held.documents.get(key);
    return found ? { status: 200, body: found.text, etag: found.etag } : { status: 404 };
  }
  if (stateId === 'LMS.LaunchData') return refuse(403, '10.2.1.0-5', method);
  if (session.launchMode !== 'Normal') return refuse(403, 'Muster: browse and review write nothing', stateId);
  if (session.state !== 'initialized') return refuse(403, '8.1.2.0-2', `state while ${session.state}`);
  return { status: held.documents.put(key, body, asText(headers['if-match']), asText(headers['if-none-match'])) };
}

const asText = (header: string | string[] | undefined) => (header === undefined ? undefined : String(header));

function profile(held: Held, session: LmsSession, { method, about }: Asked): Answered {
  const refuse = refusing(held);
  if (!isActor(about, session)) return refuse(403, '11.0.0.0-1', 'agent');
  const name = about.get('profileId') ?? '';
  if (name !== 'cmi5LearnerPreferences') return refuse(403, '11.0.0.0-4', name);
  if (method !== 'GET') return { status: 403 };
  session.preferencesRead = true;
  const found = held.documents.get(preferencesKeyOf(session.actor));
  return found ? { status: 200, body: found.text, etag: found.etag } : { status: 404 };
}
