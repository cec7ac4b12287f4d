import { randomUUID } from 'node:crypto';
import { type Held, keyOf, preferencesKeyOf } from './held.ts';
import { ids, type LmsSession } from './records.ts';

/** How an administrator has set a unit up, and who is launched into it. */
export type Launch = {
  part?: 'film' | 'policy-and-quiz';
  launchMode?: LmsSession['launchMode'];
  masteryScore?: number;
  moveOn?: 'Completed' | 'CompletedAndPassed';
  returnURL?: string;
  launchParameters?: string;
  learner?: string;
  /** The same enrollment again; a new one when left out. */
  registration?: string;
  preferences?: Record<string, unknown>;
  /** The page that is opened. */
  page?: string;
  /** Turns the order of the launch parameters round (cmi5 8.1: any order). */
  backwards?: boolean;
};

/** As an LMS does it: an open session is abandoned, launch data first, then `launched`, then the address (cmi5 10.1, 9.3.1, 8.1). */
export function launchInto(held: Held, url: string, given: Launch = {}): { address: URL; session: LmsSession } {
  const session = sessionFor(held, given);
  const { actor, registration, activityId, contextTemplate, launchMode, masteryScore, token } = session;
  const part = given.part ?? 'policy-and-quiz';
  const data = {
    ...{ contextTemplate, launchMode, masteryScore, returnURL: given.returnURL },
    moveOn: given.moveOn ?? (part === 'film' ? 'Completed' : 'CompletedAndPassed'),
    launchParameters: given.launchParameters ?? JSON.stringify({ part }),
  };
  held.documents.set(keyOf(session, 'LMS.LaunchData'), JSON.stringify(data));
  if (given.preferences) held.documents.set(preferencesKeyOf(actor), JSON.stringify(given.preferences));
  held.statements.push({
    ...{ id: randomUUID(), actor, verb: { id: 'http://adlnet.gov/expapi/verbs/launched' }, object: { id: activityId } },
    context: { ...contextTemplate, registration },
  });
  const parameters = Object.entries({
    ...{ endpoint: `${url}/xapi`, fetch: `${url}/fetch/${token}`, actor: JSON.stringify(actor) },
    ...{ registration, activityId },
  });
  const address = new URL(given.page ?? 'https://content.example/index.html');
  for (const [name, value] of given.backwards ? parameters.reverse() : parameters)
    address.searchParams.set(name, value);
  return { address, session };
}

function sessionFor(held: Held, given: Launch): LmsSession {
  const { part = 'policy-and-quiz', launchMode = 'Normal', learner = '4711', registration = randomUUID() } = given;
  const actor = { objectType: 'Agent', account: { homePage: 'https://lms.example', name: learner } };
  const activityId = `https://lms.example/registrations/${registration}/${part}`;
  const sessionId = randomUUID();
  const contextTemplate = {
    contextActivities: { grouping: [{ objectType: 'Activity', id: `urn:publisher:short-course:${part}` }] },
    extensions: { [ids.sessionId]: sessionId, 'https://lms.example/extensions/academy': 'north' },
  };
  for (const each of held.sessions) {
    const isOpen = each.state === 'initialized' || each.state === 'launched';
    if (each.registration === registration && each.activityId === activityId && isOpen) each.state = 'abandoned';
  }
  const session: LmsSession = {
    ...{ sessionId, token: randomUUID(), fetched: 0, registration, activityId, actor, launchMode, contextTemplate },
    ...{ masteryScore: given.masteryScore, dataRead: false, preferencesRead: false, state: 'launched' },
  };
  held.sessions.push(session);
  return session;
}
